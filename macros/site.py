"""All that the site is made from: read once, checked, resolved, and never changed afterwards.

Three steps, one after the other. `read` takes the files in, with everything that is wrong in one of them by itself.
`check` asks each of checks/ for what is wrong with them together. `resolve` makes the frozen whole, of words without a mistake.
A part is something that was read, or follows from it, by its name; what cannot be read is no part, and who needs it is passed over.
"""

import inspect
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from macros.policy import clauses, named, plain, references, snapshot, versions
from macros.policy.changes import ChangeSet, compare, reasons
from macros.policy.clauses import Policy
from macros.policy.history import PUBLISHED, Published
from macros.policy.versions import Snapshot, Standing, Version
from macros.reading.entries import SHARED, Written, read_entries
from macros.reading.files import read_text
from macros.reading.mistakes import Found, Mistake
from macros.shared import menu, pages
from macros.shared.changes import Changes
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
from macros.shared.wording import Wording

MODELS: Mapping[str, type[Written]] = MappingProxyType(
    {
        "school": School,
        "terms": Terms,
        "routes": Routes,
        "now": Now,
        "self-check": SelfCheck,
        "sources": Sources,
        "ages": Ages,
        "children-online": ChildrenOnline,
        "steps": Steps,
        "notes": Notes,
        "changes": Changes,
        "plain": Plain,
        "search": Search,
        "wording": Wording,
    }
)
STYLESHEET = "overrides/site.css"
REMARK = re.compile(r"^[ \t]*#.*$", re.MULTILINE)  # in YAML; what it shows as an example is not called
Parts = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True)
class Site:
    """The site's words and data.

    root: the project's folder. pages: by path from docs/. withdrawn: the records of clauses that have left the policy, by id.
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


def given(job: Callable[..., T], parts: Parts) -> T | None:
    """What a function gives for the parts that it names; None where one that it cannot do without could not be read."""
    needs = inspect.signature(job).parameters.values()
    if any(need.name not in parts for need in needs if need.default is need.empty):
        return None
    return job(**{need.name: parts[need.name] for need in needs if need.name in parts})


FOLLOW: Mapping[str, Callable[..., Any]] = (
    MappingProxyType(  # what follows from what was read, and from what is above it
        {
            "routes": plain.with_facts,
            "policy": plain.complete,
            "meanings": plain.meanings,
            "named": named.named,
            "addresses": references.addresses,
            "used_in": references.uses,
            "fingerprint": snapshot.fingerprint,
            "standing": versions.standing,
        }
    )
)


def read(root: Path) -> tuple[Parts, list[Mistake]]:
    """Everything below `root`/docs by its name, with what is wrong in each file by itself."""
    found = Found()
    texts = {name: found.take(read_text, root / name, name) for name in (clauses.NAME, menu.NAME, STYLESHEET)}
    parts: dict[str, Any] = {
        "root": root,
        "stylesheet": texts[STYLESHEET],
        "menu": found.take(menu.read, texts[menu.NAME]) if texts[menu.NAME] else None,
        "index": found.take(clauses.read, texts[clauses.NAME]) if texts[clauses.NAME] else None,
        "published": found.take(read_entries, root / PUBLISHED, PUBLISHED, Published),
        "versions": found.take(versions.read, root),
        "today": found.take(versions.today),
        "pages": found.take(pages.read, root / "docs"),
    }
    for stem, model in MODELS.items():
        file = os.environ.get("SCHOOL", "") if stem == "school" else ""
        name = file or f"{SHARED}/{stem}.yml"
        part = "typed_routes" if stem == "routes" else stem.replace("-", "_")
        parts[part] = found.take(read_entries, root / name, name, model)
    parts = {name: part for name, part in parts.items() if part is not None}
    parts["texts"] = {page.name: page.text for page in parts["pages"].values()} | {
        part.file: REMARK.sub("", part.text) for part in parts.values() if isinstance(part, tuple(MODELS.values()))
    }
    for name, follows in FOLLOW.items():
        parts |= {name: part for part in [given(follows, parts)] if part is not None}
    return parts, found.mistakes


def resolve(parts: Parts) -> Site:
    """The frozen whole, of parts without a mistake."""
    withdrawn = {page.clause_id: page.record for page in parts["pages"].values() if page.is_withdrawn}
    whole = parts | {"withdrawn": withdrawn, "referrers": given(references.referrers, parts)}
    whole["snapshot"] = given(snapshot.snapshot, parts)
    return Site(**{name: part for name, part in whole.items() if name in Site.__dataclass_fields__})


def proposed_changes(site: Site) -> ChangeSet | None:
    """What the working text changes in the version adopted last; None before there is one."""
    return changes_since(site, site.versions[-1]) if site.versions else None


def changes_since(site: Site, old: Version) -> ChangeSet:
    """What the working text changes in the version `old`."""
    titles = {path: page.record.title for path, page in site.pages.items()}
    pages = {id: {path: titles[path] for path in paths} for id, paths in site.referrers.items()}
    return compare(old, site.snapshot, reasons(site.versions, old) | dict(site.changes.changes), pages)
