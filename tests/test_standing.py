"""At each stage the site says how the words stand: adopted or not, in force or not yet, changed since, review overdue."""

from datetime import date
from pathlib import Path

import pytest

from macros.checks.load import load
from macros.commands.adopt import adopt
from macros.commands.review import due, review
from macros.policy.plain import plain
from macros.reading.mistakes import Mistakes
from macros.register import Register
from tests.projects import DAY, POLICY, SECOND, adopted_once, bare, copy_of, edit


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return adopted_once(tmp_path_factory.mktemp("once"))


def reword(project: Path) -> None:
    edit(project, POLICY, "Insulting anyone who works at", "Insulting anyone who works or helps at")


def nothing(project: Path) -> None:
    pass


DRAFT, IN_FORCE, TRIED_OUT = "Still a draft", "These rules hold.", "Only tried out."
OVERDUE = "Somebody should have looked at them"
STAGES = {  # the day, what was done since the first adoption, what the site must say of it, and what it must not
    "adopted, in force from": (
        date(2027, 1, 20),
        nothing,
        ["Agreed, and soon to begin.", "2027-01 begins on 1 February 2027", "agreed it on 12 January 2027"],
        [DRAFT, IN_FORCE, TRIED_OUT, OVERDUE],
    ),
    "adopted and in force": (
        date(2027, 2, 1),
        nothing,
        [IN_FORCE, "begun on 1 February 2027", "again by 12 January 2028"],
        [DRAFT, TRIED_OUT, OVERDUE],
    ),
    "changed since adoption": (
        date(2027, 3, 1),
        reword,
        [TRIED_OUT, "differ from version 2027-01", "Until then, version 2027-01 holds."],
        [DRAFT, IN_FORCE, OVERDUE],
    ),
    "review overdue": (date(2028, 1, 13), nothing, [IN_FORCE, f"{OVERDUE} by 12 January 2028."], [DRAFT, TRIED_OUT]),
    "changed and overdue": (date(2028, 1, 13), reword, [TRIED_OUT, OVERDUE], [DRAFT, IN_FORCE]),
}


@pytest.mark.parametrize("stage", STAGES)
def test_the_site_says_at_each_stage_how_the_words_stand(
    stage: str, once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day, since, says, never = STAGES[stage]
    project = copy_of(once, tmp_path / "copy")
    since(project)
    monkeypatch.setenv("TODAY", day.isoformat())
    content = load(project)
    register = Register(content, lambda: POLICY)
    box, line = (plain(words.split("<div hidden")[0]) for words in (register.status(), register.status_line()))
    assert [words for words in says if words not in box] == []
    assert [words for words in never if words in box] == []
    assert content.fingerprint in box
    assert "2027-01" in line
    assert (OVERDUE in line) is (OVERDUE in says[-1])


def test_before_anything_was_adopted_they_are_a_draft(tmp_path: Path) -> None:
    content = load(bare(tmp_path))
    register = Register(content, lambda: POLICY)
    for words in (register.status(), register.status_line()):
        assert DRAFT in words and not any(other in words for other in (IN_FORCE, TRIED_OUT, OVERDUE))
    assert content.fingerprint in register.status()


def test_reflowed_lines_and_white_space_change_no_fingerprint(once: Path, tmp_path: Path) -> None:
    project = copy_of(once, tmp_path / "copy")
    edit(project, POLICY, "A word typed in haste", "A  word typed\nin haste")
    assert load(project, DAY).fingerprint == load(once, DAY).fingerprint


@pytest.mark.parametrize(
    "day, says",
    [
        (date(2027, 11, 12), ""),
        (date(2027, 11, 13), "is to be looked at by 12 January 2028"),
        (date(2028, 1, 12), "is to be looked at by"),
        (date(2028, 1, 13), "should have been looked at by"),
    ],
)
def test_the_review_is_announced_sixty_days_before_and_when_it_is_overdue(
    day: date, says: str, once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TODAY", day.isoformat())
    line = review(load(once), day)
    assert says in line and bool(line) is bool(says)


def test_a_review_that_was_done_is_not_overdue(once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between adopting the next version and its first day, the old one still applies, and nobody has missed anything."""
    day = date(2028, 1, 20)
    monkeypatch.setenv("TODAY", day.isoformat())
    project = copy_of(once, tmp_path / "copy")
    later = SECOND | {"adopted_on": "2028-01-10", "in_force_from": "2028-02-01", "review_due": "2029-01-10"}
    adopt(project, later, day)
    content = load(project)
    assert not content.standing.overdue and review(content, day) == ""


def test_the_review_of_a_version_that_is_not_in_force_yet_is_not_announced(
    once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_of(once, tmp_path / "copy")
    adopt(project, SECOND | {"review_due": "2027-10-01"}, DAY)
    for day, announced in ((date(2027, 8, 15), False), (date(2027, 9, 1), True)):
        monkeypatch.setenv("TODAY", day.isoformat())
        assert bool(review(load(project), day)) is announced


def test_the_review_and_facts_to_check_are_told_apart_by_what_is_asked(
    once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = date(2028, 1, 13)
    monkeypatch.setenv("TODAY", day.isoformat())
    site = load(once)
    policy, facts, both = ([*due(site, day, about)] for about in ("policy", "facts", ""))
    assert policy == [review(site, day)] and both == [*policy, *facts]
    assert facts and all("to be checked again" in line for line in facts)
    with pytest.raises(Mistakes, match="ABOUT: is 'letters'; it can be policy or facts, or be left out"):
        [*due(site, day, "letters")]
