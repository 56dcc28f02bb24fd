"""Prints what changes, by clause, as Markdown for a pull request: python -m macros.commands.changes [FROM [TO]]"""

import sys

from macros.checks.load import load
from macros.pages.show import Show
from macros.policy.changes import ChangeSet, compare
from macros.policy.versions import FOLDER, Version, reasons
from macros.reading.files import ROOT
from macros.reading.mistakes import Mistake, Mistakes, exit_code, known
from macros.site import Site, changes_since


def report(site: Site, before: str = "", after: str = "") -> str:
    """The changes from the version `before` to `after`, or else to the working text.

    Without `before` they are counted from the version before `after`, or else from the last one adopted.

    Raises Mistakes for a label that no version has.
    """
    if not site.versions:
        return site.wording.changes.not_adopted + "\n"
    new = _version(site, after) if after else None
    earlier = site.versions[: site.versions.index(new)] if new else site.versions
    if not (before or earlier):
        return site.wording.versions.first + "\n"
    old = _version(site, before) if before else earlier[-1]
    if new:
        if site.versions.index(old) >= site.versions.index(new):
            text = f"version {old.label} does not come before version {new.label}; put them the other way round"
            raise Mistakes([Mistake(FOLDER, 0, text)])
        return as_markdown(site, compare(old, new, reasons(site.versions, old, new), {}), old.label, new.label)
    return as_markdown(site, changes_since(site, old), old.label)


def as_markdown(site: Site, changes: ChangeSet, before: str, after: str = "") -> str:
    """For a pull request, where nothing can be linked to. before, after: labels; after is '' for the working text."""
    show = Show(site.root, site.wording, {}, lambda: "", site=site)
    return show("pull-request.md", changes=changes, before=before, after=after) + "\n"


def _version(site: Site, label: str) -> Version:
    for version in site.versions:
        if version.label == label:
            return version
    there = known(version.label for version in site.versions)
    raise Mistakes([Mistake(FOLDER, 0, f"no version is called '{label}'; there is {there}")])


def main() -> None:
    print(report(load(ROOT), *sys.argv[1:3]))


if __name__ == "__main__":
    sys.exit(exit_code(main))
