"""Projects with adopted versions, for the checks of what adoption does: invented, and only here."""

import shutil
from datetime import date
from pathlib import Path

import yaml

from macros.adopt import adopt
from macros.build import ROOT
from macros.clauses import add, withdraw

FIRST = {
    "label": "2027-01",
    "adopted_on": "2027-01-12",
    "minute": "7/27",
    "approved_by": "the full governing body",
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


def copy(folder: Path) -> Path:
    """The project's own words, machinery and look in a folder, to change."""
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def edit(project: Path, name: str, before: str, after: str) -> None:
    """One change in one file; words that are not there are a mistake of the test."""
    file = project / name
    text = file.read_text("utf-8")
    assert before in text, f"{before!r} is not in {name}"
    file.write_text(text.replace(before, after, 1), "utf-8")


def change_everything(project: Path) -> None:
    """One clause reworded ('should' to 'must'), one moved, added and withdrawn each, one replaced; a definition, an answer."""
    edit(project, "docs/policy/index.md", '"Parents") }} should also', '"Parents") }} must also')
    racist = '- {{ clause("racist-comments") }}\n  Making racist comments.\n'
    edit(project, "docs/policy/index.md", racist, "")
    edit(project, "docs/policy/index.md", '- {{ clause("naming-children") }}', racist + '- {{ clause("naming-children") }}')
    edit(project, "docs/_shared/terms.yml", "One rude post is not harassment.", "A single rude post is not harassment.")
    check = project / "docs/_shared/self-check.yml"
    before, question, after = check.read_text("utf-8").partition("  right-channel:\n    hint")
    unsure = "unsure:\n        leads_to: "
    check.write_text(before + question + after.replace(f"{unsure}talk", f"{unsure}stop", 1), "utf-8")
    add(project, "class-chats", "threats", "Class chats", "Sharing pictures of a class chat.", DAY)
    add(project, "host-asked", "block-or-restrict", "Asking the host", "Asking the host for a decision.", DAY)
    withdraw(project, "report-to-host", "host-asked", DAY)
    withdraw(project, "other-legal-action", "legal-advice", DAY)


REASONS = {
    "childrens-use-appropriate": {"kind": "reworded", "why": "It is a duty."},
    "racist-comments": {"kind": "moved", "why": "The worst first."},
    "class-chats": {"kind": "new", "why": "Parents asked."},
    "report-to-host": {"kind": "replaced", "why": "A decision is needed."},
    "other-legal-action": {"kind": "withdrawn", "why": "It said too little."},
}


def give_reasons(project: Path, reasons: dict[str, dict[str, str]]) -> None:
    (project / "docs/_shared/changes.yml").write_text(
        "# Edited by: a test\n\n" + yaml.safe_dump({"changes": reasons}, allow_unicode=True), "utf-8"
    )


def adopted_twice(folder: Path) -> Path:
    """A project whose first version was changed in every way, and adopted again."""
    project = copy(folder)
    adopt(project, FIRST, DAY)
    change_everything(project)
    give_reasons(project, REASONS)
    adopt(project, SECOND, DAY)
    return project
