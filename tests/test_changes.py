"""What a pull request would change is told clause by clause, the same for the pull request and for the page."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.adopted.changes import ChangeSet, compare
from macros.adopted.difference import difference
from macros.adopted.frozen import FrozenClause, Snapshot
from macros.adopted.why import Reason, Why
from macros.checks.load import load
from macros.commands.check import refused
from macros.outputs.changes_markdown import as_markdown, report
from macros.reading.mistakes import Mistakes
from macros.site import Site, proposed_changes
from tests.projects import (
    DAY,
    FIRST,
    POLICY,
    REASONS,
    TERMS,
    WHY,
    adopted_once,
    adopted_twice,
    changed,
    copy_of,
    edit,
    give_reasons,
)
from tests.site import built, text

KINDS = {id: reason["kind"] for id, reason in REASONS.items()} | {"network-decides": "new"}


@pytest.fixture(scope="module", autouse=True)
def on_the_day() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TODAY", DAY.isoformat())
        yield


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return adopted_once(tmp_path_factory.mktemp("once"))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The school, whose adopted words were changed in every way."""
    return changed(tmp_path_factory.mktemp("changed"))


@pytest.fixture(scope="module")
def content(project: Path) -> Site:
    return load(project)


@pytest.fixture(scope="module")
def changes(content: Site) -> ChangeSet:
    return proposed_changes(content)


@pytest.fixture(scope="module")
def markdown(content: Site, changes: ChangeSet) -> str:
    return as_markdown(content, changes, FIRST["label"])


def since_adoption(project: Path) -> ChangeSet:
    return proposed_changes(load(project))


def test_each_changed_clause_is_told_once_by_its_kind(changes: ChangeSet) -> None:
    assert {change.id: change.kind for change in changes.clauses} == KINDS
    assert len(changes.clauses) == len(KINDS)


def test_a_word_of_duty_that_changed_is_named(changes: ChangeSet, markdown: str) -> None:
    reworded = next(change for change in changes.clauses if change.kind == "reworded")
    assert reworded.duties == (("will usually",), ("must",))
    assert "will usually to must" in markdown


def test_a_number_that_changed_is_named(once: Path, tmp_path: Path) -> None:
    project = copy_of(once, tmp_path / "copy")
    edit(project, TERMS, "least-age: 15", "least-age: 16")
    edit(project, POLICY, "think of these two points", "think of these three points")
    numbers = {change.id: change.numbers for change in since_adoption(project).clauses}
    assert numbers == {"least-age": (("15",), ("16",)), "two-points": (("two",), ("three",))}


def test_what_was_replaced_names_what_took_its_place(changes: ChangeSet, markdown: str) -> None:
    replaced = next(change for change in changes.clauses if change.kind == "replaced")
    assert replaced.replaced_by == "network-decides"
    assert "Swapped for rule 5.4" in markdown
    new = next(change for change in changes.clauses if change.id == "network-decides")
    assert (new.replaces, new.why) == ("ask-the-network", REASONS["ask-the-network"]["why"])


def of_one_clause(id: str, **now_see: str) -> Snapshot:
    clause = FrozenClause(id=id, number="1.1", section="about", under=None, title=id, text=id, uses=())
    return Snapshot(facts={}, sections=(), clauses=(clause,), definitions={}, check={}, now_see=now_see)


def test_what_was_replaced_twice_names_what_stands_now_and_the_other_way_round() -> None:
    old, new = of_one_clause("first"), of_one_clause("third", first="second", second="third")
    changes = compare(old, new, Why({"first": Reason(kind="replaced", why="Shorter.")}, {}), {}).clauses
    told = {change.id: (change.kind, change.replaced_by, change.replaces, change.why) for change in changes}
    assert told == {"first": ("replaced", "third", None, "Shorter."), "third": ("new", None, "first", "Shorter.")}


def test_numbers_that_only_moved_up_are_listed_apart(changes: ChangeSet) -> None:
    assert changes.renumbered == {"pupils-pictures": ("3.3", "3.4"), "insults": ("3.4", "3.5")}, "grumbles stays 3.6"


def test_a_definition_that_changed_names_the_clauses_that_use_it(changes: ChangeSet) -> None:
    assert {term.key: term.clauses for term in changes.terms} == {"network": ("least-age",)}


def test_a_heading_that_changed_is_told(once: Path, tmp_path: Path) -> None:
    project = copy_of(once, tmp_path / "copy")
    edit(project, POLICY, '"Ages"', '"How old to be"')
    found = since_adoption(project)
    assert found.sections == (("Ages", "How old to be"),) and not found.is_empty


def test_the_pages_that_refer_to_a_changed_clause_are_named(once: Path, tmp_path: Path) -> None:
    project = copy_of(once, tmp_path / "copy")
    edit(project, POLICY, "The school will usually ask", "The school may ask")
    content = load(project)
    (change,) = proposed_changes(content).clauses
    assert list(change.pages) == ["help/what-then.md", "letters/come-in.md", "letters/please-remove.md"]
    titles = "What comes after my words?, Please come in, Please take it down"
    assert f"Look at these too: {titles}." in as_markdown(content, proposed_changes(content), FIRST["label"])


def test_white_space_and_reflowed_lines_change_nothing(once: Path, tmp_path: Path) -> None:
    project = copy_of(once, tmp_path / "copy")
    edit(project, POLICY, "A word typed in haste", "A  word typed\nin haste")
    assert since_adoption(project).is_empty


def headed(markdown: str) -> list[str]:
    """The clauses that have a heading of their own, in order."""
    return re.findall(r"^#+ ([\w ]+: rule [\d.]+, .*)$", markdown, re.MULTILINE)


def test_both_faces_name_the_same_clauses_and_say_the_same_of_them(project: Path, markdown: str) -> None:
    box = built(project, DAY).html("changes/").root.find(".//div[@class='ps-changes']")
    headings = [text(h) for h in box.iter("h3")]
    assert [heading for heading in headings if ": rule " in heading] == headed(markdown)
    assert len(headed(markdown)) == len(KINDS)
    lines = re.sub(r"<[^>]+>|\*\*|\\", "", markdown).splitlines()[4:]  # below the title and how it is introduced
    said = [re.sub(r"^(#+|-) ", "", line).strip() for line in lines]
    assert len(said) > 4 * len(KINDS)
    assert [words for words in said if words not in text(box)] == []


def test_what_changed_is_marked_in_words_too_and_not_by_colour(markdown: str) -> None:
    assert '<del title="gone">will usually</del>' in markdown and '<ins title="come">must</ins>' in markdown


def test_every_reason_stands_beside_its_clause(markdown: str) -> None:
    for reason in REASONS.values():
        assert f"**The reason:** {reason['why']}" in markdown


@pytest.mark.parametrize(
    "was, now, pieces",
    [
        ("a b c", "a b c", [("same", "a b c")]),
        ("a b c", "a  b\nc", [("same", "a b c")]),
        ("a b c", "a x c", [("same", "a"), ("out", "b"), ("in", "x"), ("same", "c")]),
        ("", "a b", [("in", "a b")]),
        ("a b", "", [("out", "a b")]),
    ],
)
def test_texts_are_compared_word_by_word(was: str, now: str, pieces: list[tuple[str, str]]) -> None:
    assert [(piece.mark, piece.words) for piece in difference(was, now)] == pieces


def test_a_version_is_compared_with_the_one_before_it(tmp_path: Path) -> None:
    twice = load(adopted_twice(tmp_path))
    said = report(twice, after="2027-06")
    assert said == report(twice, "2027-01", "2027-06")
    assert "Version 2027-01 beside version 2027-06." in said and len(headed(said)) == len(KINDS)
    assert report(twice, after="2027-01").strip() == "Nothing came before it."
    with pytest.raises(Mistakes, match="does not come before version 2027-01"):
        report(twice, "2027-06", "2027-01")


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *words], cwd=project, env=dict(os.environ), capture_output=True, text=True, check=False
    )


def test_the_command_prints_the_pull_requests_face(project: Path, markdown: str) -> None:
    assert run(project, "macros.commands.changes").stdout.strip() == markdown.strip()


def test_the_command_names_the_versions_there_are(project: Path) -> None:
    refused = run(project, "macros.commands.changes", "2020")
    assert refused.returncode == 1
    assert refused.stderr.strip() == "docs/_versions: no version is called '2020'; there is 2027-01"


def test_check_asks_for_a_missing_reason(project: Path, content: Site, tmp_path: Path) -> None:
    assert refused(content) == []
    other = copy_of(project, tmp_path / "copy")
    give_reasons(other, {id: REASONS[id] for id in list(REASONS)[1:]})
    asked = [str(mistake) for mistake in refused(load(other))]
    assert [said.startswith(f"{WHY}: says no reason why 'talk-first' is reworded") for said in asked] == [True]
