"""Prints what changes, clause by clause, as Markdown for a pull request: python -m macros.commands.changes [FROM [TO]]"""

import sys

from macros.mistakes import Mistake, Mistakes, exit_code, known
from macros.pages.changes import as_markdown
from macros.policy.changes import compare
from macros.policy.versions import FOLDER, Version
from macros.reading.files import ROOT
from macros.register import load_checked, proposed_changes, reasons
from macros.site import Content


def report(content: Content, before: str = "", after: str = "") -> str:
    """The changes from the version `before` to `after`, or else to the working text.

    Without `before` they are counted from the version before `after`, or else from the last one adopted.

    Raises Mistakes for a label that no version has.
    """
    if not content.versions:
        return content.wording.changes.not_adopted + "\n"
    new = _version(content, after) if after else None
    earlier = content.versions[: content.versions.index(new)] if new else content.versions
    if not (before or earlier):
        return content.wording.versions.first + "\n"
    old = _version(content, before) if before else earlier[-1]
    if new:
        if content.versions.index(old) >= content.versions.index(new):
            text = f"version {old.label} does not come before version {new.label}; put them the other way round"
            raise Mistakes([Mistake(FOLDER, 0, text)])
        return as_markdown(content, compare(old, new, reasons(content, old, new), {}), old.label, new.label)
    return as_markdown(content, proposed_changes(content, old), old.label)


def _version(content: Content, label: str) -> Version:
    for version in content.versions:
        if version.label == label:
            return version
    there = known(version.label for version in content.versions)
    raise Mistakes([Mistake(FOLDER, 0, f"no version is called '{label}'; there is {there}")])


def main() -> None:
    print(report(load_checked(ROOT)[0], *sys.argv[1:3]))


if __name__ == "__main__":
    sys.exit(exit_code(main))
