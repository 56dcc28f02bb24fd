"""Words stand in docs/ alone: no other side knows a clause of this policy or a sentence of its pages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.build import ROOT
from macros.content import REMARK
from tests.site import PAGES

SIDES = ("macros", "overrides", "tests")
OWN = ROOT / "tests/school"  # words of the tests' own
RUN = 6  # words in a row that nobody writes twice by chance
QUOTED = re.compile(r"""["']([a-z]+(?:-[a-z]+)*)["']""")
RECORDS = [page.record.entries for page in PAGES.values() if page.clause_id]
FIRST = min(record.added for record in RECORDS)
# The clauses that the policy was first published with. A name that governors give to a later one
# may be a word that the machinery has for something else; that is no fault of either.
CLAUSES = {page.clause_id for page in PAGES.values() if page.clause_id and page.record.entries.added == FIRST}


def files(side: str) -> Iterator[Path]:
    for file in sorted((ROOT / side).rglob("*")):
        if file.is_file() and not {"__pycache__", "results"} & {*file.parts} and OWN not in file.parents:
            yield file


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'"))
    return zip(*(words[n:] for n in range(RUN)), strict=False)


def known_clauses(text: str) -> set[str]:
    return CLAUSES & {*QUOTED.findall(text)}


def words_of_docs() -> set[tuple[str, ...]]:
    """Of the pages and what they share. Not of what a command writes, of guides that quote what it says, and of YAML's remarks."""
    pages = [page.text for page in PAGES.values() if not page.is_version]
    shared = [REMARK.sub("", file.read_text("utf-8")) for file in files("docs") if file.suffix == ".yml"]
    return {run for text in (*pages, *shared) for run in runs(text)}


@pytest.mark.parametrize("side", SIDES)
def test_no_side_but_docs_knows_a_clause(side: str) -> None:
    found = {file.relative_to(ROOT).as_posix(): known_clauses(file.read_text("utf-8")) for file in files(side)}
    assert {name: ids for name, ids in found.items() if ids} == {}


def test_no_side_but_docs_has_a_sentence_of_its_pages() -> None:
    known = words_of_docs()
    found = {
        file.relative_to(ROOT).as_posix(): [" ".join(run) for run in runs(file.read_text("utf-8")) if run in known]
        for side in SIDES
        for file in files(side)
    }
    assert {name: words for name, words in found.items() if words} == {}


def test_what_is_known_is_noticed() -> None:
    id = next(iter(CLAUSES))
    assert known_clauses(f'x = ("{id}", "{id}s")') == {id}
    assert next(runs("The one, two; three four's five")) in words_of_docs() | {*runs("the one two three four's five")}
    page = next(page for page in PAGES.values() if page.clause_id is None)
    assert {*runs(page.text)} <= words_of_docs()
