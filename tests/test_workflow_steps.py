"""What the workflows' own scripts do, run here as GitHub would run them, with programs in the place of gh, git and make."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.test_workflows import loaded

Said = Mapping[str, str]
PROGRAM = f"""#!{sys.executable}
import json, sys
name, *words = [sys.argv[0].rpartition("/")[2], *sys.argv[1:]]
with open("asked", "a") as asked:
    asked.write(json.dumps([name, *words]) + "\\n")
said = json.load(open("said.json"))
print(next((text for part, text in said.items() if part in " ".join([name, *words])), ""), end="")
"""


class Run:
    """A folder in which a step's script is run. said: what each program says, by a part of what it is called with."""

    def __init__(self, folder: Path, said: Said) -> None:
        self.folder = folder
        (folder / "said.json").write_text(json.dumps(said))
        for name in ("gh", "git", "make"):
            (folder / name).write_text(PROGRAM)
            (folder / name).chmod(0o755)
        (folder / "docs").mkdir()

    def step(self, workflow: str, job: str, name: str, given: Said | None = None) -> None:
        script = next(step["run"] for step in loaded(workflow)["jobs"][job]["steps"] if step.get("name") == name)
        output = {key: str(self.folder / key) for key in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        environment = {"PATH": f"{self.folder}:{os.environ['PATH']}", "RUNNER_TEMP": str(self.folder), **output}
        environment |= {"GH_REPO": "school/policy"} | dict(given or {})
        subprocess.run(["bash", "-e", "-c", script], cwd=self.folder, env=environment, check=True, capture_output=True)

    def asked(self, *words: str) -> list[list[str]]:
        """What programs were called with, of calls that begin with these words."""
        calls = [json.loads(line) for line in self.text("asked").splitlines()]
        return [call for call in calls if call[: len(words)] == [*words]]

    def text(self, name: str) -> str:
        file = self.folder / name
        return file.read_text("utf-8") if file.exists() else ""


PUBLISHED = {  # what GitHub says of earlier deployments, and the commit that the check then compares with
    "nothing yet": ({}, ""),
    "the last one failed": (
        {"deployments?": "5 newer\n4 older\n", "/5/statuses": "failure\nin_progress\n", "/4/": "inactive\nsuccess\n"},
        "commit=older\n",
    ),
    "the last one is there": ({"deployments?": "5 newer\n4 older\n", "/5/statuses": "success\n"}, "commit=newer\n"),
    "none ever worked": ({"deployments?": "5 newer\n", "/5/statuses": "failure\n"}, ""),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_what_was_published_last_is_found_and_a_first_run_is_no_mistake(name: str, tmp_path: Path) -> None:
    said, found = PUBLISHED[name]
    run = Run(tmp_path, said)
    run.step("publish.yml", "last", "Ask for the commit of the last site that was put in place")
    assert run.text("GITHUB_OUTPUT") == found


POLICY, FACTS = "Review of the policy", "Facts to check again"
DUE = {  # what is due and which issues are open; the titles of those that are opened; those that are brought up to date
    "nothing": ({}, [], []),
    "both": ({"ABOUT=policy": "Soon.\n", "ABOUT=facts": "A fact.\n"}, [POLICY, FACTS], []),
    "the policy, while an issue on facts is open": (
        {"ABOUT=policy": "Soon.\n", "ABOUT=facts": "A fact.\n", "issue list": f"8 {FACTS}\n9 {POLICY} of homework\n"},
        [POLICY],
        ["8"],
    ),
    "facts, and both are open": (
        {"ABOUT=facts": "A fact.\n", "issue list": f"7 {POLICY}\n8 {FACTS}\n"},
        [],
        ["8"],
    ),
}


@pytest.mark.parametrize("name", DUE)
def test_an_issue_about_facts_hides_none_about_the_policy(name: str, tmp_path: Path) -> None:
    said, opened, renewed = DUE[name]
    run = Run(tmp_path, said)
    run.step("review.yml", "review", "Ask what is due")
    run.step("review.yml", "review", "Open an issue for each, or bring the open one up to date")
    assert [call[4] for call in run.asked("gh", "issue", "create")] == opened
    assert [call[3] for call in run.asked("gh", "issue", "edit")] == renewed
    for *_, body in [*run.asked("gh", "issue", "create"), *run.asked("gh", "issue", "edit")]:
        assert Path(body).read_text("utf-8").startswith(("Soon.\n\n", "A fact.\n\n"))


ODD = "`touch ran` $(touch ran) $HOME \"' * _END_\nEND\n\\n %s"
TYPED = {
    "VERSION": "2027-01",
    "ADOPTED": "2027-01-12",
    "MINUTE": "7/27 $(touch ran) `touch ran`",
    "BY": 'the "full" board',
    "IN_FORCE": "2027-02-01",
    "REVIEW": "2028-01-12",
}


def test_the_clerks_pull_request_says_what_adopting_said_after_the_dates(tmp_path: Path) -> None:
    said = f"make: Entering directory 'x'\nWritten: docs/x.json\n\nThe fingerprint is abcd. {ODD}\nmake: Leaving\n"
    run = Run(tmp_path, {"make --silent adopt": said})
    for name in ("Freeze the words as a version", "Open a pull request with it"):
        run.step("adopt.yml", "adopt", name, TYPED)
    body = run.text("request.md")
    *_, dates, rest = body.partition("- to be reviewed by 2028-01-12\n\n")
    assert dates and rest.startswith(f"Written: docs/x.json\n\nThe fingerprint is abcd. {ODD}\n\nPlease compare")
    assert f"minuted as: {TYPED['MINUTE']}\n" in body and "make: " not in body
    assert not (tmp_path / "ran").exists()
    [request] = run.asked("gh", "pr", "create")
    assert request[-1] == str(tmp_path / "request.md") and "--draft" in request
