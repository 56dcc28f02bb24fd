"""A build gives the same bytes each time, anywhere, and follows one change in one place."""

import hashlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from macros.commands.site import build
from tests import projects
from tests.projects import edit, without_facts
from tests.site import Built, built, text

DEFINITIONS = "docs/definitions.md"


def fingerprints(folder: Path) -> dict[str, str]:
    return {
        str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest() for f in folder.rglob("*") if f.is_file()
    }


MACHINES = {  # where and when one commit is built
    "one": {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
    "quite/another one": {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"},
}


def test_two_builds_of_one_commit_are_the_same_wherever_and_whenever(project: Path, tmp_path: Path) -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "--all"], [*who, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", str(project), *command], check=True)
    built = []
    for n, (name, settings) in enumerate(MACHINES.items()):
        folder = tmp_path / name
        subprocess.run(["git", "clone", "-q", str(project), str(folder)], check=True)
        for file in folder.rglob("*.*"):
            os.utime(file, (10**9 * n, 10**9 * n))
        command, environment = (
            [sys.executable, "-m", "macros.commands.site"],
            os.environ | settings | {"TODAY": projects.TODAY.isoformat()},
        )
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        built.append(fingerprints(folder / "site"))
    assert built[0] == built[1]
    assert built[0].keys() >= {"policy.pdf", "sitemap.xml.gz", "index.html", "policy.json"}


def test_a_new_site_takes_the_place_of_the_old_one_whole(project: Path) -> None:
    site = project / "site"
    site.mkdir()
    (site / "left-over.html").write_text("old")
    assert build(project, site) == 0
    assert not (site / "left-over.html").exists() and (site / "policy/insults/index.html").is_file()
    assert not list(project.glob(".site*"))


def test_what_the_school_has_given_takes_the_place_of_asking_at_the_office(school: Built) -> None:
    page = school.html("raise-a-concern/")
    assert {
        "tel:01632960001",
        "mailto:reception@northgate.example",
        "mailto:chair@northgate.example",
        "https://northgate.example/complaints",
    } <= set(page.links())
    words = text(page.root)
    assert "will tell you how." not in words and "By way of the" not in words
    assert "Go to the principal. Ring 01632 960002. Write to principal@northgate.example." in words
    top = "https://northgate.example/families/online/"
    assert page.root.find(".//link[@rel='canonical']").get("href") == f"{top}raise-a-concern/"
    assert 'href="/families/online/site.css"' in (school.folder / "404.html").read_text("utf-8")


def test_what_the_office_has_given_is_a_way_to_everybody_and_never_as_if_it_were_their_own(project: Path) -> None:
    without_facts(project)
    edit(project, "docs/_shared/school.yml", "called: reception", "called: reception\n  phone: 01632 960001")
    page = built(project).html("raise-a-concern/")
    assert "Go to the principal. By way of the reception: Ring 01632 960001." in text(page.root)
    assert not [link for link in page.links() if link.startswith("mailto:")]
    assert page.root.find(".//link[@rel='canonical']") is None


def run(project: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", command], cwd=project, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", ["macros.commands.site", "macros.commands.check"])
def test_a_command_ends_with_another_code_and_the_same_line_when_something_is_wrong(
    command: str, project: Path
) -> None:
    (project / DEFINITIONS).write_text("{{ definitions() }}", "utf-8")
    ended = run(project, command)
    assert ended.returncode == 1 and ended.stdout == ""
    assert ended.stderr.startswith(f"{DEFINITIONS}:1: ") and ended.stderr.count("\n") == 1


def test_words_are_read_once_and_in_one_process(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: Counter[str] = Counter()
    read, run = Path.read_text, subprocess.run

    def counted(file: Path, *words: str, **options: str) -> str:
        reads[file.relative_to(project).as_posix() if file.is_relative_to(project) else file.name] += 1
        return read(file, *words, **options)

    def only_git(command: list[str], **options: object) -> object:
        assert command[0] == "git", command
        return run(command, **options)

    monkeypatch.setattr(Path, "read_text", counted)
    monkeypatch.setattr(subprocess, "run", only_git)
    assert build(project, project / "site") == 0
    words = [name for name in reads if name.startswith("docs/")]
    assert len(words) > len(list((project / "docs").rglob("*.md")))
    assert {name: reads[name] for name in words if reads[name] > 1} == {}
