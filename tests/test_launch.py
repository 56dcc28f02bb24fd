"""What make check says first: what is to do before parents are told of the site, in a few lines, and the rest below it."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from macros.checks.load import load
from macros.commands.check import SETTINGS, SHOWN, reports, said
from macros.commands.launch import COLOURS, NOTES, OWNERS, before_launch, to_fill_in
from macros.shared.school import School
from tests.projects import FACTS, bare, edit, without_facts
from tests.test_another_school import FIRST, GIVEN

MOST = 25  # lines
READINGS = "# Notes\n\n## What was done\n\n- One.\n\n## Readings, for you to confirm\n\n**Of a kind**\n\n- Two.\n- Three.\n\n## More, to confirm\n\n- Four.\n\n## Facts\n\n- Five.\n"
TEAMS = "# @beckstone/remark\n*  @beckstone/web @northgate/it\n/docs/ @beckstone/governors\n/tests/ @beckstone/web\n"


def put(project: Path, name: str, text: str) -> None:
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text(text, "utf-8")


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy with nothing done to it, years after its facts were checked."""
    monkeypatch.setenv("TODAY", "2030-01-01")
    (tmp_path / "begun").mkdir()
    project = without_facts(bare(tmp_path / "begun"))
    edit(project, FACTS, "#5b2a86", COLOURS.light)
    edit(project, FACTS, "#d9b8ff", COLOURS.dark)
    put(project, NOTES, READINGS)
    put(project, OWNERS, TEAMS)
    return project


def first(project: Path) -> list[str]:
    """What the check says before its reports."""
    return "\n".join(said(load(project), "HEAD", SHOWN)).partition(f"{SETTINGS}")[0].splitlines()


def test_of_a_copy_with_nothing_done_to_it_it_says_all_in_a_few_lines(begun: Path) -> None:
    lines = first(begun)
    assert len(lines) < MOST
    todo = "\n".join(lines)
    for part in (
        "not adopted",
        "3 readings",
        "facts to check again",
        "@beckstone/web, @beckstone/governors;",
        "colours:",
    ):
        assert part in todo
    assert "@northgate" not in todo and "remark" not in todo
    assert all(line.strip() in todo for line in to_fill_in(load(begun).school))


def test_when_all_is_done_it_says_so_in_one_line(project: Path) -> None:
    assert before_launch(load(project)) == []
    assert len(first(project)) <= 4
    assert "Nothing is left to do before launch" in first(project)[-1]


DONE = {  # what is done to such a copy, and what is no longer said
    "readings": (NOTES, READINGS.replace("to confirm", "confirmed"), "readings"),
    "no notes": (NOTES, "", "readings"),
    "owners": (OWNERS, TEAMS.replace("@beckstone/", "@northgate/"), OWNERS),
}


@pytest.mark.parametrize("name", DONE)
def test_what_is_done_is_not_said_any_more(name: str, begun: Path) -> None:
    file, text, no_longer = DONE[name]
    before = "\n".join(before_launch(load(begun)))
    put(begun, file, text)
    assert no_longer in before and no_longer not in "\n".join(before_launch(load(begun)))


def as_loaded(data: dict) -> School:
    return School.model_validate(
        {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    )


def test_facts_that_are_missing_are_listed_and_what_matters_most_comes_first() -> None:
    assert FIRST.keys() == School.model_fields.keys(), "the frozen school gives every fact that a school can give"
    assert to_fill_in(as_loaded(FIRST)) == []
    keys = [line.split(":")[0].split(", ") for line in to_fill_in(as_loaded(GIVEN))]
    assert [names[0] for names in keys[:3]] == ["office", "complaints_procedure", "site_address"]
    missing = [name for names in keys for name in names]
    assert sorted(missing) == sorted(
        {*FIRST} - {"name", "formerly", "governing_body", "headteacher", "phase", "colours"}
    )


def test_what_else_it_found_comes_below_and_is_short_unless_all_of_it_is_asked_for(begun: Path) -> None:
    site = load(begun)
    short, whole = ("\n".join(said(site, "HEAD", most)) for most in (SHOWN, None))
    found = {heading: lines for heading, lines in reports(site).items() if lines}
    assert any(len(lines) > SHOWN for lines in found.values())
    for heading, lines in found.items():
        assert short.index(SETTINGS) < short.index(f"\n{heading}:")
        assert [line for line in lines if f"  {line}\n" in f"{short}\n"] == lines[:SHOWN]
        assert all(line in whole for line in lines)
        assert (f"… and {len(lines) - SHOWN} more" in short) is (len(lines) > SHOWN)
    assert "ALL=yes" in short and "ALL=yes" not in whole


@pytest.mark.parametrize("all_of_it", ["", "yes"])
def test_the_command_says_it_and_ends_well(all_of_it: str, begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL", all_of_it)
    command = [sys.executable, "-m", "macros.commands.check"]
    ended = subprocess.run(command, cwd=begun, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert "To do before launch:" in ended.stdout and ("ALL=yes" in ended.stdout) is not bool(all_of_it)


def test_a_fact_is_to_be_checked_again_from_the_day_on_which_its_month_is_over(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day, due in ((date(2027, 8, 31), False), (date(2027, 9, 1), True)):
        monkeypatch.setenv("TODAY", day.isoformat())
        assert ("facts to check again" in "\n".join(before_launch(load(project)))) is due
