"""A build gives the same bytes each time, anywhere, and follows one change in one place."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from macros.build import ROOT, build
from tests.site import Html, text


def fingerprints(folder: Path) -> dict[str, str]:
    return {str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest() for f in folder.rglob("*") if f.is_file()}


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
        command, environment = [sys.executable, "-m", "macros.build"], os.environ | settings | {"TODAY": "2027-06-20"}
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        built.append(fingerprints(folder / "site"))
    assert built[0] == built[1]
    assert built[0].keys() >= {"policy.pdf", "sitemap.xml.gz", "index.html", "policy.json"}


def test_a_new_site_takes_the_place_of_the_old_one_whole(project: Path) -> None:
    site = project / "site"
    site.mkdir()
    (site / "left-over.html").write_text("old")
    assert build(project, site) == 0
    assert not (site / "left-over.html").exists() and (site / "policy/threats/index.html").is_file()
    assert not list(project.glob(".site*"))


def test_what_the_school_has_given_takes_the_place_of_asking_at_the_office(project: Path) -> None:
    file = project / "docs/_shared/school.yml"
    given = (
        file.read_text("utf-8")
        .replace("{called: school office}", '{called: school office, phone: "01234 567890", email: office@example.org}')
        .replace("{called: chair of governors}", "{called: chair of governors, email: chair@example.org}")
        + "\nsite_address: https://www.example.org/online/\ncomplaints_procedure: https://www.example.org/complaints\n"
    )
    file.write_text(given, "utf-8")
    site = project / "site"
    assert build(project, site) == 0
    page = Html("raise-a-concern", (site / "raise-a-concern/index.html").read_text("utf-8"))
    links = [a.get("href") for a in page.all(".//a[@href]")]
    assert {
        "tel:01234567890",
        "mailto:office@example.org",
        "mailto:chair@example.org",
        "https://www.example.org/complaints",
    } <= set(links)
    words = text(page.root)
    assert "Ask at the school office how to reach them" not in words
    assert "Talk to the headteacher. Through the school office: Phone 01234 567890." in words, (
        "never as if it were their own"
    )
    assert page.root.find(".//link[@rel='canonical']").get("href") == "https://www.example.org/online/raise-a-concern/"
    assert 'href="/online/site.css"' in (site / "404.html").read_text("utf-8")


def test_check_lists_what_is_still_to_fill_in_and_ends_well() -> None:
    run = subprocess.run([sys.executable, "-m", "macros.check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0
    assert "office: " in run.stdout and "complaints_procedure: " in run.stdout


def test_the_command_ends_with_another_code_and_one_line_when_something_is_wrong(project: Path) -> None:
    (project / "docs/definitions.md").write_text("{{ definitions() }}", "utf-8")
    run = subprocess.run([sys.executable, "-m", "macros.build"], cwd=project, capture_output=True, text=True, check=False)
    assert run.returncode == 1 and run.stdout == ""
    assert run.stderr.startswith("docs/definitions.md:1: ") and run.stderr.count("\n") == 1


def test_check_fails_with_the_same_line_as_the_build(project: Path) -> None:
    (project / "docs/definitions.md").write_text("{{ definitions() }}", "utf-8")
    run = subprocess.run([sys.executable, "-m", "macros.check"], cwd=project, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr.startswith("docs/definitions.md:1: ") and run.stderr.count("\n") == 1
