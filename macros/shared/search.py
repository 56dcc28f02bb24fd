"""The words of search, and parents' own words for what they look for: docs/_shared/search.yml."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from macros.mistakes import Mistake
from macros.reading.entries import Written
from macros.reading.kinds import Entries, Marked, Model, Sentence, Words, with_places
from macros.shared.pages import CONCERNS, DEFINITIONS, SEARCH


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


def check(
    document: Search, pages: Mapping[str, object], routes: Mapping[str, object], terms: Mapping[str, object]
) -> list[Mistake]:
    """Targets in search.yml that lead nowhere."""
    anchors = {CONCERNS: routes, DEFINITIONS: terms}
    targets = [(target, "also", target) for target in document.also]
    targets += [(target, "looked_for", typed) for typed, target in document.looked_for.items()]
    mistakes = []
    for target, *place in targets:
        path, _, anchor = target.partition("#")
        if path not in pages or path == SEARCH:
            wrong = "search does not find its own page" if path == SEARCH else f"there is no page docs/{path}"
            text = f"{place[0]}: {wrong}; name a page such as {CONCERNS}"
            mistakes.append(document.mistake(text, *place))
        elif "#" in target and anchor not in anchors.get(path, ()):
            text = f"{place[0]}: docs/{path} has no place called '{anchor}'; only routes and definitions can be named"
            mistakes.append(document.mistake(text, *place))
    return mistakes
