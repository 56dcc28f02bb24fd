"""What can be found: every page, everybody to talk to and every defined word; docs/_shared/search.yml."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from markupsafe import Markup
from pydantic import Field

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Marked, Model, Sentence, Words, with_places
from macros.shared.pages import CONCERNS, DEFINITIONS, SEARCH, STAFF
from macros.shared.wording import fill

if TYPE_CHECKING:
    from macros.site import Site


class Labels(Model):
    """The small words of search and of the A to Z. '{n}' stands for how many, '{number}' for a clause's number."""

    ask: Words
    results: Words
    none: Words
    one: Words
    many: Annotated[Sentence, with_places("n")]
    all: Words
    page: Words
    clause: Annotated[Sentence, with_places("number")]
    withdrawn: Words
    letter: Words
    route: Words
    definition: Words


class Search(Written):
    """also: page, or page#place, to parents' own words for it. looked_for: what parents type to what should come first."""

    labels: Labels
    also: Entries[str, tuple[Words, ...]]
    looked_for: Annotated[Entries[Marked, str], Field(validate_default=True)] = {}


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


SOURCE = re.compile(r'<a class="ps-source".*?</a>')  # the number of a source, which is no word


def words_of(text: str) -> str:
    """The words of a page's HTML, each once: how often a word stands on a page says little, and the page for search has to be light."""
    text = Markup(SOURCE.sub(" ", text).replace("<", " <")).striptags()
    return " ".join(dict.fromkeys(re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.lower().replace("’", "'"))))


def places(site: "Site") -> Iterator[Place]:
    """Every place that can be found, in no order that matters."""
    labels, also = site.search.labels, site.search.also

    def place(title: str, path: str, anchor: str, kind: str, whole: bool = False) -> Place:
        target = f"{path}#{anchor}" if anchor else path
        return Place(title, path, anchor, kind, also.get(target, ()), whole)

    for path, page in site.pages.items():
        if path != SEARCH:
            clause = site.policy.clauses.get(page.clause_id or "")
            if clause:
                kind = fill(labels.clause, number=clause.number)
            elif page.is_withdrawn:
                kind = labels.withdrawn
            else:
                kind = labels.letter if page.record.kind == "letter" else labels.page
            whole = not (page.is_version or path == STAFF or getattr(page.record, "kind", "") == "letter")
            yield place(page.record.title, path, "", kind, whole)
    for key, route in site.routes.routes.items():
        yield place(route.about, CONCERNS, key, labels.route)
    for key, term in site.terms.terms.items():
        yield place(term.word[0].upper() + term.word[1:], DEFINITIONS, key, labels.definition)
