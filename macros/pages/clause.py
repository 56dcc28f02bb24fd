"""What pages reckon of clauses: what a list calls a page, which clauses stand beside one, and which a letter names."""

from collections.abc import Mapping
from typing import NamedTuple

from macros.policy.clauses import Clause
from macros.reading import braces
from macros.shared.pages import Page


class Place(NamedTuple):
    """Something to link to. path: from docs/."""

    words: str
    path: str
    anchor: str = ""


def listed(page: Page, clauses: Mapping[str, Clause]) -> Place:
    """A page as a list has it: by its title, a clause by its number as well."""
    clause = clauses.get(page.clause_id or "")
    return Place(f"{clause.number} {clause.title}" if clause else page.record.title, page.path)


def beside(clause: Clause, clauses: Mapping[str, Clause]) -> tuple[Clause | None, Clause | None]:
    """The clauses before and after one, in the order of the document; None where there is none."""
    ordered = [None, *clauses.values(), None]
    at = ordered.index(clause)
    return ordered[at - 1], ordered[at + 1]


def named(letter: Page) -> list[str]:
    """The ids of the clauses that a letter names, each once, in their order."""
    calls = braces.find(letter.text, letter.path)
    return list(dict.fromkeys(call.key for call in calls if call.macro == "see"))
