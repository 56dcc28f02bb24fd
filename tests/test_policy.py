"""The index of clauses: read from the policy's own Markdown, and refused in one line where it cannot be one."""

from pathlib import Path

import pytest

from macros.checks.load import load
from macros.policy.clauses import NAME
from macros.policy.index import read
from macros.reading.mistakes import Mistakes
from tests.projects import SCHOOL

TEXT = (SCHOOL / NAME).read_text("utf-8")


def test_a_term_is_used_where_a_clause_names_it(project: Path) -> None:
    assert load(project).used_in == {
        "family": ("two-points", "talk-first", "then-consider"),
        "network": ("least-age",),
        "rumour": ("rumours",),
        "grudge": (),
    }


def test_a_clause_of_a_list_stands_under_the_clause_that_leads_into_it() -> None:
    lists: dict[str, list[str]] = {}
    for clause in read(TEXT).clauses.values():
        if clause.under:
            lists.setdefault(clause.under, []).append(clause.id)
    assert lists == {
        "two-points": ["is-it-yours", "asking-is-quicker"],
        "not-welcome": ["pupils-pictures", "insults", "rumours", "grumbles"],
        "then-consider": ["letter-home", "ask-the-network", "shut-out"],
    }


BROKEN = {
    "a clause interrupted by a blank line": ("in many places,", "in many places.\n\nToo", "belong to no clause"),
    "an id twice": ('clause("rumours")', 'clause("insults")', "a second time"),
    "a clause's id used by a section": ('section("ages"', 'section("insults"', "a second time"),
    "an id that is no address": ('clause("rumours")', 'clause("Rumours!")', "small letters"),
    "a clause without words": ("  Insulting anyone who works at {{ school.name }}.\n", "", "has no words"),
    "a clause above the first heading": (
        '## {{ section("about"',
        '{{ clause("early") }}\nWords.\n\n## {{ section("about"',
        "no section",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_clause_index_refuses(name: str) -> None:
    before, after, says = BROKEN[name]
    assert before in TEXT
    with pytest.raises(Mistakes, match=says):
        read(TEXT.replace(before, after, 1))
