"""What became of a clause between two texts: new, reworded, moved, replaced, withdrawn."""

from collections.abc import Collection, Mapping
from difflib import SequenceMatcher

from macros.adopted.frozen import FrozenClause
from macros.adopted.why import Kind


def kind(was: FrozenClause | None, now: FrozenClause | None, is_replaced: bool, is_moved: bool) -> Kind | None:
    """What became of a clause; None where nothing did."""
    if not was:
        return "new"
    if not now:
        return "replaced" if is_replaced else "withdrawn"
    if was.text.split() != now.text.split():
        return "reworded"
    return "moved" if is_moved else None


def replaced(was: Collection[str], now: Collection[str], now_see: Mapping[str, str]) -> dict[str, str]:
    """The clauses that are gone and have a new one in their place, which is named."""
    found = {}
    for id in now_see:
        by = now_see[id]
        while by in now_see and by not in now:  # what took its place may have been replaced in its turn
            by = now_see[by]
        if id in was and id not in now and by in now and by not in was:
            found[id] = by
    return found


def moved(was: Mapping[str, FrozenClause], now: Mapping[str, FrozenClause]) -> set[str]:
    """Clauses that stand elsewhere among those that stayed: in another order, section or list."""
    before, after = [id for id in was if id in now], [id for id in now if id in was]
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    in_order = {id for block in blocks for id in before[block.a : block.a + block.size]}
    same_place = {id for id in before if (was[id].section, was[id].under) == (now[id].section, now[id].under)}
    return set(before) - (in_order & same_place)
