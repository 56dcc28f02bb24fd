"""What refers to what: the clauses that use a term, the pages that refer to a clause, and names that lead nowhere."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from macros.mistakes import Mistake
from macros.policy.clauses import NAME, Policy
from macros.reading import braces
from macros.reading.entries import Written
from macros.reading.kinds import Model
from macros.shared.now import Now
from macros.shared.pages import CHECK, CONCERNS, DEFINITIONS, NOW, POLICY, Page, address
from macros.shared.routes import Routes
from macros.shared.steps import COMPLAINT
from macros.shared.terms import Terms

SHOWN_ON = MappingProxyType(
    {"routes": CONCERNS, "self-check": CHECK, "terms": DEFINITIONS}
)  # whose words stand on one page


def uses(index: Policy, terms: Terms) -> Mapping[str, tuple[str, ...]]:
    """Term key to the ids of the clauses that use it, in the policy's order."""
    used = {clause.id: _called(clause.words, "term") for clause in index.clauses.values()}
    return MappingProxyType({key: tuple(id for id in used if key in used[id]) for key in terms.terms})


def referrers(
    index: Policy, site: Mapping[str, Page], shared: Mapping[str, str], entries: Mapping[str, Model]
) -> Mapping[str, tuple[str, ...]]:
    """Clause id to the paths of the pages that refer to it: from docs/, clauses last, its own page left out.

    shared, entries: stem of a shared file to its text, and to what stands in it.
    The policy's page, where every clause stands, does not count.
    """
    named = {
        path: set() if page.is_withdrawn else _refers(page.text, index) for path, page in site.items() if path != POLICY
    }
    for clause in index.clauses.values():
        named[clause.path] |= _refers(clause.words, index)
    for stem, path in SHOWN_ON.items():
        named[path] |= _refers(shared[stem], index)
    notes, ways = entries["notes"].notes, entries["steps"].ways
    shown = {(macro, id): _refers(note, index) for id, note in notes.items() for macro in ("note", "clause_page")}
    for key, way in ways.items():
        shown["steps", key] = _refers("\n".join(step.say for step in way.steps), index)
    if entries["school"].complaint_stages:
        shown.pop(("steps", COMPLAINT), None)  # they say it in words of their own
    for path in named:
        for call in braces.find(site[path].text, ""):
            named[path] |= shown.get((call.macro, call.key), set())
    check, terms = entries["self-check"], entries["terms"].terms
    named[CHECK] |= {*check.tick_boxes.boxes, *check.questions}
    named[DEFINITIONS] |= {term.clause for term in terms.values() if term.clause}
    clauses = [clause.path for clause in index.clauses.values()]
    order = [*(path for path in named if path not in clauses), *clauses]
    return MappingProxyType(
        {
            id: tuple(path for path in order if id in named[path] and path != clause.path)
            for id, clause in index.clauses.items()
        }
    )


def addresses(index: Policy, site: Mapping[str, Page], routes: Routes, now: Now) -> tuple[str, ...]:
    """Every lasting address of the site, from its top: pages, clauses on the policy's page, whom to talk to, what to do now.

    Sections and definitions have none: governors may merge them, and nothing could then stand in their place.
    """
    places = {
        POLICY: [*index.clauses, *(page.clause_id for page in site.values() if page.is_withdrawn)],
        CONCERNS: routes.routes,
        NOW: now.situations,
    }
    return (
        *map(address, site),
        *(f"{address(path)}#{anchor}" for path, anchors in places.items() for anchor in anchors),
    )


def _called(text: str, macro: str) -> set[str]:
    return {call.key for call in braces.find(text, "") if call.macro == macro}


def _refers(text: str, index: Policy) -> set[str]:
    """The clauses that some words refer to: each by itself, or as the list that a clause leads into."""
    return _called(text, "see") | {clause.id for id in _called(text, "items") for clause in index.items(id)}


def clause_names(index: Policy, site: Mapping[str, Page]) -> braces.Keyed:
    """The clauses that can be referred to, and what to say of those that were withdrawn."""
    withdrawn = {page.clause_id: page.record for page in site.values() if page.clause_id}
    gone = {
        id: f"was withdrawn on {record.withdrawn}; refer to what took its place ('{record.now_see}'), or to none"
        for id, record in withdrawn.items()
        if record.withdrawn
    }
    return braces.Keyed("clause", NAME, index.clauses, gone=gone)


def check(shared: Mapping[str, Written], index: Policy, site: Mapping[str, Page]) -> Iterator[Mistake]:
    """Clauses and sources that shared files name and that are not there, and notes that the policy does not show."""
    clauses = clause_names(index, site)
    for key, term in shared["terms"].terms.items():
        if term.clause and term.clause not in index.clauses:
            place = ("terms", key, "clause")
            yield shared["terms"].mistake(f"{'.'.join(place)}: {clauses.unknown(term.clause)}", *place)
    shown = _called(site[POLICY].text, "note")
    for id in shared["notes"].notes:
        if id not in index.clauses:
            yield shared["notes"].mistake(f"notes.{id}: {clauses.unknown(id)}", "notes", id)
        elif id not in shown:
            place = f"{NAME}, below the clause on line {index.clauses[id].line}, with an empty line above and below it"
            text = f'notes.{id}: the policy does not show this note; put {{{{ note("{id}") }}}} into {place}, or take the note out'
            yield shared["notes"].mistake(text, "notes", id)
    sources = braces.Keyed("source", "docs/_shared/sources.yml", shared["sources"].sources)
    for stem, kind, entries in (
        ("ages", "ages", shared["ages"].ages),
        ("now", "helplines", shared["now"].helplines),
    ):
        for key, entry in entries.items():
            if entry.source not in sources.names:
                yield shared[stem].mistake(f"{kind}.{key}: {sources.unknown(entry.source)}", kind, key, "source")
