"""Facts of the school's that are typed as words, so that another school could not take the words over."""

import re
from collections.abc import Iterator, Mapping

from macros.language.readability import by_file, lines
from macros.shared.school import School

MACRO = re.compile(r"\{\{.*?\}\}")


def typed(texts: Mapping[str, str], school: School) -> Iterator[str]:
    """One line for each place where a fact of the school's is typed as words, so that another school could not take it over."""
    roles = (
        school.office,
        school.class_teacher,
        school.headteacher,
        school.chair,
        school.clerk,
        school.safeguarding_lead,
    )
    facts = [school.name, school.governing_body, *(role.called for role in roles)]
    for name in by_file(texts):
        for line in lines(MACRO.sub("", texts[name]), name):
            yield from (
                f"{name}:{line.line}: {fact}"
                for fact in facts
                if re.search(rf"\b{re.escape(fact)}\b", line.words, re.I)
            )
