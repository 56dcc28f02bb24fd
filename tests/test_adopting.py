"""Adopting freezes the words for ever, asks why each clause changed, and writes nothing where something is wrong."""

import json
from datetime import date
from pathlib import Path

import pytest

from macros.adopted.standing import until
from macros.checks.load import load
from macros.commands.adopt import adopt
from macros.outputs.changes_markdown import report
from macros.policy.history import FOLDER
from macros.reading.mistakes import Mistakes
from tests.projects import (
    DAY,
    POLICY,
    REASONS,
    SECOND,
    WHY,
    Edit,
    adopted_twice,
    change_everything,
    edit,
    edited,
    files,
    give_reasons,
)
from tests.site import built, text


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODAY", DAY.isoformat())


def test_a_frozen_version_is_never_written_again_and_reasons_go_with_it(adopted: Path, tmp_path: Path) -> None:
    twice = adopted_twice(tmp_path / "twice")
    first, second = (twice / FOLDER / f"{label}.json" for label in ("2027-01", "2027-06"))
    assert first.read_bytes() == (adopted / FOLDER / "2027-01.json").read_bytes()
    assert json.loads(second.read_text("utf-8"))["changes"] == REASONS
    assert (twice / WHY).read_text("utf-8") == "# Edited by: a test\n\nchanges: {}\ndefinitions: {}\n"


def test_adopting_unchanged_words_again_is_a_review(once: Path) -> None:
    adopt(once, SECOND, DAY)
    content = load(once)
    assert [version.words for version in content.versions] == [content.fingerprint] * 2


def test_blanks_that_were_typed_are_not_kept(once: Path) -> None:
    adopt(once, {field: f"  {typed.replace(' ', '  ')} " for field, typed in SECOND.items()}, DAY)
    assert load(once).versions[-1].approved_by == SECOND["approved_by"]


URGENT = SECOND | {"label": "2027-06-urgent", "adopted_on": "2027-06-18", "in_force_from": "2027-07-01"}


def test_an_urgent_version_takes_the_place_of_one_that_is_not_in_force_yet(
    once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adopt(once, SECOND, DAY)
    adopt(once, URGENT, DAY)
    applies = {}
    for day in ("2027-06-20", "2027-07-01", "2027-09-01"):
        monkeypatch.setenv("TODAY", day)
        applies[day] = load(once).standing.applies.label
    assert applies == {"2027-06-20": "2027-01", "2027-07-01": "2027-06-urgent", "2027-09-01": "2027-06-urgent"}
    versions = load(once).versions
    assert [until(versions, version) for version in versions] == [date(2027, 7, 1), date(2027, 7, 1), None]


@pytest.mark.parametrize("day", ["2027-06-20", "2027-07-01", "2027-09-01"])
def test_a_version_whose_place_was_taken_says_that_it_never_applied(
    day: str, once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adopt(once, SECOND, DAY)
    adopt(once, URGENT, DAY)
    monkeypatch.setenv("TODAY", day)
    site = built(once, date.fromisoformat(day))
    page = site.html("policy/versions/2027-06/")
    never = site.content.wording.versions.never
    status = page.all(".//div[@class='ps-status']")[0]
    assert text(status).startswith(never.split("**")[1])
    assert [link.get("href") for link in status.findall(".//a")] == ["../2027-06-urgent/"]


def test_a_version_that_takes_the_place_of_a_later_one_has_the_reasons_of_both(once: Path) -> None:
    for record, word, why in ((SECOND, "helps", "All count."), (URGENT, "visits", "Guests too.")):
        edit(once, POLICY, "Insulting anyone who", f"Insulting anyone who {word}, or")
        give_reasons(once, {"insults": {"kind": "reworded", "why": why}}, {})
        adopt(once, record, DAY)
    assert "All count. Guests too." in report(load(once), after=URGENT["label"])


def test_a_wrong_day_is_put_right_by_a_version_of_the_same_meeting(once: Path) -> None:
    adopt(once, SECOND | {"in_force_from": "2027-12-01"}, DAY)
    adopt(once, SECOND | {"label": "2027-06-again"}, DAY)
    content = load(once)
    assert [version.label for version in content.versions] == ["2027-01", "2027-06", "2027-06-again"]
    assert [version.label for version in content.standing.coming] == ["2027-06-again"]


def nothing(project: Path) -> None:
    pass


reword = edited(POLICY, "Insulting anyone who works at", "Insulting anyone who works or helps at")
REFUSED = {  # what is typed, what was done before it, and what must be said
    "a label used twice": ({"label": "2027-01"}, nothing, "has been used"),
    "a label that is no address": ({"label": "June 2027"}, nothing, "label: is 'June 2027'"),
    "a date in another form": (
        {"adopted_on": "15.6.2027"},
        nothing,
        "adopted_on: is '15.6.2027'; write the day as 2027-01-12",
    ),
    "a date that is still to come": ({"adopted_on": "2027-07-01"}, nothing, "still to come"),
    "in force before it was adopted": ({"in_force_from": "2027-06-01"}, nothing, "before it was adopted"),
    "a review before it is in force": ({"review_due": "2027-08-01"}, nothing, "review_due: "),
    "adopted before the version before it": (
        {"adopted_on": "2027-01-11"},
        nothing,
        "adopted_on: 2027-01-11 is before version 2027-01, adopted on 2027-01-12; look at the year",
    ),
    "in force before the day on which the last one began": (
        {"adopted_on": "2027-01-13", "in_force_from": "2027-02-01"},
        nothing,
        "in_force_from: 2027-02-01 is not after the first day of version 2027-01, which has been in force since",
    ),
    "a review that is over": (
        {"adopted_on": "2027-01-13", "in_force_from": "2027-02-02", "review_due": "2027-06-19"},
        nothing,
        "review_due: 2027-06-19 is over already; look at the years",
    ),
    "who, as the page says it": ({"approved_by": "adopted by us"}, nothing, "write it without 'adopted by'"),
    "a minute with its number's sign": ({"minute": "Min. 7"}, nothing, "write it without 'Min.'"),
    "a minute in brackets": ({"minute": "(7/27)"}, nothing, "write it without '('"),
    "nothing but the word": ({"minute": "minute"}, nothing, "write it without 'minute'"),
    "in force in a year that was mistyped": (
        {"in_force_from": "2072-09-02"},
        nothing,
        "in_force_from: 2072-09-02 is more than a year after",
    ),
    "a review in a year that was mistyped": (
        {"review_due": "2082-06-15"},
        nothing,
        "review_due: 2082-06-15 is more than five years after",
    ),
    "who, with the word in front of it": (
        {"approved_by": "by the full board"},
        nothing,
        "approved_by: is 'by the full board'; write it without 'by'",
    ),
    "a minute, with the word in front of it": (
        {"minute": "Minute 7/27"},
        nothing,
        "minute: is 'Minute 7/27'; write it without 'Minute'",
    ),
    "a full stop": ({"approved_by": "the full board."}, nothing, "without the full stop"),
    "no minute": ({"minute": " "}, nothing, "minute: is missing"),
    "a change without a reason": ({}, reword, "says no reason why 'insults' is reworded"),
    "failing checks": ({}, edited("docs/index.md", "(raise-a-concern.md)", "(raise.md)"), "leads nowhere"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_adopting_is_refused_in_one_line_and_writes_nothing(name: str, once: Path) -> None:
    typed, before, says = REFUSED[name]
    before(once)
    there = files(once)
    with pytest.raises(Mistakes) as refused:
        adopt(once, SECOND | typed, DAY)
    assert any(says in str(mistake) for mistake in refused.value.mistakes)
    assert files(once) == there


WRONG = {
    "a reason for a clause that has not changed": ({"insults": {"kind": "reworded", "why": "So."}}, "has not changed"),
    "another kind than it is": (REASONS | {"rumours": {"kind": "new", "why": "So."}}, "but it is moved"),
    "one reason too few": ({id: REASONS[id] for id in list(REASONS)[1:]}, "says no reason why 'talk-first'"),
}


@pytest.mark.parametrize("name", WRONG)
def test_every_changed_clause_needs_its_reason_and_no_other(name: str, once: Path) -> None:
    reasons, says = WRONG[name]
    change_everything(once)
    give_reasons(once, reasons)
    with pytest.raises(Mistakes, match=says):
        adopt(once, SECOND, DAY)


def frozen(before: str, after: str) -> Edit:
    return edited(f"{FOLDER}/2027-01.json", before, after)


def rename(project: Path) -> None:
    (project / FOLDER / "2027-01.json").rename(project / FOLDER / "2027-02.json")


BROKEN = {  # what somebody does to a project with a version, and what must be said
    "a word of a frozen clause is edited": (
        frozen("Insulting anyone", "Insulting someone"),
        "2027-01.json: was edited",
    ),
    "a frozen date is edited": (frozen("2027-01-12", "2027-01-11"), "2027-01.json: was edited"),
    "white space in a frozen file is edited": (frozen("{\n", "{\n\n"), "2027-01.json: was edited"),
    "a frozen file cannot be read": (frozen("{\n", ""), "cannot be read as a version"),
    "a date in a frozen file is in words": (frozen('"2027-01-12"', '"12 January 2027"'), "cannot be read as a version"),
    "a frozen file is renamed": (rename, "2027-02.json: says that its label is '2027-01'"),
    "the page of a version is missing": (
        lambda project: (project / "docs/policy/versions/2027-01.md").unlink(),
        "page of this version is missing",
    ),
    "the page of a version is edited": (
        lambda project: edit(project, "docs/policy/versions/2027-01.md", "}}\n", "}}\n\nAnd one rule more.\n"),
        "docs/policy/versions/2027-01.md: the page of this version was edited; put it back",
    ),
    "a page without a version": (
        lambda project: (project / FOLDER / "2027-01.json").unlink(),
        "there is no version for this page",
    ),
    "an address of that time is lost": (
        edited("docs/_shared/routes.yml", "  beyond:\n", "  afterwards:\n"),
        "raise-a-concern/#beyond stood when version 2027-01",
    ),
    "a clause becomes something else than was adopted": (
        edited(POLICY, "Insulting anyone who works at", "Sharing pictures of the gate of"),
        "the words of 'insults' have become something else",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_one_line_refuses(name: str, once: Path) -> None:
    spoil, says = BROKEN[name]
    spoil(once)
    with pytest.raises(Mistakes) as refused:
        load(once)
    assert [says in str(mistake) for mistake in refused.value.mistakes] == [True]


def test_an_id_that_was_withdrawn_is_no_id_for_a_section_either(once: Path) -> None:
    change_everything(once)
    page = '---\ntitle: Again\nadded: 2027-06-20\n---\n{{ clause_page("insults-again") }}\n'
    (once / "docs/policy/insults-again.md").write_text(page, "utf-8")
    heading = '## {{ section("shut-out", "Hosts") }}\n\n{{ clause("insults-again") }}\nWords.\n\n{{ withdrawn() }}'
    edited(POLICY, "{{ withdrawn() }}", heading)(once)
    with pytest.raises(Mistakes, match="'shut-out' was withdrawn on 2027-06-20 and an id is never used again"):
        load(once)
