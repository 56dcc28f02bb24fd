"""The whole site from its files: read, checked and resolved."""

from pathlib import Path

from macros.checks import CHECKS
from macros.mistakes import Mistake, raise_any
from macros.register import MACROS
from macros.site import Parts, Site, given, read, resolve


def load(root: Path) -> Site:
    """The site below `root`. Raises Mistakes: one line for each thing that a person has to put right."""
    parts, mistakes = read(root)
    raise_any(mistakes + check(parts, mistakes))
    return resolve(parts)


def check(parts: Parts, told: list[Mistake]) -> list[Mistake]:
    """What else is wrong with the parts than was told of them, one by one: in other places, and of another cause."""
    places, found = {(mistake.file, mistake.line) for mistake in told}, list[Mistake]()
    for look in CHECKS:
        new = [
            mistake
            for mistake in given(look, parts | {"macros": MACROS}) or ()
            if (mistake.file, mistake.line) not in places
        ]
        found += [mistake for mistake in new if not mistake.follows([*told, *found])]
    return found
