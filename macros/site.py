"""All that the site is made from: read once, checked, resolved, and never changed afterwards.

Three steps. `read` (resolve.py) takes the files in, with everything that is wrong in one of them by itself. `check`
asks each of checks/ for what is wrong with them together. `resolve` makes the frozen whole, of words without a mistake.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_type_hints

from macros.adopted.changes import ChangeSet, compare
from macros.adopted.frozen import Snapshot
from macros.adopted.owned import Errata
from macros.adopted.reasons import reasons
from macros.adopted.standing import Standing, Stood, wordings
from macros.adopted.versions import Version
from macros.adopted.why import Changes
from macros.listed.allowed import Allowed
from macros.policy.clauses import Policy
from macros.reading.entries import Written
from macros.shared.children_online import ChildrenOnline
from macros.shared.front_matter import ClauseRecord
from macros.shared.now import Now
from macros.shared.pages import Page
from macros.shared.routes import Routes
from macros.shared.school import School
from macros.shared.search import Search
from macros.shared.self_check import SelfCheck
from macros.shared.sources import Ages, Sources
from macros.shared.steps import Steps
from macros.shared.terms import Notes, Plain, Terms
from macros.wording.whole import Wording


@dataclass(frozen=True)
class Site:
    """The site's words and data.

    root: the project's folder. allowed: on a page. pages: by path from docs/. withdrawn: records of clauses that left,
    by id. texts: all files with words in them, by name, as an editor sees them but for YAML's remarks.
    used_in: term key to the ids of clauses that use it. referrers: clause id to the paths of pages that refer to it.
    versions: those that this school adopted, oldest first. errata: what is put right beside them. today: the day of the
    build. standing: how the words stand today. fingerprint: of the words. addresses:
    every lasting one, from the top of the site. snapshot: the words as they would be frozen.
    """

    root: Path
    allowed: Allowed
    school: School
    terms: Terms
    routes: Routes
    now: Now
    self_check: SelfCheck
    sources: Sources
    ages: Ages
    children_online: ChildrenOnline
    steps: Steps
    notes: Notes
    changes: Changes
    plain: Plain
    search: Search
    wording: Wording
    policy: Policy
    pages: Mapping[str, Page]
    withdrawn: Mapping[str, ClauseRecord]
    texts: Mapping[str, str]
    used_in: Mapping[str, tuple[str, ...]]
    referrers: Mapping[str, tuple[str, ...]]
    versions: tuple[Version, ...]
    errata: Errata
    today: datetime.date
    standing: Standing
    fingerprint: str
    addresses: tuple[str, ...]
    snapshot: Snapshot

    def wordings(self, says: Callable[[Snapshot], str]) -> tuple[Stood, ...]:
        """What some words are today and will be, where that is not one and the same. says: their words in a text."""
        return wordings(self.standing, self.snapshot, says)

    def trail(self, path: str) -> tuple[str, ...]:
        """The pages that lead to the page at `path`, from the one below the first page to itself."""
        page = self.pages.get(path)
        return (*self.trail(page.under or ""), path) if page else ()


MODELS: Mapping[str, type[Written]] = {  # what a shared file should be, by its name without '.yml'
    name.replace("_", "-"): kind
    for name, kind in get_type_hints(Site).items()
    if isinstance(kind, type) and issubclass(kind, Written) and kind not in (Allowed, Errata)
}


def proposed_changes(site: Site) -> ChangeSet | None:
    """What the working text changes in the version adopted last; None before there is one."""
    return changes_since(site, site.versions[-1]) if site.versions else None


def changes_since(site: Site, old: Version) -> ChangeSet:
    """What the working text changes in the version `old`."""
    return compare(old, site.snapshot, reasons(site.versions, old, site.changes.why), site.referrers)
