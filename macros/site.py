"""All that the site is made from: read once, checked, resolved, and never changed afterwards.

Three steps. `read` takes the files in, with everything that is wrong in one of them by itself. `check` asks each of
checks/ for what is wrong with them together. `resolve` makes the frozen whole, of words without a mistake.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints

from macros import inventory
from macros.policy import index, named, plain, references, snapshot, versions
from macros.policy.changes import ChangeSet, compare
from macros.policy.clauses import Policy
from macros.policy.frozen import Snapshot
from macros.policy.history import PUBLISHED, Published
from macros.policy.reasons import reasons
from macros.policy.versions import Standing, Version
from macros.reading.entries import SHARED, Written, read_entries
from macros.reading.files import STYLESHEET, read_text
from macros.reading.mistakes import Found, Mistake
from macros.reading.parts import Parts, given
from macros.running import environment
from macros.shared import menu, pages
from macros.shared.changes import Changes
from macros.shared.children_online import ChildrenOnline
from macros.shared.front_matter import ClauseRecord
from macros.shared.now import Now
from macros.shared.pages import POLICY, Page
from macros.shared.routes import Routes
from macros.shared.school import School
from macros.shared.search import Search
from macros.shared.self_check import SelfCheck
from macros.shared.sources import Ages, Sources
from macros.shared.steps import Steps
from macros.shared.terms import Notes, Plain, Terms
from macros.shared.wording import Wording

REMARK = re.compile(r"^[ \t]*#.*$", re.MULTILINE)  # in YAML; what it shows as an example is not called


@dataclass(frozen=True)
class Site:
    """The site's words and data.

    root: the project's folder. pages: by path from docs/. withdrawn: records of clauses that left the policy, by id.
    texts: every file with words in it, by its name, as an editor sees it but for YAML's remarks.
    used_in: term key to the ids of clauses that use it. referrers: clause id to the paths of pages that refer to it.
    versions: adopted ones, oldest first. standing: how the words stand today. fingerprint: of the words.
    addresses: every lasting address, from the top of the site. snapshot: the words as they would be frozen.
    """

    root: Path
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
    standing: Standing
    fingerprint: str
    addresses: tuple[str, ...]
    snapshot: Snapshot

    def trail(self, path: str) -> tuple[str, ...]:
        """The pages that lead to the page at `path`, from the one below the first page to itself."""
        page = self.pages.get(path)
        return (*self.trail(page.under or ""), path) if page else ()


MODELS: Mapping[str, type[Written]] = {  # what a shared file should be, by its name without '.yml'
    name.replace("_", "-"): kind
    for name, kind in get_type_hints(Site).items()
    if isinstance(kind, type) and issubclass(kind, Written)
}
FOLLOW: Mapping[str, Callable[..., Any]] = {  # from what was read, and from what is above it
    "withdrawn": named.withdrawn,
    "routes": plain.with_facts,
    "policy": plain.complete,
    "meanings": plain.meanings,
    "named": named.named,
    "addresses": references.addresses,
    "used_in": references.uses,
    "fingerprint": snapshot.fingerprint,
    "standing": versions.standing,
}


def read(root: Path) -> tuple[Parts, list[Mistake]]:
    """Everything below `root`/docs by its name, with what is wrong in each file by itself."""
    found, shared = Found(), {}
    listed = found.take(inventory.read, root, MODELS) or ()
    for stem, model in MODELS.items():
        name = environment.school(root, f"{SHARED}/{stem}.yml") if stem == "school" else f"{SHARED}/{stem}.yml"
        part = "typed_routes" if stem == "routes" else stem.replace("-", "_")
        shared[part] = found.take(read_entries, root / name, name, model)
    settings, stylesheet = (found.take(read_text, root / name, name) for name in (menu.NAME, STYLESHEET))
    site_pages = found.take(pages.read, root / "docs", inventory.on_the_site(listed)) or {}
    policy = site_pages.get(POLICY)
    policy = policy if policy and policy.text else None  # for one that cannot be read nothing else is told
    read = shared | {
        "root": root,
        "stylesheet": stylesheet,
        "menu": settings and found.take(menu.read, settings),
        "pages": site_pages,
        "index": policy and found.take(index.read, policy.text),
        "published": found.take(read_entries, root / PUBLISHED, PUBLISHED, Published),
        "versions": found.take(versions.read, root),
        "today": found.take(versions.today),
    }
    parts: Parts = {name: part for name, part in read.items() if part is not None}
    parts["texts"] = {page.name: page.text for page in site_pages.values()}
    parts["texts"] |= {entries.file: REMARK.sub("", entries.text) for entries in shared.values() if entries}
    for name, job in FOLLOW.items():
        if (follows := given(job, parts)) is not None:
            parts[name] = follows
    return parts, found.mistakes


def resolve(parts: Parts) -> Site:
    """The frozen whole, of parts without a mistake."""
    whole = parts | {job.__name__: given(job, parts) for job in (references.referrers, snapshot.snapshot)}
    return Site(**{name: part for name, part in whole.items() if name in Site.__dataclass_fields__})


def proposed_changes(site: Site) -> ChangeSet | None:
    """What the working text changes in the version adopted last; None before there is one."""
    return changes_since(site, site.versions[-1]) if site.versions else None


def changes_since(site: Site, old: Version) -> ChangeSet:
    """What the working text changes in the version `old`."""
    return compare(old, site.snapshot, reasons(site.versions, old) | dict(site.changes.changes), site.referrers)
