"""The whole site from its files: read, checked and resolved."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from macros.checks import CHECKS, Check
from macros.reading.mistakes import Mistake, raise_any
from macros.reading.parts import Parts, given
from macros.register import MACROS
from macros.resolve import read, resolve
from macros.shared.pages import is_clause_page
from macros.site import Site

FEW = 3  # places that are named in one line


def load(root: Path, day: datetime.date | None = None) -> Site:
    """The site below `root`, on a day or else today. Raises Mistakes: a line for each thing to put right."""
    parts, mistakes = read(root, day)
    raise_any(check(parts, mistakes, CHECKS))
    return resolve(parts)


def check(parts: Parts, told: list[Mistake], checks: Iterable[Check]) -> list[Mistake]:
    """What was told of the parts, one by one, and what else is wrong with them: in another place, of another cause."""
    places, found = {(mistake.file, mistake.line) for mistake in told}, list(told)
    also: dict[str, list[str]] = {}  # where else a page is named that is not there
    for look in checks:
        new = [one for one in given(look, parts | {"macros": MACROS}) or () if (one.file, one.line) not in places]
        for one in new:
            if one.follows(found) and one.line and one.about.endswith(".md"):
                also.setdefault(one.about, []).append(f"{one.file}:{one.line}")
        found += [one for one in new if not one.follows(found)]
    return [_everywhere(one, also.get(one.about, [])) for one in found]


def _everywhere(mistake: Mistake, places: list[str]) -> Mistake:
    """The same of a page that is not there and that several places name."""
    others = [place for place in dict.fromkeys(places) if place != f"{mistake.file}:{mistake.line}"]
    if not others or not mistake.line:
        return mistake
    more = f"{', '.join(others[:FEW])}{f' and {len(others) - FEW} other lines' if len(others) > FEW else ''}"
    text = f"there is no page {mistake.about}, which {more} name{'' if others[1:] else 's'} as well"
    else_where = "" if is_clause_page(mistake.about.removeprefix("docs/")) else ", or name another page in all of these"
    return replace(mistake, text=f"{text}; put it back{else_where}")
