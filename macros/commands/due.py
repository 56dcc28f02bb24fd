"""Facts that somebody has to look at again."""

import datetime
from collections.abc import Iterator

from macros.shared.school import School
from macros.shared.sources import Sources


def overdue(sources: Sources, school: School, day: datetime.date) -> Iterator[str]:
    """One line for each source whose month to check it again is over on that day."""
    dated = [(source.again, f"sources.yml: {key} ({source.title})") for key, source in sources.sources.items()]
    for name, fact in (("lado", school.lado), ("childrens_services", school.childrens_services)):
        dated += [(fact.again, f"school.yml: {name} ({fact.source})")] if fact else []
    if school.security:
        dated.append((f"{school.security.expires:%Y-%m}", "school.yml: security (the address for weaknesses)"))
    for again, name in sorted(dated, key=lambda entry: entry[0]):
        if again < f"{day:%Y-%m}":
            yield f"docs/_shared/{name} was to be checked again by {again}"
