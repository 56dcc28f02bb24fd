"""Projects to look at, to change and to break: this one, and the frozen school of the tests' own, on copies."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import yaml

from macros.commands.adopt import adopt
from macros.commands.clauses import add, withdraw
from macros.listed.settings import NAME
from macros.policy.clauses import NAME as POLICY
from macros.policy.history import FOLDER
from macros.reading.entries import SHARED
from macros.reading.project import ROOT
from macros.shared.school import School

SCHOOL = ROOT / "tests/school"  # words of another policy; the machinery and the look are the project's own
TODAY = date(2026, 9, 15)  # for the frozen school: its one version has been in force for almost a year
FACTS, TERMS, CHECK, WHY = (f"{SHARED}/{stem}.yml" for stem in ("school", "terms", "self-check", "changes"))
Edit = Callable[[Path], object]

FIRST = {
    "label": "2027-01",
    "adopted_on": "2027-01-12",
    "minute": "7/27",
    "approved_by": "the full board",
    "in_force_from": "2027-02-01",
    "review_due": "2028-01-12",
}
SECOND = FIRST | {
    "label": "2027-06",
    "adopted_on": "2027-06-15",
    "minute": "31/27",
    "in_force_from": "2027-09-01",
    "review_due": "2028-06-15",
}
DAY = date(2027, 6, 20)  # after both were adopted, before the second is in force


def _copy(name: str, folder: Path) -> None:
    shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))


def live(folder: Path) -> Path:
    """This project's words, machinery and look, in a folder."""
    for name in ("docs", "macros", "overrides"):
        _copy(name, folder)
    shutil.copy(ROOT / NAME, folder)
    return folder


def school(folder: Path) -> Path:
    """The frozen school's words with the project's machinery and look, in a folder."""
    shutil.copytree(SCHOOL / "docs", folder / "docs", dirs_exist_ok=True)
    for name in ("macros", "overrides"):
        _copy(name, folder)
    settings, _, _ = (ROOT / NAME).read_text("utf-8").partition("\nnav:")
    (folder / NAME).write_text(f"{settings}\n{(SCHOOL / 'nav.yml').read_text('utf-8')}", "utf-8")
    return folder


def bare(folder: Path) -> Path:
    """The frozen school before anything was adopted."""
    project = school(folder)
    shutil.rmtree(project / "docs/policy/versions")
    for version in (project / FOLDER).glob("*.json"):
        version.unlink()
    return project


def copy_of(project: Path, folder: Path) -> Path:
    """A copy of any project, without its site, in a folder that is still to be made."""
    return Path(shutil.copytree(project, folder, ignore=shutil.ignore_patterns("site")))


def edit(project: Path, name: str, before: str, after: str) -> None:
    """One change in one file; words that are not there are a mistake of the test."""
    file = project / name
    text = file.read_text("utf-8")
    assert before in text, f"{before!r} is not in {name}"
    file.write_text(text.replace(before, after, 1), "utf-8")


def edited(name: str, before: str, after: str) -> Edit:
    """The same, to be done later."""
    return partial(edit, name=name, before=before, after=after)


def files(project: Path) -> Mapping[Path, bytes]:
    """What stands in docs/, to see whether anything was written."""
    return {file: file.read_bytes() for file in (project / "docs").rglob("*") if file.is_file()}


def write(project: Path, name: str, entries: Mapping[str, object]) -> None:
    """A shared file with other entries in the place of its own."""
    text = yaml.safe_dump(dict(entries), allow_unicode=True, sort_keys=False)
    (project / name).write_text(f"# Edited by: a test\n\n{text}", "utf-8")


def without_facts(project: Path) -> Path:
    """The school's file with nothing in it but what every school has to give."""
    given = yaml.safe_load((project / FACTS).read_text("utf-8"))
    kept = {name: given[name] for name, field in School.model_fields.items() if field.is_required()}
    roles = {
        name: {"called": fact["called"]} for name, fact in kept.items() if isinstance(fact, dict) and "called" in fact
    }
    write(project, FACTS, kept | roles)
    return project


RUMOURS = '- {{ clause("rumours") }}\n  Passing on a {{ term("rumour") }} about the school.\n'
FIRST_LISTED = '- {{ clause("pupils-pictures") }}\n'
REASONS = {
    "talk-first": {"kind": "reworded", "why": "It is a duty."},
    "rumours": {"kind": "moved", "why": "The worst first."},
    "old-quarrels": {"kind": "new", "why": "Families asked."},
    "ask-the-network": {"kind": "replaced", "why": "A decision is needed."},
    "shut-out": {"kind": "withdrawn", "why": "It said too little."},
}


def change_everything(project: Path) -> None:
    """A clause reworded ('will usually' to 'must'), moved, added, replaced and withdrawn each; a definition, an answer."""
    edit(project, POLICY, "The school will usually ask", "The school must ask")
    edit(project, POLICY, RUMOURS, "")
    edit(project, POLICY, FIRST_LISTED, RUMOURS + FIRST_LISTED)
    edit(project, TERMS, "A place online where people share things", "A place online where anyone may share things")
    unsure = "leads_to: {}\n        because: A short call will show."
    edit(project, CHECK, unsure.format("talk"), unsure.format("stop"))
    add(project, "old-quarrels", "grumbles", "Old quarrels", "Bringing up an old quarrel again.", DAY)
    add(project, "network-decides", "shut-out", "The network decides", "Asking the network for a decision.", DAY)
    withdraw(project, "ask-the-network", "network-decides", DAY)
    withdraw(project, "shut-out", "letter-home", DAY)


DEFINED = {"network": "So that it fits any place."}


def give_reasons(
    project: Path, reasons: Mapping[str, Mapping[str, str]], definitions: Mapping[str, str] = DEFINED
) -> None:
    write(project, WHY, {"changes": dict(reasons), "definitions": dict(definitions)})


def adopted_once(folder: Path) -> Path:
    """The school when it has just adopted its first version."""
    project = bare(folder)
    adopt(project, FIRST, DAY)
    return project


def changed(folder: Path) -> Path:
    """The same after its words were changed in every way, with reasons."""
    project = adopted_once(folder)
    change_everything(project)
    give_reasons(project, REASONS)
    return project


def adopted_twice(folder: Path) -> Path:
    """The same adopted again."""
    project = changed(folder)
    adopt(project, SECOND, DAY)
    return project
