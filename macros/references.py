"""What refers to what: the clauses that use a term, the pages that refer to a clause, and names that lead nowhere."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from macros import calls
from macros.mistakes import Mistake
from macros.pages import CHECK, CONCERNS, DEFINITIONS, HELP, POLICY, Page, address
from macros.policy import NAME, Policy
from macros.records import ClauseRecord
from macros.routes import Routes
from macros.self_check import SelfCheck
from macros.strict_yaml import Document
from macros.terms import Terms

LIBRARY = "search/lunr.js"  # the script that is not in overrides/ but comes with MkDocs
SHOWN_ON = MappingProxyType({"routes": CONCERNS, "self-check": CHECK, "terms": DEFINITIONS})  # whose words stand on one page


def uses(index: Policy, terms: Terms) -> Mapping[str, tuple[str, ...]]:
    """Term key to the ids of the clauses that use it, in the policy's order."""
    used = {clause.id: _called(clause.words, "term") for clause in index.clauses.values()}
    return MappingProxyType({key: tuple(id for id in used if key in used[id]) for key in terms.terms})


def referrers(
    index: Policy, site: Mapping[str, Page], shared: Mapping[str, str], check: SelfCheck, terms: Terms
) -> Mapping[str, tuple[str, ...]]:
    """Clause id to the paths of the pages that refer to it: from docs/, clauses last, its own page left out.

    shared: stem of a shared file to its text. The policy's page, where every clause stands, does not count.
    """
    named = {path: _called(page.text, "see") for path, page in site.items() if path != POLICY}
    for clause in index.clauses.values():
        named[clause.path] |= _called(clause.words, "see")
    for stem, path in SHOWN_ON.items():
        named[path] |= _called(shared[stem], "see")
    listed = _called(shared["steps"], "items")
    in_steps = _called(shared["steps"], "see") | {clause.id for clause in index.clauses.values() if clause.under in listed}
    for path, page in site.items():
        if _called(page.text, "steps"):
            named[path] |= in_steps
    named[CHECK] |= {*check.examples.boxes, *check.questions}
    named[DEFINITIONS] |= {term.clause for term in terms.terms.values() if term.clause}
    clauses = [clause.path for clause in index.clauses.values()]
    order = [*(path for path in named if path not in clauses), *clauses]
    return MappingProxyType(
        {
            id: tuple(path for path in order if id in named[path] and path != clause.path)
            for id, clause in index.clauses.items()
        }
    )


def addresses(index: Policy, site: Mapping[str, Page], routes: Routes) -> tuple[str, ...]:
    """Every lasting address of the site, from its top: pages, clauses on the policy's page, and whom to talk to.

    Sections and definitions have none: governors may merge them, and nothing could then stand in their place.
    """
    places = {
        POLICY: [*index.clauses, *(page.clause_id for page in site.values() if page.is_withdrawn)],
        CONCERNS: routes.routes,
    }
    return (
        *map(address, site),
        *(f"{address(path)}#{anchor}" for path, anchors in places.items() for anchor in anchors),
    )


def _called(text: str, macro: str) -> set[str]:
    return {call.key for call in calls.find(text, "") if call.macro == macro}


def clause_names(index: Policy, site: Mapping[str, Page]) -> calls.Keyed:
    """The clauses that can be referred to, and what to say of those that were withdrawn."""
    withdrawn = {page.clause_id: page.record.entries for page in site.values() if page.clause_id}
    gone = {
        id: f"was withdrawn on {record.withdrawn}; refer to what took its place ('{record.now_see}'), or to none"
        for id, record in withdrawn.items()
        if record.withdrawn
    }
    return calls.Keyed("clause", NAME, index.clauses, gone=gone)


def check(
    root: Path, shared: Mapping[str, Document], index: Policy, site: Mapping[str, Page], routes: Routes
) -> Iterator[Mistake]:
    """Clauses, routes and scripts that shared files and front matter name, and that are not there."""
    clauses = clause_names(index, site)
    for key, term in shared["terms"].entries.terms.items():
        if term.clause and term.clause not in index.clauses:
            place = ("terms", key, "clause")
            yield shared["terms"].mistake(f"{'.'.join(place)}: {clauses.unknown(term.clause)}", *place)
    for id in shared["notes"].entries.notes:
        if id not in index.clauses:
            yield shared["notes"].mistake(f"notes.{id}: {clauses.unknown(id)}", "notes", id)
    for key, age in shared["ages"].entries.ages.items():
        if age.source not in shared["sources"].entries.sources:
            sources = calls.Keyed("source", "docs/_shared/sources.yml", shared["sources"].entries.sources)
            yield shared["ages"].mistake(f"ages.{key}: {sources.unknown(age.source)}", "ages", key, "source")
    for page in site.values():
        yield from _help(page)
        yield from _talk_to(page.record, routes) if page.clause_id else [*_scripts(page, root), *_under(page, site)]


def _talk_to(record: Document[ClauseRecord], routes: Routes) -> Iterator[Mistake]:
    keyed = calls.Keyed("route", "docs/_shared/routes.yml", routes.routes)
    for n, key in enumerate(record.entries.talk_to):
        if key not in routes.routes:
            yield record.mistake(f"talk_to: {keyed.unknown(key)}", "talk_to", n)


def _help(page: Page) -> Iterator[Mistake]:
    """A page of help is marked as guidance, says first what to do first, and ends in somebody to talk to."""
    if page.clause_id or not page.path.startswith("help/"):
        return
    record = page.record.entries
    if record.kind != "guidance":
        yield page.record.mistake("kind: a page of help is guidance; write 'kind: guidance'", "kind")
    if page.path != HELP:
        if not record.lead:
            yield page.record.mistake("lead: is missing; say in one sentence what to do first", "title")
        last = page.text.rstrip().rpartition("\n")
        if not last[2].startswith("{{ talk_to("):
            text = 'a page of help ends in somebody to talk to; make the last line {{ talk_to("staff") }} or the like'
            yield Mistake(page.name, last[0].count("\n") + 2, text)


def _under(page: Page, site: Mapping[str, Page]) -> Iterator[Mistake]:
    """A page under one that does not exist, or under itself by way of others; a circle is said of its first page alone."""
    if page.under and page.under not in site:
        yield page.record.mistake(f"under: {calls.Keyed('page', 'docs/', site).unknown(page.under)}", "under")
    seen = [page.path]
    while (above := site[seen[-1]].under) and above in site and above not in seen:
        seen.append(above)
    if above == page.path == min(seen):
        circle = " to ".join([*seen, above])
        yield page.record.mistake(f"under: leads round in a circle ({circle}); let one of them stand under none", "under")


def _scripts(page: Page, root: Path) -> Iterator[Mistake]:
    for script in page.record.entries.scripts:
        if script != LIBRARY and not (root / "overrides" / script).is_file():
            yield page.record.mistake(f"scripts: there is no overrides/{script}; name a file that is there", "scripts")
