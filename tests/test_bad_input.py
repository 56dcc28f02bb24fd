"""Whatever somebody gets wrong gives one line with file, line and remedy, and the last good site stays."""

import re
from pathlib import Path

import pytest
import yaml

from macros.commands.check import check
from macros.outputs.build import build
from macros.reading.mistakes import exit_code

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
    return exit_code(lambda: check(project, project / "scratch"))


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
    says = re.escape(case["says"]).replace(r"\{line\}", str(line)).replace(r"\{n\}", r"\d+")
    assert re.fullmatch(says, lines[0])
    assert [file.name for file in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text() == GOOD
    assert not list(project.glob(".site*"))
