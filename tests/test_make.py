"""Make hands on what is typed, sign by sign, and runs nothing of it; every word after `make` does its own set-up."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from macros.reading.project import ROOT

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
SAID = "said.json"
PYTHON = f"""#!/usr/bin/env python3
import json, os, sys
json.dump([sys.argv, dict(os.environ)], open({SAID!r}, "w"))
"""
TYPED = (
    "Paying $5 for a post.",
    "$(shell touch ran)",
    "`touch ran`",
    '"; touch ran; "',
    "'; touch ran; '",
    "$$HOME $(HOME) ${HOME}",
    "# Paying people.",
    "\\ and \\n and %",
    "blanks  ",  # at the beginning, make itself takes them away
    "& | > ran",
    "one\ntwo",
    "-h",
    "Ωδ 🌳",
    "override WORDS := x",
)
COMMANDS = {  # with what is typed behind each, by the order in which it is handed on
    "add": ("CLAUSE", "AFTER", "TITLE", "WORDS", "REPLACES"),
    "withdraw": ("CLAUSE", "NOW_SEE"),
    "changes": ("FROM", "TO", "PDF"),
    "adopt": ("VERSION", "ADOPTED", "MINUTE", "BY", "IN_FORCE", "REVIEW"),
    "serve": ("PORT",),
    "check": ("BASE", "ALL"),
    "review": ("ABOUT",),
    "site": ("TODAY", "SCHOOL"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the Makefile, and a Python that writes down how it was called."""
    (tmp_path / "Makefile").write_text(MAKEFILE, "utf-8")
    (tmp_path / "requirements.txt").touch()
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(PYTHON)
    python.chmod(0o755)
    (tmp_path / ".venv/ready").touch()
    return tmp_path


@pytest.mark.parametrize("by", ["behind the command", "in the environment"])
@pytest.mark.parametrize("command", COMMANDS)
def test_words_arrive_as_they_are_typed_and_nothing_in_them_is_run(command: str, by: str, project: Path) -> None:
    for words in TYPED:
        typed = dict.fromkeys(COMMANDS[command], words)
        behind = [f"{name}={value}" for name, value in typed.items()] if by == "behind the command" else []
        environment = os.environ | ({} if behind else typed)
        subprocess.run(["make", command, *behind], cwd=project, env=environment, check=True, capture_output=True)
        arguments, seen = json.loads((project / SAID).read_text())
        handed = [re.sub(r"^--[a-z-]+=", "", argument) for argument in arguments[1:]]
        assert handed[-len(typed) :] == [*typed.values()] or {name: seen.get(name) for name in typed} == typed
        assert not (project / "ran").exists()


def test_help_runs_nothing_of_what_is_typed(project: Path) -> None:
    subprocess.run(["make", "help", "WORDS=$(shell touch ran)"], cwd=project, check=True, capture_output=True)
    assert not (project / "ran").exists()


def test_every_tool_is_installed_with_its_hash() -> None:
    installs = re.findall(r"pip install .*", MAKEFILE)
    assert installs
    assert all("--require-hashes" in install for install in installs)
    for name in ("requirements.txt", "tools.txt"):
        pinned = re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8").strip())
        assert all(re.match(r"[a-z0-9.-]+==\S+", one) and "--hash=sha256:" in one for one in pinned)
        assert "://" not in "".join(pinned)


def test_what_is_pinned_is_renewed_only_when_that_is_asked_for(project: Path) -> None:
    (project / ".tools").mkdir()
    for name in ("tools.txt", ".tools/ready"):
        (project / name).touch()
    for typed, renewed in ((None, 0), ("yes", 2), ("$(shell touch ran)", 2)):
        environment = os.environ | ({"UPGRADE": typed} if typed else {})
        command = ["make", "--dry-run", "lock"]
        run = subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True, text=True)
        assert run.stdout.count("--upgrade") == renewed
    assert not (project / "ran").exists()
