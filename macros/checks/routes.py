"""Routes come in the order of what matters, and name nothing but the school's facts where they stand in links and headings."""

from collections.abc import Iterator

from macros.policy.named import FACTS
from macros.reading import braces
from macros.reading.kinds import not_as_typed
from macros.reading.mistakes import Mistake
from macros.shared.routes import HELP_NOW, Routes


def first(routes: Routes) -> Iterator[Mistake]:
    """The card on a child's safety is there, and before all others."""
    if HELP_NOW not in routes.routes:
        yield routes.mistake(f"routes: '{HELP_NOW}' is missing; help for a child in danger links to it", "routes")
    elif next(iter(routes.routes)) != HELP_NOW:
        text = f"routes: '{HELP_NOW}' is not the first; a child's safety comes before everything else"
        yield routes.mistake(f"{text}, so move it to the top", "routes", HELP_NOW)


def plain(typed_routes: Routes, routes: Routes) -> Iterator[Mistake]:
    """What stands in 'about' and 'who', as it is typed and with the school's facts in it, is plain."""
    rules = braces.Rules({}, {}, FACTS)
    for key, route in typed_routes.routes.items():
        for name in ("about", "who"):
            typed, filled = getattr(route, name) or "", getattr(routes.routes[key], name) or ""
            wrong = [mistake.text for mistake in braces.check(typed, routes.file, rules, "routes")]
            if not wrong and (text := not_as_typed(filled)):
                wrong = [f"routes.{key}.{name}: {text}"]
            yield from (routes.mistake(text, "routes", key, name) for text in wrong)
