"""Words stand in docs/ alone: no other side knows a clause of this policy or a sentence of its pages.

Sides are compared with `docs/` as it was when they were written, which git knows, and with the clauses that the policy was
first published with. So this is red when code takes a word from `docs/`, and never because somebody writes a sentence there
that code had before.
"""

import re
import subprocess
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from macros.reading.project import ROOT
from macros.resolve import REMARK
from tests.site import PAGES

SIDES = ("macros", "overrides", "tests")
OWN = ROOT / "tests/school"  # words of the tests' own
RUN = 6  # words in a row that nobody writes twice by chance
QUOTED = re.compile(r"""["']([a-z]+(?:-[a-z]+)*)["']""")
RECORDS = [page.record for page in PAGES.values() if page.clause_id]
FIRST = min(record.added for record in RECORDS)
# The clauses that the policy was first published with. A name that governors give to a later one
# may be a word that the machinery has for something else; that is no fault of either.
CLAUSES = {page.clause_id for page in PAGES.values() if page.clause_id and page.record.added == FIRST}


def files(side: str) -> Iterator[Path]:
    for file in sorted((ROOT / side).rglob("*")):
        if file.is_file() and not {"__pycache__", "results"} & {*file.parts} and OWN not in file.parents:
            yield file


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'"))
    return zip(*(words[n:] for n in range(RUN)), strict=False)


def known_clauses(text: str) -> set[str]:
    return CLAUSES & {*QUOTED.findall(text)}


def git(*words: str) -> bytes:
    return subprocess.run(["git", "-C", ROOT, *words], capture_output=True, check=True).stdout


def docs() -> dict[str, str]:
    """The files of docs/ with words in them, as they were when another side was changed last.

    What that side has from them it can have from no later ones; so no edit of words alone can turn this red.
    Without a git history, as they are.
    """
    try:
        commit = git("log", "-1", "--format=%H", "--", *SIDES).decode().strip()
        with tarfile.open(fileobj=BytesIO(git("archive", commit, "docs"))) as archive:
            found = {entry.name: archive.extractfile(entry).read() for entry in archive if entry.isfile()}
    except (OSError, subprocess.CalledProcessError):
        found = {file.relative_to(ROOT).as_posix(): file.read_bytes() for file in files("docs")}
    return {name: text.decode("utf-8") for name, text in found.items() if name.endswith((".md", ".yml"))}


def words_of_docs() -> set[tuple[str, ...]]:
    """Not of what a command writes, of the guides in governors/, which quote what it says, and of YAML's remarks."""
    texts = {
        name: text for name, text in docs().items() if not name.startswith(("docs/policy/versions/", "docs/governors/"))
    }
    return {
        run for name, text in texts.items() for run in runs(REMARK.sub("", text) if name.endswith(".yml") else text)
    }


@pytest.mark.parametrize("side", SIDES)
def test_no_side_but_docs_knows_a_clause(side: str) -> None:
    found = {file.relative_to(ROOT).as_posix(): known_clauses(file.read_text("utf-8")) for file in files(side)}
    assert found
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
    assert [*runs("The one, two; three four's five")] == [("the", "one", "two", "three", "four's", "five")]
    assert {*runs(docs()["docs/index.md"])} <= words_of_docs() and len(words_of_docs()) > 1_000
