"""What a change does to the self-check: of all the ways to answer it, how many lead somewhere else, each counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.shared.self_check import OK, STOP, TALK, TICK_BOXES, TODO

Check = Mapping[str, Mapping[str, str]]  # question id to input id to outcome
Side = tuple[
    int, bool
]  # for one of two checks: position in ORDER of the worst outcome so far; whether a question is open
Ways = dict[tuple[Side, Side], tuple[int, tuple[str, ...]]]  # both sides to how many ways lead there, and one of them

ORDER = (STOP, TALK, OK)  # worst first
NOTHING = len(ORDER)  # worse than no outcome: none yet


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
    """Counts over every way to answer the questions of both, exactly, by adding up one input after another.

    An input that only one of the two has does nothing in the other.
    """
    ways: Ways = {((NOTHING, False), (NOTHING, False)): (1, ())}
    for question in dict.fromkeys([*old, *new]):
        both = (old.get(question), new.get(question))
        inputs = list(dict.fromkeys(id for check in both for id in check or ()))
        steps = (
            [[None, id] for id in inputs] if question == TICK_BOXES else [[*inputs, None]]
        )  # any boxes, or one answer
        answers: Ways = {((NOTHING, both[0] is not None), (NOTHING, both[1] is not None)): (1, ())}
        for options in steps:
            answers = _answered(answers, options, both)
        ways = _together(ways, answers)
    counts: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], tuple[str, ...]] = {}
    for (before, after), (count, example) in ways.items():
        counts[_outcome(before), _outcome(after)] += count
        examples.setdefault((_outcome(before), _outcome(after)), example)
    shifts = [Shift(*pair, count, examples[pair]) for pair, count in counts.most_common() if pair[0] != pair[1]]
    return Effect(sum(counts.values()), tuple(shifts))


def _answered(ways: Ways, options: Iterable[str | None], both: tuple[Mapping[str, str] | None, ...]) -> Ways:
    """Each way, with each of the options chosen; None chooses nothing."""
    found: Ways = {}
    for sides, (count, example) in ways.items():
        for id in options:
            chosen = tuple(_chosen(side, id, check or {}) for side, check in zip(sides, both, strict=True))
            _count(found, chosen, count, (*example, id) if id else example)
    return found


def _together(ways: Ways, answers: Ways) -> Ways:
    """Every way so far with every way to answer one more question."""
    found: Ways = {}
    for sides, (count, example) in ways.items():
        for others, (more, ticked) in answers.items():
            joined = tuple((min(a[0], b[0]), a[1] or b[1]) for a, b in zip(sides, others, strict=True))
            _count(found, joined, count * more, (*example, *ticked))
    return found


def _count(found: Ways, sides: tuple[Side, ...], count: int, example: tuple[str, ...]) -> None:
    before, first = found.get(sides, (0, example))
    found[sides] = (before + count, first)


def _chosen(side: Side, id: str | None, check: Mapping[str, str]) -> Side:
    """A side after an input was chosen: its question is no longer open, and the outcome perhaps worse."""
    return (min(side[0], ORDER.index(check[id])), False) if id in check else side


def _outcome(side: Side) -> str:
    worst, is_open = side
    if is_open and worst != 0:
        return TODO
    return ORDER[min(worst, NOTHING - 1)]
