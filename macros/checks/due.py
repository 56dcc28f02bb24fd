"""Facts that somebody has to look at again."""

import datetime
from collections.abc import Iterator

from macros.shared.school import School
from macros.shared.sources import Sources


def overdue(sources: Sources, school: School, day: datetime.date) -> Iterator[str]:
    """One line for each source whose month to check it again is over on that day."""
    dated = {f"sources.yml: {key} ({source.title})": source.again for key, source in sources.sources.items()}
    for name in ("lado", "childrens_services"):
        if known := getattr(school, name):
            dated[f"school.yml: {name} ({known.source})"] = known.again
    if school.security:
        dated["school.yml: security (the address for weaknesses)"] = f"{school.security.expires:%Y-%m}"
    month = f"{day.year}-{day.month:02}"
    for name, again in sorted(dated.items(), key=lambda entry: entry[1]):
        if again < month:
            yield f"docs/_shared/{name} was to be checked again by {again}"
