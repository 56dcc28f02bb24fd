"""What can be found: every page, everybody to talk to and every defined word; docs/_shared/search.yml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from macros.kinds import Entries, Model, Sentence, Words, with_places
from macros.mistakes import Mistake
from macros.pages import CONCERNS, DEFINITIONS, SEARCH
from macros.strict_yaml import Document
from macros.wording import fill

if TYPE_CHECKING:
    from macros.content import Content


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


class Search(Model):
    """also: page, or page#place, to words that parents use for it."""

    labels: Labels
    also: Entries[str, tuple[Words, ...]]


@dataclass(frozen=True)
class Place:
    """Something that can be found. path: from docs/. anchor: '' for a whole page. kind: what it is, in words."""

    title: str
    path: str
    anchor: str
    kind: str
    also: tuple[str, ...]


def places(content: "Content") -> Iterator[Place]:
    """Every place that can be found, in no order that matters."""
    labels, also = content.search.labels, content.search.also

    def place(title: str, path: str, anchor: str, kind: str) -> Place:
        target = f"{path}#{anchor}" if anchor else path
        return Place(title, path, anchor, kind, also.get(target, ()))

    for path, page in content.pages.items():
        if path != SEARCH:
            clause = content.policy.clauses.get(page.clause_id or "")
            if clause:
                kind = fill(labels.clause, number=clause.number)
            elif page.is_withdrawn:
                kind = labels.withdrawn
            else:
                kind = labels.letter if page.record.entries.kind == "letter" else labels.page
            yield place(page.record.entries.title, path, "", kind)
    for key, route in content.routes.routes.items():
        yield place(route.about, CONCERNS, key, labels.route)
    for key, term in content.terms.terms.items():
        yield place(term.word[0].upper() + term.word[1:], DEFINITIONS, key, labels.definition)


def check(
    document: Document[Search], pages: Mapping[str, object], routes: Mapping[str, object], terms: Mapping[str, object]
) -> list[Mistake]:
    """Targets in search.yml that lead nowhere."""
    anchors = {CONCERNS: routes, DEFINITIONS: terms}
    mistakes = []
    for target in document.entries.also:
        path, _, anchor = target.partition("#")
        if path not in pages:
            mistakes.append(
                document.mistake(f"also: there is no page docs/{path}; name a page such as {CONCERNS}", "also", target)
            )
        elif "#" in target and anchor not in anchors.get(path, ()):
            text = f"also: docs/{path} has no place called '{anchor}'; only routes and definitions can be named"
            mistakes.append(document.mistake(text, "also", target))
    return mistakes
