"""What can be found: every page, everybody to talk to and every defined word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from macros.policy.clauses import Policy
from macros.reading.markup import fill
from macros.shared.front_matter import PageRecord
from macros.shared.pages import CONCERNS, DEFINITIONS, SEARCH, STAFF, Page
from macros.shared.routes import Routes
from macros.shared.search import Search
from macros.shared.terms import Terms


@dataclass(frozen=True)
class Place:
    """Something that can be found. path: from docs/. anchor: '' for a whole page. kind: what it is, in words.

    whole: whether the words of its page are searched as well. Those of a letter are its writer's to fill in, and those
    of an adopted version and of the page for staff are the policy's once more: they are found by their names.
    """

    title: str
    path: str
    anchor: str
    kind: str
    also: tuple[str, ...]
    whole: bool


def words_of(text: str) -> str:
    """The words of a text, each once, since how often says little and the page for search has to be light."""
    return " ".join(dict.fromkeys(re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.lower().replace("’", "'"))))


def places(search: Search, pages: Mapping[str, Page], policy: Policy, routes: Routes, terms: Terms) -> Iterator[Place]:
    """Every place that can be found, in no order that matters. pages: by path."""
    labels = search.labels

    def place(title: str, path: str, anchor: str, kind: str, *, whole: bool = False) -> Place:
        target = f"{path}#{anchor}" if anchor else path
        return Place(title, path, anchor, kind, search.also.get(target, ()), whole)

    for path, page in pages.items():
        clause, title = policy.clauses.get(page.clause_id or ""), page.record.title
        if clause:
            yield place(title, path, "", fill(labels.clause, number=clause.number), whole=True)
        elif isinstance(page.record, PageRecord) and page.record.kind == "letter":
            yield place(title, path, "", labels.letter)
        elif path != SEARCH:
            kind = labels.withdrawn if page.is_withdrawn else labels.page
            yield place(title, path, "", kind, whole=not page.is_version and path != STAFF)
    for key, route in routes.routes.items():
        yield place(route.about, CONCERNS, key, labels.route)
    for key, term in terms.terms.items():
        yield place(term.word[0].upper() + term.word[1:], DEFINITIONS, key, labels.definition)


def by_letter(places: Iterable[Place]) -> dict[str, list[Place]]:
    """Places in the order of an A to Z, under the capital letter that each begins with."""
    ordered = sorted(places, key=lambda place: (_without_article(place.title), place.kind))
    letters = groupby(ordered, key=lambda place: _without_article(place.title)[0].upper())
    return {letter: list(found) for letter, found in letters}


def _without_article(title: str) -> str:
    """A title as it is put in order: without a quotation mark or the like in front, and without its article."""
    return re.sub(r"^\W*((the|a|an) )?\b", "", title.lower()) or title
