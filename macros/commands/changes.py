"""Prints what changes, by clause, as Markdown for a pull request: python -m macros.commands.changes [FROM [TO [PDF]]]

PDF: a file in which the same is written instead, for a meeting's papers.
"""

import sys

from macros.adopted.changes import ChangeSet, compare
from macros.adopted.reasons import reasons
from macros.adopted.versions import Version
from macros.checks.load import load
from macros.commands import arguments
from macros.outputs import changes_pdf
from macros.pages.show import Show
from macros.policy.history import FOLDER
from macros.reading.mistakes import known, mistake
from macros.reading.project import ROOT
from macros.running.boundary import run
from macros.site import Site, changes_since

NOT_IN = ("docs", "overrides", "site")
OTHER = "write another place, such as PDF=changes.pdf"


def report(site: Site, before: str = "", after: str = "") -> str:
    """The changes from the version `before` to `after`, or else to the working text.

    Without `before` they are counted from the version before `after`, or else from the last one adopted.
    Raises Mistakes for a label that no version has, and for versions the other way round.
    """
    if not site.versions:
        return site.wording.changes.not_adopted + "\n"
    new = _version(site, after) if after else None
    earlier = site.versions[: site.versions.index(new)] if new else site.versions
    if not (before or earlier):
        return site.wording.versions.first + "\n"
    old = _version(site, before) if before else earlier[-1]
    if not new:
        return as_markdown(site, changes_since(site, old), old.label)
    if old not in earlier:
        order = f"version {old.label} does not come before version {new.label}"
        raise mistake(FOLDER, f"{order}; put them the other way round")
    return as_markdown(
        site, compare(old, new, reasons(site.versions[: site.versions.index(new) + 1], old), {}), old.label, new.label
    )


def as_markdown(site: Site, changes: ChangeSet, before: str, after: str = "") -> str:
    """For a pull request, where nothing can be linked to. before, after: labels; after is '' for the working text."""
    show = Show(site.root, site.wording, {}, lambda: "", site=site)
    return show("pull-request.md", changes=changes, before=before, after=after) + "\n"


def _version(site: Site, label: str) -> Version:
    """The version of that label. Raises Mistakes where there is none."""
    versions = {version.label: version for version in site.versions}
    if label not in versions:
        raise mistake(FOLDER, f"no version is called '{label}'; there is {known(versions)}")
    return versions[label]


def _written(site: Site, markdown: str, after: str, typed: str) -> str:
    """Writes the PDF in the place that was typed, and says so. Raises Mistakes where it cannot stand there."""
    file = ROOT / typed
    if file.suffix.lower() != ".pdf":
        raise mistake("PDF", f"'{typed}' is not what a PDF is called; {OTHER}")
    if any(file.resolve().is_relative_to(ROOT / name) for name in NOT_IN):
        raise mistake("PDF", f"nothing but the site's own files can stand in {known(NOT_IN)}; {OTHER}")
    if not file.parent.is_dir():
        raise mistake("PDF", f"there is no folder for '{typed}'; make it first, or {OTHER}")
    try:
        changes_pdf.write(site, markdown, _version(site, after).words if after else site.fingerprint, file)
    except OSError as error:
        raise mistake("PDF", f"'{typed}' cannot be written ({error.strerror or error}); {OTHER}") from error
    return f"Written: {typed}"


def main() -> None:
    typed = dict(zip(("FROM", "TO", "PDF"), sys.argv[1:4], strict=False))
    arguments.check(typed)
    before, after, file = (typed.get(name, "") for name in ("FROM", "TO", "PDF"))
    site = load(ROOT)
    markdown = report(site, before, after)
    print(_written(site, markdown, after, file) if file else markdown)


if __name__ == "__main__":
    sys.exit(run(main))
