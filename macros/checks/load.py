"""The whole site from its files: read, checked and resolved."""

from collections.abc import Iterable
from pathlib import Path

from macros.checks import CHECKS, Check
from macros.reading.mistakes import Mistake, raise_any
from macros.reading.parts import Parts, given
from macros.register import MACROS
from macros.site import Site, read, resolve


def load(root: Path) -> Site:
    """The site below `root`. Raises Mistakes: one line for each thing that a person has to put right."""
    parts, mistakes = read(root)
    raise_any(check(parts, mistakes, CHECKS))
    return resolve(parts)


def check(parts: Parts, told: list[Mistake], checks: Iterable[Check]) -> list[Mistake]:
    """What was told of the parts, one by one, and what else is wrong with them: in other places, and of another cause."""
    places, found = {(mistake.file, mistake.line) for mistake in told}, list(told)
    for look in checks:
        new = [
            mistake
            for mistake in given(look, parts | {"macros": MACROS}) or ()
            if (mistake.file, mistake.line) not in places
        ]
        found += [mistake for mistake in new if not mistake.follows(found)]
    return found
