"""Facts that somebody has to look at again, and facts of the school's that are typed as words."""

import datetime
import re
from collections.abc import Iterator

from macros.checks.language import by_file, lines
from macros.site import Site

MACRO = re.compile(r"\{\{.*?\}\}")


def overdue(site: Site, day: datetime.date) -> Iterator[str]:
    """One line for each source whose month to check it again is over on that day."""
    dated = {f"sources.yml: {key} ({source.title})": source.again for key, source in site.sources.sources.items()}
    for name in ("lado", "childrens_services"):
        if known := getattr(site.school, name):
            dated[f"school.yml: {name} ({known.source})"] = known.again
    if site.school.security:
        dated["school.yml: security (the address for weaknesses)"] = f"{site.school.security.expires:%Y-%m}"
    month = f"{day.year}-{day.month:02}"
    for name, again in sorted(dated.items(), key=lambda entry: entry[1]):
        if again < month:
            yield f"docs/_shared/{name} was to be checked again by {again}"


def typed(site: Site) -> Iterator[str]:
    """One line for each place where a fact of the school's is typed as words, so that another school could not take it over."""
    school = site.school
    roles = (
        school.office,
        school.class_teacher,
        school.headteacher,
        school.chair,
        school.clerk,
        school.safeguarding_lead,
    )
    facts = [school.name, school.governing_body, *(role.called for role in roles)]
    for name in by_file(site.texts):
        for line in lines(MACRO.sub("", site.texts[name]), name):
            yield from (
                f"{name}:{line.line}: {fact}"
                for fact in facts
                if re.search(rf"\b{re.escape(fact)}\b", line.words, re.I)
            )
