"""Whatever somebody gets wrong gives one line with file, line and remedy, and the last good site stays."""

import re
from itertools import zip_longest
from pathlib import Path

import pytest
import yaml

from macros.checks.load import load
from macros.commands.check import check
from macros.commands.site import build
from macros.reading.mistakes import Mistakes
from macros.running.boundary import run
from macros.site import MODELS

CASES = yaml.safe_load((Path(__file__).parent / "bad-input.yml").read_text("utf-8"))
GOOD = "the last good site"


def spoil(project: Path, case: dict) -> int:
    """Makes the case's one change and gives the line it is on; a case that changes nothing is itself wrong."""
    file = project / case["file"]
    if case.get("folder"):
        file.unlink()
        file.mkdir()
    elif case.get("gone"):
        file.unlink()
    elif "whole" in case:
        file.write_text(case["whole"], "utf-8")
    else:
        text = file.read_text("utf-8")
        before, found, after = text.partition(case["replace"])
        assert found and case["by"] != case["replace"]
        if case.get("every"):
            after = after.replace(case["replace"], case["by"])
        file.write_text(before + case["by"] * case.get("times", 1) + after, "utf-8")
        return before.count("\n") + 1 + case.get("below", 0)
    return 0


def ended(project: Path, case: dict) -> int:
    """The exit code of building the site, or of `make check` for what it alone refuses."""
    if not case.get("check"):
        return build(project, project / "site")
    (project / "scratch").mkdir()
    return run(lambda: check(project, project / "scratch"))


@pytest.mark.parametrize("name", CASES)
def test_one_line_says_what_is_wrong_and_the_last_good_site_stays(
    name: str, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    case = CASES[name]
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text(GOOD)
    line = spoil(project, case)
    code = ended(project, case)
    said = "".join(capfd.readouterr())
    lines = [line for line in said.splitlines() if line.strip() and not line.startswith("INFO")]
    assert code != 0
    assert "Traceback" not in said
    assert len(lines) == 1
    assert expected(case, line).fullmatch(lines[0])
    assert [file.name for file in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text() == GOOD
    assert not list(project.glob(".site*"))


def expected(case: dict, line: int) -> re.Pattern[str]:
    """What is said of a case whose change is on that line."""
    return re.compile(re.escape(case["says"]).replace(r"\{line\}", str(line)).replace(r"\{n\}", r"\d+"))


def rounds() -> list[list[str]]:
    """The cases that words alone show, so that no two of a round are in the same file, and none hides a whole file."""
    by_file: dict[str, list[str]] = {}
    for name, case in CASES.items():
        if "replace" in case and not (case.get("check") or case.get("built")):
            by_file.setdefault(case["file"], []).append(name)
    return [[name for name in names if name] for names in zip_longest(*by_file.values())]


@pytest.mark.parametrize("number", range(len(rounds())))
def test_all_that_is_wrong_is_said_in_one_run(number: int, project: Path) -> None:
    names = rounds()[number]
    lines = {name: spoil(project, CASES[name]) for name in names}
    with pytest.raises(Mistakes) as raised:
        load(project)
    said = str(raised.value).splitlines()
    missing = [name for name in names if not any(map(expected(CASES[name], lines[name]).fullmatch, said))]
    assert missing == []


@pytest.mark.parametrize("stem", MODELS)
def test_a_shared_file_without_any_of_its_entries_is_told_of_and_nothing_fails_on_it(stem: str, project: Path) -> None:
    name = f"docs/_shared/{stem}.yml"
    (project / name).write_text("something: else\n", "utf-8")
    with pytest.raises(Mistakes) as raised:
        load(project)
    assert name in {mistake.file for mistake in raised.value.mistakes}
