"""What docs/_shared/now.yml says of situations and helplines fits together."""

from collections.abc import Iterator

from macros.reading.braces import Keyed
from macros.reading.mistakes import Mistake
from macros.shared.now import Now


def check(now: Now) -> Iterator[Mistake]:
    """Helplines that a situation names and that are not there, or twice; and those that none names."""
    helplines = Keyed("helpline", now.file, now.helplines)
    for key, situation in now.situations.items():
        place = ("situations", key, "helplines")
        for n, name in enumerate(situation.helplines):
            if name not in helplines.names:
                yield now.mistake(f"situations.{key}.helplines: {helplines.unknown(name)}", *place, n)
            elif name in situation.helplines[:n]:
                yield now.mistake(f"situations.{key}.helplines: has '{name}' twice; take one out", *place, n)
    used = {name for situation in now.situations.values() for name in situation.helplines}
    for name in now.helplines if used <= {*helplines.names} else ():
        if name not in used:
            text = f"helplines.{name}: no situation names it; add it to the helplines of one, or take it out"
            yield now.mistake(text, "helplines", name)
