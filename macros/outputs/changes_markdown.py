"""What changes, by clause, as Markdown for a pull request."""

from macros.adopted.changes import ChangeSet, compare
from macros.adopted.reasons import reasons
from macros.adopted.standing import replaced
from macros.adopted.versions import Version
from macros.pages.show import Show
from macros.policy.history import FOLDER
from macros.reading.mistakes import known, mistake
from macros.site import Site, changes_since


def report(site: Site, before: str = "", after: str = "") -> str:
    """The changes from the version `before` to `after`, or else to the working text.

    Without `before` they are counted from the version before `after`, or else from the last one adopted.
    Raises Mistakes for a label that no version has, and for versions the other way round.
    """
    if not site.versions:
        return site.wording.changes.not_adopted + "\n"
    new = named(site, after) if after else None
    earlier = site.versions[: site.versions.index(new)] if new else site.versions
    if not (before or earlier):
        return site.wording.versions.first + "\n"
    old = named(site, before) if before else (replaced(site.versions, new) or earlier[-1]) if new else earlier[-1]
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


def named(site: Site, label: str) -> Version:
    """The version of that label. Raises Mistakes where there is none."""
    versions = {version.label: version for version in site.versions}
    if label not in versions:
        raise mistake(FOLDER, f"no version is called '{label}'; there is {known(versions)}")
    return versions[label]
