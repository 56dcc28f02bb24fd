"""What a change does to the self-check: of all the ways to answer it, how many end elsewhere."""

import itertools
from collections import Counter
from pathlib import Path

from macros.adopted.effect import Effect, effect
from macros.checks.load import load
from macros.shared.self_check import TICK_BOXES, SelfCheck, verdict
from macros.site import proposed_changes
from tests.projects import DAY, SCHOOL, adopted_once, changed
from tests.reference import Reference


def as_frozen(check: SelfCheck) -> dict[str, dict[str, str]]:
    frozen: dict[str, dict[str, str]] = {}
    for question, id, answer in check.inputs():
        frozen.setdefault(question, {})[id] = answer.leads_to
    return frozen


def counted_one_by_one(old: SelfCheck, new: SelfCheck) -> Counter[tuple[str, str]]:
    """Every way to answer, asked of both checks."""
    questions = as_frozen(new)
    boxes = list(questions.pop(TICK_BOXES))
    replies = [[None, *inputs] for inputs in questions.values()]
    ticked = [set(itertools.compress(boxes, bits)) for bits in itertools.product([0, 1], repeat=len(boxes))]
    return Counter(
        (verdict(given := boxes | set(filter(None, chosen)), old).outcome, verdict(given, new).outcome)
        for boxes in ticked
        for chosen in itertools.product(*replies)
    )


def test_the_effect_on_the_check_is_what_counting_one_by_one_gives(tmp_path: Path) -> None:
    was, now = (load(make(tmp_path / make.__name__), DAY) for make in (adopted_once, changed))
    counts = counted_one_by_one(was.self_check, now.self_check)
    reckoned = effect(as_frozen(was.self_check), as_frozen(now.self_check))
    assert reckoned.total == sum(counts.values()) == Reference(SCHOOL).total
    assert {(s.before, s.after): s.count for s in reckoned.shifts} == {k: n for k, n in counts.items() if k[0] != k[1]}
    assert reckoned.changed
    for shift in reckoned.shifts:
        assert verdict(shift.example, was.self_check).outcome == shift.before
        assert verdict(shift.example, now.self_check).outcome == shift.after
    assert proposed_changes(now).effect == reckoned


def test_a_new_box_counts_in_the_new_check_alone() -> None:
    old = {TICK_BOXES: {"a": "stop", "none": "ok"}, "q": {"q-yes": "ok", "q-no": "talk"}}
    new = {TICK_BOXES: {"a": "stop", "b": "talk", "none": "ok"}, "q": {"q-yes": "ok", "q-no": "talk"}}
    assert effect(old, old) == Effect(12, ())
    shifts = {(shift.before, shift.after): shift.count for shift in effect(old, new).shifts}
    assert effect(old, new).total == 24
    assert shifts == {("ok", "talk"): 1, ("todo", "talk"): 2}
