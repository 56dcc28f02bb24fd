"""The whole site from its files: read, checked and resolved."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from macros.checks import CHECKS, Check
from macros.reading.mistakes import Mistake, raise_any
from macros.reading.parts import Parts, given
from macros.register import MACROS
from macros.resolve import read, resolve
from macros.site import Site


def load(root: Path, day: datetime.date | None = None) -> Site:
    """The site below `root`, on a day or else today. Raises Mistakes: a line for each thing to put right."""
    parts, mistakes = read(root, day)
    raise_any(check(parts, mistakes, CHECKS))
    return resolve(parts)


def check(parts: Parts, told: list[Mistake], checks: Iterable[Check]) -> list[Mistake]:
    """What was told of the parts, one by one, and what else is wrong with them: in another place, of another cause."""
    places, found = {(mistake.file, mistake.line) for mistake in told}, list(told)
    for look in checks:
        new = given(look, parts | {"macros": MACROS}) or ()
        found += [one for one in new if (one.file, one.line) not in places and not one.follows(found)]
    return found
