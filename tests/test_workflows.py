"""The workflows of the repository: sound, safe, and nothing in them that cannot be run on one's own computer.

GitHub itself cannot be tried: what is said of it stands in docs/governors/take-over.md, from its documentation.
"""

import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest
import yaml

from macros.commands.minuted import HOW
from macros.listed.settings import NAME as SETTINGS
from macros.reading.project import ROOT
from macros.shared.pages import VERSIONS

FOLDER = ROOT / ".github/workflows"
WORKFLOWS = sorted(file.name for file in FOLDER.glob("*.yml"))
OURS = "./.github/workflows/test.yml"
BIN = Path(sys.executable).parent


def read(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def loaded(name: str) -> dict:
    return yaml.load(read(name), yaml.BaseLoader)  # in YAML 1.1 `on` is a truth value; here it is a word


def test_the_workflows_are_these() -> None:
    assert WORKFLOWS == ["adopt.yml", "check.yml", "publish.yml", "review.yml", "test.yml"]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actionlint_finds_nothing(name: str) -> None:
    run = subprocess.run(
        [BIN / "actionlint", "-shellcheck=", "-pyflakes=", FOLDER / name], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_zizmor_finds_nothing() -> None:
    command = [BIN / "zizmor", "--offline", "--no-progress", "--no-config", FOLDER.parent]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "No findings to report" in run.stdout + run.stderr


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_by_its_hash(name: str) -> None:
    used = [action for action in re.findall(r"uses: (.*)", read(name)) if not action.startswith(OURS)]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in used)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_job_has_only_the_permissions_it_names_and_ends_by_itself(name: str) -> None:
    workflow = loaded(name)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert "permissions" in job and job["permissions"] != "write-all"
        assert "uses" in job or int(job["timeout-minutes"]) <= 30


@pytest.mark.parametrize("name", WORKFLOWS)
def test_what_it_makes_can_be_made_on_ones_own_computer(name: str) -> None:
    help = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    commands = set(re.findall(r"^make ([a-z-]+)", help, re.MULTILINE))
    jobs = loaded(name)["jobs"].values()
    scripts = [step["run"] for job in jobs for step in job.get("steps", []) if "run" in step]
    commands_of = [re.sub(r"(^| )#.*", "", script, flags=re.MULTILINE) for script in scripts]  # without remarks
    made = {word for script in commands_of for word in re.findall(r"\bmake (?:--\S+ )*([a-z]+)\b", script)}
    assert made or [job for job in jobs if job.get("uses") == OURS]
    assert made <= commands
    assert not [script for script in scripts if re.search(r"\b(pip|python|npm|curl|wget|mkdocs)\b", script)]


def test_the_clerks_form_asks_for_what_adopting_needs() -> None:
    asked = loaded("adopt.yml")["on"]["workflow_dispatch"]["inputs"]
    assert {name.upper() for name in asked} == set(re.findall(r"\b([A-Z_]+)=", HOW))
    assert all(field["required"] == "true" and field["description"] for field in asked.values())


def test_what_is_published_was_tested_in_the_same_run_and_is_compared_with_what_was_published_last() -> None:
    jobs = loaded("publish.yml")["jobs"]
    assert jobs["deploy"]["needs"] == "test"
    assert jobs["test"]["uses"] == OURS
    assert "needs.last.outputs.commit" in jobs["test"]["with"]["base"]
    assert loaded("publish.yml")["concurrency"]["cancel-in-progress"] == "false"
    tested = [step.get("run", step.get("uses", "")) for step in loaded("test.yml")["jobs"]["test"]["steps"]]
    order = [tested.index("make check"), tested.index("make test"), tested.index("make site")]
    assert order == sorted(order) and "upload-pages-artifact" in tested[-1]
    uploading = [name for name in WORKFLOWS if "upload-pages-artifact" in read(name)]
    assert uploading == ["test.yml"]


def test_what_is_published_has_the_hidden_folder_in_which_security_txt_stands() -> None:
    """From its version 4 on the action leaves hidden files out, and from 5 on it can be told not to."""
    hidden = [name for name in read_settings()["theme"]["static_templates"] if name.startswith(".")]
    assert hidden == [".well-known/security.txt"]
    upload = loaded("test.yml")["jobs"]["test"]["steps"][-1]
    version = re.search(r"upload-pages-artifact@\w+ # v(\d+)", read("test.yml"))
    assert upload["with"]["include-hidden-files"] == "true" and int(version[1]) >= 5


def read_settings() -> dict:
    return yaml.load((ROOT / SETTINGS).read_text("utf-8"), yaml.BaseLoader)


def test_what_is_pinned_is_renewed_every_week_in_one_pull_request_of_a_kind() -> None:
    asked = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))
    assert asked["version"] == 2
    updates = {update["package-ecosystem"]: update for update in asked["updates"]}
    assert updates.keys() == {"github-actions", "pip"}
    for update in updates.values():
        assert update["directory"] == "/" and update["schedule"] == {"interval": "weekly"}
        assert [group["patterns"] for group in update["groups"].values()] == [["*"]]
        assert update.keys() - {"ignore"} == {"package-ecosystem", "directory", "schedule", "cooldown", "groups"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = [*project["project"]["dependencies"], *chain.from_iterable(project["dependency-groups"].values())]
    bounds = dict(match.groups() for name in named if (match := re.fullmatch(r"([\w.-]+).*?<([\d.]+)", name)))
    ignored = {one["dependency-name"]: one["versions"] for one in updates["pip"]["ignore"]}
    assert ignored == {name: [f">={bound}"] for name, bound in bounds.items()}, "the bounds of pyproject.toml"


def test_the_site_is_built_anew_every_day_because_what_it_says_of_dates_depends_on_the_day() -> None:
    assert loaded("publish.yml")["on"]["schedule"]


def test_every_side_has_its_owners() -> None:
    lines = [
        line.split()
        for line in (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
        if line and line[0] != "#"
    ]
    owners = {path: teams for path, *teams in lines}
    assert all(owners.values())
    for path in owners.keys() - {"*", f"/docs/{VERSIONS}/"}:  # the latter comes with the first version that is adopted
        assert (ROOT / path.strip("/")).exists(), f"{path} is not there"
    assert {"/docs/", "/macros/", "/overrides/", "/tests/"} <= {*owners} or "*" in owners


def test_a_pull_request_asks_five_questions() -> None:
    asked = (ROOT / ".github/pull_request_template.md").read_text("utf-8")
    assert asked.count("?") == 5
