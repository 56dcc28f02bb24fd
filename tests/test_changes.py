"""What a pull request would change is told clause by clause, the same for the pull request and for the page."""

import itertools
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from macros import load_checked, proposed_changes
from macros.adopt import adopt
from macros.build import build
from macros.changes import ChangeSet, difference
from macros.changes_page import as_markdown
from macros.content import Content
from macros.effect import EXAMPLES, Effect, effect
from macros.self_check import SelfCheck, verdict
from tests.adopted import DAY, FIRST, REASONS, adopted_twice, change_everything, copy, edit, give_reasons
from tests.site import Site, text

KINDS = {id: reason["kind"] for id, reason in REASONS.items()} | {"host-asked": "new"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose adopted words were changed in every way."""
    project = copy(tmp_path_factory.mktemp("changed"))
    adopt(project, FIRST, DAY)
    change_everything(project)
    give_reasons(project, REASONS)
    return project


@pytest.fixture(scope="module")
def content(project: Path) -> Content:
    return load_checked(project)[0]


@pytest.fixture(scope="module")
def changes(content: Content) -> ChangeSet:
    return proposed_changes(content)


@pytest.fixture(scope="module")
def markdown(content: Content, changes: ChangeSet) -> str:
    return as_markdown(content, changes, FIRST["label"])


def test_each_changed_clause_is_told_once_by_its_kind(changes: ChangeSet) -> None:
    assert {change.id: change.kind for change in changes.clauses} == KINDS
    assert len(changes.clauses) == len(KINDS)


def test_a_word_of_duty_that_changed_is_named(changes: ChangeSet, markdown: str) -> None:
    reworded = next(change for change in changes.clauses if change.kind == "reworded")
    assert reworded.duties == (("should",), ("must",))
    assert "should → must" in markdown


def test_a_number_that_changed_is_named(project: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(project, tmp_path / "copy"))
    edit(other, "docs/_shared/terms.yml", "policy-minimum-age: 14", "policy-minimum-age: 16")
    edit(other, "docs/policy/index.md", "think about the three questions", "think about the four questions")
    numbers = {change.id: change.numbers for change in proposed_changes(load_checked(other)[0]).clauses}
    assert numbers["minimum-age"] == (("14",), ("16",))
    assert numbers["before-posting"] == (("three",), ("four",))


def test_what_was_replaced_names_what_took_its_place(changes: ChangeSet, markdown: str) -> None:
    replaced = next(change for change in changes.clauses if change.kind == "replaced")
    assert replaced.replaced_by == "host-asked"
    assert "Replaced by clause" in markdown
    new = next(change for change in changes.clauses if change.id == "host-asked")
    assert (new.replaces, new.why) == ("report-to-host", REASONS["report-to-host"]["why"])


def test_numbers_that_only_moved_up_are_listed_apart(changes: ChangeSet) -> None:
    assert "threats" not in changes.renumbered, "it is 4.11 before and after"
    assert changes.renumbered["naming-children"] == ("4.4", "4.5")
    assert not changes.renumbered.keys() & KINDS.keys()


def test_a_definition_that_changed_names_the_clauses_that_use_it(changes: ChangeSet) -> None:
    assert {term.key: term.clauses for term in changes.terms} == {"harassment": ("police",)}


def test_the_pages_that_refer_to_a_changed_clause_are_named(project: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(project, tmp_path / "copy"))
    edit(other, "docs/policy/index.md", "as a first step the school will usually", "as a first step the school may")
    change = next(c for c in proposed_changes(load_checked(other)[0]).clauses if c.id == "first-step-discussion")
    assert "letters/first-conversation.md" in change.pages
    assert change.duties == (("will usually",), ("may",))


def test_white_space_and_reflowed_lines_change_nothing(tmp_path: Path) -> None:
    project = copy(tmp_path)
    adopt(project, FIRST, DAY)
    edit(project, "docs/policy/index.md", "It is rarely appropriate", "It  is rarely\nappropriate")
    assert proposed_changes(load_checked(project)[0]).is_empty


def headed(markdown: str) -> list[str]:
    """The clauses that have a heading of their own, in order."""
    return re.findall(r"^#+ (\w+: clause [\d.]+, .*)$", markdown, re.MULTILINE)


def test_both_faces_name_the_same_clauses_and_say_the_same_of_them(
    project: Path, content: Content, markdown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build(project, project / "site") == 0
    page = Site(project / "site", "").html("changes/")
    box = page.root.find(".//div[@class='ps-changes']")
    headings = [text(h) for h in box.iter("h3")]
    assert [heading for heading in headings if ": clause " in heading] == headed(markdown)
    assert len(headed(markdown)) == len(KINDS)
    on_page = text(box)
    for line in re.sub(r"<[^>]+>|\*\*|\\", "", markdown).splitlines()[4:]:
        words = re.sub(r"^(#+|-) ", "", line).strip()
        assert words in on_page, words


def test_what_changed_is_marked_in_words_too_and_not_by_colour(markdown: str) -> None:
    assert '<del title="taken out">should</del>' in markdown and '<ins title="put in">must</ins>' in markdown


def test_every_reason_stands_beside_its_clause(markdown: str) -> None:
    for reason in REASONS.values():
        assert f"**Why:** {reason['why']}" in markdown


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


def as_frozen(check: SelfCheck) -> dict[str, dict[str, str]]:
    frozen: dict[str, dict[str, str]] = {}
    for question, id, answer in check.inputs():
        frozen.setdefault(question, {})[id] = answer.leads_to
    return frozen


def counted_one_by_one(old: SelfCheck, new: SelfCheck) -> Counter[tuple[str, str]]:
    """Every way to answer, asked of both checks."""
    questions = as_frozen(new)
    boxes = list(questions.pop(EXAMPLES))
    replies = [[None, *inputs] for inputs in questions.values()]
    ticked = [set(itertools.compress(boxes, bits)) for bits in itertools.product([0, 1], repeat=len(boxes))]
    return Counter(
        (verdict(given := boxes | set(filter(None, chosen)), old).outcome, verdict(given, new).outcome)
        for boxes in ticked
        for chosen in itertools.product(*replies)
    )


def test_the_effect_on_the_check_is_what_counting_one_by_one_gives(project: Path, content: Content, tmp_path: Path) -> None:
    before = load_checked(copy(tmp_path))[0].check
    counts = counted_one_by_one(before, content.check)
    assert sum(counts.values()) == 32_768
    reckoned = effect(as_frozen(before), as_frozen(content.check))
    assert reckoned.total == 32_768
    assert {(s.before, s.after): s.count for s in reckoned.shifts} == {k: n for k, n in counts.items() if k[0] != k[1]}
    for shift in reckoned.shifts:
        assert verdict(shift.example, before).outcome == shift.before
        assert verdict(shift.example, content.check).outcome == shift.after


def test_a_new_example_counts_in_the_new_check_alone() -> None:
    old = {EXAMPLES: {"a": "stop", "none": "ok"}, "q": {"q-yes": "ok", "q-no": "talk"}}
    new = {EXAMPLES: {"a": "stop", "b": "talk", "none": "ok"}, "q": {"q-yes": "ok", "q-no": "talk"}}
    assert effect(old, old) == Effect(12, ())
    shifts = {(shift.before, shift.after): shift.count for shift in effect(old, new).shifts}
    assert effect(old, new).total == 24
    assert shifts == {("ok", "talk"): 1, ("todo", "talk"): 2}


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *words]
    return subprocess.run(
        command, cwd=project, capture_output=True, text=True, check=False, env={**os.environ, "TODAY": "2027-06-20"}
    )


def test_the_command_prints_the_pull_requests_face(project: Path, markdown: str) -> None:
    assert run(project, "macros.report").stdout.strip() == markdown.strip()


def test_the_command_compares_a_version_with_the_one_before_it(tmp_path: Path) -> None:
    project = adopted_twice(tmp_path)
    said = run(project, "macros.report", "", "2027-06").stdout
    assert said == run(project, "macros.report", "2027-01", "2027-06").stdout
    assert said.startswith("## Changes\n\nFrom version 2027-01 to version 2027-06.") and len(headed(said)) == len(KINDS)
    assert run(project, "macros.report", "", "2027-01").stdout.strip() == "This is the first version."


def test_the_command_names_the_versions_there_are(project: Path) -> None:
    refused = run(project, "macros.report", "2020")
    assert refused.returncode == 1
    assert refused.stderr.strip() == "docs/_versions: no version is called '2020'; there is 2027-01"


def test_check_asks_for_a_missing_reason(project: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(project, tmp_path / "copy"))
    assert run(other, "macros.check").returncode == 0
    give_reasons(other, {id: REASONS[id] for id in list(REASONS)[1:]})
    asked = run(other, "macros.check")
    assert asked.returncode == 1
    assert asked.stderr.startswith("docs/_shared/changes.yml: says no reason why 'childrens-use-appropriate' is reworded")
