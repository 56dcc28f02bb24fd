"""What a change does to the self-check: of all the ways to answer it, how many lead somewhere else, each counted.

Outcomes add up answer by answer, so all ways are counted exactly and none is tried; a test tries every one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from itertools import product

from macros.shared.self_check import MILDEST, OUTCOMES, TICK_BOXES, TODO

Check = Mapping[str, Mapping[str, str]]  # question id to input id to outcome
NOTHING = ""  # the outcome of what is not in one of the two checks, or not chosen
ORDER = (
    OUTCOMES[0],
    TODO,
    *OUTCOMES[1:],
    NOTHING,
)  # the first of these that an answer gives is the verdict; no answer gives TODO


@dataclass(frozen=True)
class Shift:
    """So many ways to answer lead from one outcome to another. example: the inputs of one of them."""

    before: str
    after: str
    count: int
    example: tuple[str, ...]


@dataclass(frozen=True)
class Effect:
    """total: ways to answer, unanswered questions included. shifts: those that lead elsewhere, most first."""

    total: int
    shifts: tuple[Shift, ...]

    @property
    def changed(self) -> int:
        return sum(shift.count for shift in self.shifts)


def effect(old: Check, new: Check) -> Effect:
    """Counts over every way to answer the questions of both, exactly, by adding up one question after another.

    An input that only one of the two has does nothing in the other.
    """
    questions = dict.fromkeys([*old, *new])
    answers = [_answers(old.get(id, {}), new.get(id, {}), several=id == TICK_BOXES) for id in questions]
    ways = reduce(_together, answers, [Shift(MILDEST, MILDEST, 1, ())])
    shifts = sorted((way for way in ways if way.before != way.after), key=lambda way: -way.count)
    return Effect(sum(way.count for way in ways), tuple(shifts))


def _answers(was: Mapping[str, str], now: Mapping[str, str], several: bool) -> list[Shift]:
    """The ways to answer one question. several: whether any of its inputs can be chosen together, not just one."""
    none = Shift(NOTHING, NOTHING, 1, ())
    inputs = [Shift(was.get(id, NOTHING), now.get(id, NOTHING), 1, (id,)) for id in dict.fromkeys([*was, *now])]
    steps = [[none, chosen] for chosen in inputs] if several else [[*inputs, none]]
    unanswered = [TODO if check else NOTHING for check in (was, now)]
    return [
        replace(way, before=way.before or unanswered[0], after=way.after or unanswered[1])
        for way in reduce(_together, steps, [none])
    ]


def _together(ways: Iterable[Shift], others: Iterable[Shift]) -> list[Shift]:
    """Each way with each of the others; those that lead from and to the same are one, with the first one's example."""
    found: dict[tuple[str, str], Shift] = {}
    for way, other in product(ways, others):
        before = min(way.before, other.before, key=ORDER.index)
        after = min(way.after, other.after, key=ORDER.index)
        same = found.get((before, after), Shift(before, after, 0, (*way.example, *other.example)))
        found[before, after] = replace(same, count=same.count + way.count * other.count)
    return list(found.values())
