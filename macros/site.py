"""All that the site is made from, loaded once, checked, and never changed afterwards."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from macros.checks import colours as contrast
from macros.checks import names, nav
from macros.checks import pages as page_rules
from macros.checks import self_check as self_check_rules
from macros.mistakes import Mistakes, raise_any
from macros.policy import clauses as policy
from macros.policy import history as permanence
from macros.policy import plain as resolve
from macros.policy import references, snapshot, versions
from macros.policy.changes import Changes
from macros.policy.clauses import Policy
from macros.policy.history import PUBLISHED, Published
from macros.policy.versions import Standing, Version
from macros.reading.entries import SHARED, Written, load
from macros.reading.files import read_text
from macros.reading.kinds import Model
from macros.shared import now, pages, search
from macros.shared.ages import Ages
from macros.shared.children_online import ChildrenOnline
from macros.shared.front_matter import ClauseRecord
from macros.shared.now import Now
from macros.shared.pages import Page
from macros.shared.routes import Routes
from macros.shared.school import School
from macros.shared.search import Search
from macros.shared.self_check import SelfCheck
from macros.shared.sources import Sources
from macros.shared.steps import Steps
from macros.shared.terms import Terms
from macros.shared.wording import Notes, Plain, Wording

MODELS: Mapping[str, type[Model]] = MappingProxyType(
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
REMARK = re.compile(r"^[ \t]*#.*$", re.MULTILINE)  # in YAML; what it shows as an example is not called


@dataclass(frozen=True)
class Site:
    """The site's words and data.

    root: the project's folder. pages: by path from docs/. withdrawn: the records of clauses that have left the policy, by id.
    texts: every file with words in it, by its name, as an editor sees it but for YAML's remarks.
    used_in: term key to the ids of clauses that use it. referrers: clause id to the paths of pages that refer to it.
    versions: adopted ones, oldest first. standing: how the words stand today. fingerprint: of the words.
    """

    root: Path
    school: School
    terms: Terms
    routes: Routes
    now: Now
    check: SelfCheck
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

    def line_of(self, name: str, key: str) -> int:
        """The first line of a shared file where an entry of this name begins; 0 where none is seen to, such as one that shares a line."""
        begins = re.compile(rf"""^\s*["']?{re.escape(key)}["']?\s*:""")
        return next((n for n, line in enumerate(self.texts[name].split("\n"), start=1) if begins.match(line)), 0)

    def trail(self, path: str) -> tuple[str, ...]:
        """The pages that lead to the page at `path`, from the one below the first page to itself."""
        page = self.pages.get(path)
        return (*self.trail(page.under or ""), path) if page else ()


def load_site(root: Path) -> Site:
    """Everything below `root`/docs. Raises Mistakes with every mistake that can be seen at this point."""
    jobs: dict[str, Callable[[], object]] = {
        stem: lambda stem=stem, model=model: load(root / SHARED / f"{stem}.yml", f"{SHARED}/{stem}.yml", model)
        for stem, model in MODELS.items()
    }
    if other := os.environ.get("SCHOOL"):
        jobs["school"] = lambda: load(Path(other), other, School)
    jobs["published"] = lambda: load(root / PUBLISHED, PUBLISHED, Published)
    jobs["versions"] = lambda: versions.read(root)
    jobs["today"] = versions.today
    jobs["pages"] = lambda: pages.read(root / "docs")
    jobs["nav"] = lambda: nav.named(root)
    jobs["policy"] = lambda: policy.read(read_text(root / policy.NAME, policy.NAME))
    found = _all(jobs)
    shared: dict[str, Written] = {stem: found[stem] for stem in MODELS}
    entries = {stem: document for stem, document in shared.items()}
    entries["routes"] = resolve.with_facts(shared["routes"], entries["school"])
    site: Mapping[str, Page] = found["pages"]
    raise_any(nav.check(found["nav"], site))
    index = resolve.complete(found["policy"], site, entries)
    adopted: tuple[Version, ...] = found["versions"]
    raise_any(permanence.check(found["published"], index, site, adopted))
    raise_any(
        [
            *references.check(shared, index, site),
            *page_rules.check(root, site, entries["routes"]),
            *now.check(shared["now"]),
            *names.check(site, shared["wording"]),
            *versions.check(adopted, site, references.addresses(index, site, entries["routes"], entries["now"])),
            *contrast.check(root, shared["school"]),
            *search.check(shared["search"], site, entries["routes"].routes, entries["terms"].terms),
            *self_check_rules.check(shared["self-check"], index, entries["routes"].routes, site),
        ]
    )
    used_in = references.uses(index, entries["terms"])
    words = versions.fingerprint(snapshot.sections(index), snapshot.clauses(index, used_in))
    texts = {stem: REMARK.sub("", document.text) for stem, document in shared.items()}
    referrers = references.referrers(index, site, texts, entries)
    check, children_online = entries.pop("self-check"), entries.pop("children-online")
    return Site(
        root=root,
        check=check,
        children_online=children_online,
        policy=index,
        pages=site,
        withdrawn={page.clause_id: page.record for page in site.values() if page.is_withdrawn},
        texts={page.name: page.text for page in site.values()}
        | {shared[stem].file: text for stem, text in texts.items()},
        used_in=used_in,
        referrers=referrers,
        versions=adopted,
        standing=versions.standing(words, adopted, found["today"]),
        fingerprint=words,
        **entries,
    )


def _all(jobs: Mapping[str, Callable[[], object]]) -> dict[str, object]:
    """The result of every job, or Mistakes with those of all the jobs together."""
    results, mistakes = {}, []
    for name, job in jobs.items():
        try:
            results[name] = job()
        except Mistakes as error:
            mistakes.extend(error.mistakes)
    raise_any(mistakes)
    return results
