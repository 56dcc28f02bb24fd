"""Facts that somebody has to look at again."""

import datetime
from collections.abc import Iterator

from macros.content import Content


def overdue(content: Content, day: datetime.date) -> Iterator[str]:
    """One line for each source whose month to check it again is over on that day."""
    dated = {f"sources.yml: {key} ({source.title})": source.again for key, source in content.sources.sources.items()}
    if content.school.lado:
        dated[f"school.yml: lado ({content.school.lado.source})"] = content.school.lado.again
    if content.school.security:
        dated["school.yml: security (the address for weaknesses)"] = f"{content.school.security.expires:%Y-%m}"
    month = f"{day.year}-{day.month:02}"
    for name, again in sorted(dated.items(), key=lambda entry: entry[1]):
        if again < month:
            yield f"docs/_shared/{name} was to be checked again by {again}"
