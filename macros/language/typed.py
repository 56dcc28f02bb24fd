"""Facts of the school's that are typed as words, so that another school could not take the words over."""

import re
from collections.abc import Iterator, Mapping
from typing import get_args

from macros.language.readability import by_file, lines
from macros.shared.routes import RoleKey
from macros.shared.school import School

MACRO = re.compile(r"\{\{.*?\}\}")


def typed(texts: Mapping[str, str], school: School) -> Iterator[str]:
    """One line for each place of such a fact. texts: by the file's name."""
    facts = [school.name, school.governing_body, *(getattr(school, role).called for role in get_args(RoleKey))]
    for name in by_file(texts):
        for line in lines(MACRO.sub("", texts[name]), name):
            found = (fact for fact in facts if re.search(rf"\b{re.escape(fact)}\b", line.words, re.IGNORECASE))
            yield from (f"{name}:{line.line}: {fact}" for fact in found)
