"""What docs/_shared/search.yml names is there to be found."""

from collections.abc import Iterator, Mapping

from macros.reading.mistakes import Mistake
from macros.shared.pages import CONCERNS, DEFINITIONS, SEARCH, Page
from macros.shared.routes import Routes
from macros.shared.search import Search
from macros.shared.terms import Terms


def check(
    search: Search, pages: Mapping[str, Page], routes: Routes | None = None, terms: Terms | None = None
) -> Iterator[Mistake]:
    """Targets in search.yml that lead nowhere."""
    anchors = {CONCERNS: routes and routes.routes, DEFINITIONS: terms and terms.terms}
    targets = [(target, "also", target) for target in search.also]
    targets += [(target, "looked_for", typed) for typed, target in search.looked_for.items()]
    for target, *place in targets:
        path, _, anchor = target.partition("#")
        if path not in pages or path == SEARCH:
            wrong = "search does not find its own page" if path == SEARCH else f"there is no page docs/{path}"
            text = f"{place[0]}: {wrong}; name a page such as {CONCERNS}"
            yield search.mistake(text, *place, about=f"docs/{path}" if path != SEARCH else "")
        elif "#" in target and (there := anchors.get(path, ())) is not None and anchor not in there:
            text = f"{place[0]}: docs/{path} has no place called '{anchor}'; only routes and definitions can be named"
            yield search.mistake(text, *place, about=anchor)
