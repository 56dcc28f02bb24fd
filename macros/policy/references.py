"""What refers to what: the clauses that use a term, the pages that refer to a clause."""

from collections.abc import Mapping
from types import MappingProxyType

from macros.policy.clauses import Policy
from macros.reading import braces
from macros.reading.entries import SHARED
from macros.shared.now import Now
from macros.shared.pages import CHECK, CONCERNS, DEFINITIONS, NOW, POLICY, Page, address
from macros.shared.routes import Routes
from macros.shared.school import School
from macros.shared.self_check import SelfCheck
from macros.shared.steps import COMPLAINT, Steps
from macros.shared.terms import Notes, Terms

SHOWN_ON = {"routes": CONCERNS, "self-check": CHECK, "terms": DEFINITIONS}  # whose words stand on one page


def uses(index: Policy, terms: Terms) -> Mapping[str, tuple[str, ...]]:
    """Term key to the ids of the clauses that use it, in the policy's order."""
    used = {clause.id: _called(clause.words, "term") for clause in index.clauses.values()}
    return MappingProxyType({key: tuple(id for id in used if key in used[id]) for key in terms.terms})


def referrers(
    policy: Policy,
    pages: Mapping[str, Page],
    texts: Mapping[str, str],
    notes: Notes,
    steps: Steps,
    school: School,
    self_check: SelfCheck,
    terms: Terms,
) -> Mapping[str, tuple[str, ...]]:
    """Clause id to the paths of the pages that refer to it: from docs/, clauses last, its own page left out.

    texts: by the file's name. The policy's page, where every clause stands, does not count.
    """
    named = {path: _refers("" if page.is_withdrawn else page.text, policy) for path, page in pages.items()}
    del named[POLICY]
    for clause in policy.clauses.values():
        named[clause.path] |= _refers(clause.words, policy)
    for stem, path in SHOWN_ON.items():
        named[path] |= _refers(texts[f"{SHARED}/{stem}.yml"], policy)
    shown = {(macro, id): note for id, note in notes.notes.items() for macro in ("note", "clause_page")}
    shown |= {("steps", key): "\n".join(step.say for step in way.steps) for key, way in steps.ways.items()}
    if school.complaint_stages:
        shown.pop(("steps", COMPLAINT), None)  # they say it in words of their own
    for path in named:
        for call in braces.find(pages[path].text, ""):
            named[path] |= _refers(shown.get((call.macro, call.key), ""), policy)
    named[CHECK] |= {*self_check.tick_boxes.boxes, *self_check.questions}
    named[DEFINITIONS] |= {term.clause for term in terms.terms.values() if term.clause}
    clauses = [clause.path for clause in policy.clauses.values()]
    order = [*(path for path in named if path not in clauses), *clauses]
    return MappingProxyType(
        {
            id: tuple(path for path in order if id in named[path] and path != clause.path)
            for id, clause in policy.clauses.items()
        }
    )


def addresses(index: Policy, pages: Mapping[str, Page], routes: Routes, now: Now) -> tuple[str, ...] | None:
    """Every lasting address of the site, from its top: pages, clauses in the policy, whom to talk to, what to do now.

    Sections and definitions have none: governors may merge them, and nothing could then stand in their place.
    None where some of them could not be read.
    """
    if not (index.whole and routes.whole and now.whole):
        return None
    places = {
        POLICY: [*index.clauses, *(page.clause_id for page in pages.values() if page.is_withdrawn)],
        CONCERNS: routes.routes,
        NOW: now.situations,
    }
    within = (f"{address(path)}#{anchor}" for path, anchors in places.items() for anchor in anchors)
    return (*map(address, pages), *within)


def _called(text: str, macro: str) -> set[str]:
    return {call.key for call in braces.find(text, "") if call.macro == macro}


def _refers(text: str, index: Policy) -> set[str]:
    """The clauses that some words refer to: each by itself, or as the list that a clause leads into."""
    return _called(text, "see") | {clause.id for id in _called(text, "items") for clause in index.items(id)}
