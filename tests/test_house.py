"""How the house is built: its floors, its sizes, and which side what stands on."""

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

from macros.listed.allowed import ALLOWED, Allowed
from macros.reading.entries import read_entries
from macros.reading.project import ROOT

GUARDS = {
    "layout": ["ruff", "format", "--check", "--quiet", "macros", "tests"],
    "slips": ["ruff", "check", "--quiet", "--output-format=concise", "macros", "tests"],
    "types": ["mypy", "--no-error-summary"],
    "floors": ["lint-imports", "--no-cache"],
}
MODULES = sorted((ROOT / "macros").rglob("*.py"))
MOST_LINES, MOST_IN_A_FOLDER, LONGEST_CHAIN = 150, 1_100, 12
REGISTER = ROOT / "macros/register.py"  # a table of contents, as long as there are macros


@pytest.mark.parametrize("name", GUARDS)
def test_the_guards_find_nothing(name: str) -> None:
    program, *words = GUARDS[name]
    run = subprocess.run(
        [Path(sys.executable).with_name(program), *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


@cache
def imports() -> dict[str, set[str]]:
    """Module to those that it imports, in functions and for types alone as well."""
    graph = grimp.build_graph("macros", cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}


def test_no_module_leads_round_to_itself() -> None:
    TopologicalSorter(imports()).prepare()  # raises CycleError


def test_no_chain_of_modules_is_long() -> None:
    @cache
    def chain(module: str) -> tuple[str, ...]:
        return (module, *max((chain(below) for below in imports()[module]), key=len, default=()))

    longest = max(map(chain, imports()), key=len)
    assert len(longest) <= LONGEST_CHAIN, " → ".join(longest)


@pytest.mark.parametrize(
    "file", [*MODULES, *(ROOT / "macros").glob("*/")], ids=lambda file: file.relative_to(ROOT).as_posix()
)
def test_no_room_is_too_large(file: Path) -> None:
    files = [file] if file.is_file() else sorted(file.rglob("*.py"))
    lines = sum(one.read_text("utf-8").count("\n") for one in files)
    assert lines <= (MOST_LINES if file.is_file() else MOST_IN_A_FOLDER) or file == REGISTER


PLACES = {"label", "path", "text", "title"}  # elements, but docstrings say <label> for a place in a name
TAGS = "|".join(read_entries(ROOT / ALLOWED, ALLOWED, Allowed).elements.keys() - PLACES)


def look(text: str) -> Iterator[str]:
    """Class names, and tags of HTML, in a module's text."""
    yield from re.findall(rf"\bps-[a-z]\w*|</?(?:{TAGS})\b(?![-\w])[^>\n]*>?", text)


NO_LOOK = {  # where such names and tags are not shown, but looked for
    "macros/reading/refusals.py": "the one box that may be typed on a page",
    "macros/checks/markup.py": "and what to say of another",
}


@pytest.mark.parametrize(
    "file", [file for file in MODULES if file.relative_to(ROOT).as_posix() not in NO_LOOK], ids=lambda file: file.stem
)
def test_look_stands_in_overrides_alone(file: Path) -> None:
    assert list(look(file.read_text("utf-8"))) == []


def test_look_is_seen_where_it_stands() -> None:
    assert list(look("box = \"<div class='ps-note'>\"")) == ["<div class='ps-note'>"]
    assert list(look("box('ps-note')")) == ["ps-note"]
    assert list(look("'<button>'; '<table id=x>'; '<p'")) == ["<button>", "<table id=x>", "<p'"]
