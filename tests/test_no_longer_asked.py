"""A clause that the check asks about leaves it when it leaves the policy; all else in the check stays, and still holds."""

from collections.abc import Callable
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.checks.load import load
from macros.commands.clauses import withdraw
from macros.reading.mistakes import Mistakes
from macros.shared.self_check import SelfCheck, verdict
from tests.looks import faults
from tests.projects import CHECK, edit, files, write
from tests.site import built

DAY, NOW = date(2027, 3, 1), "letter-home"
ASKED = ("insults", "rumours", "grumbles", "is-it-yours", "asking-is-quicker")  # nothing else refers to these


@pytest.fixture
def project(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the frozen school on that day."""
    monkeypatch.setenv("TODAY", DAY.isoformat())
    return project


def without(check: SelfCheck, id: str) -> list[tuple[str, tuple[str, ...], str]]:
    """The scenarios, each without what is answered about a clause."""
    own = {id, f"{id}-yes", f"{id}-no", f"{id}-unsure"}
    return [(one.post, tuple(a for a in one.answers if a not in own), one.outcome) for one in check.scenarios]


@pytest.mark.parametrize("id", ASKED)
def test_what_the_check_asks_about_goes_from_it_and_from_its_scenarios(id: str, project: Path) -> None:
    before = load(project).self_check
    said = "\n".join(withdraw(project, id, NOW, DAY))
    after = load(project).self_check
    assert id not in {*after.tick_boxes.boxes, *after.questions, *after.not_asked}
    assert after.not_asked == before.not_asked
    kept = [(one.post, one.answers, one.outcome) for one in after.scenarios]
    possible = without(before, id)
    assert kept == [one for one in possible if one[1] and verdict(one[1], after).outcome == one[2]]
    assert f"asked about '{id}'" in said and CHECK in said
    for scenario in before.scenarios:
        same = (scenario.post, scenario.answers, scenario.outcome) in kept
        assert (f'"{scenario.post}"' in said) is not same, "what is changed is told, and nothing else"


@pytest.mark.parametrize("id", ASKED)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_every_other_line_of_the_check_stays_byte_for_byte(ends: str, id: str, project: Path) -> None:
    text = (project / CHECK).read_text("utf-8").replace("\n  boxes:", "\n  boxes:  # a remark\n  # another")
    (project / CHECK).write_bytes(text.replace("\n", ends).encode())
    lines = (project / CHECK).read_bytes().splitlines(keepends=True)
    withdraw(project, id, NOW, DAY)
    left = (project / CHECK).read_bytes().splitlines(keepends=True)
    for kind, a, b, c, d in SequenceMatcher(None, lines, left, autojunk=False).get_opcodes():
        assert kind in ("equal", "delete", "replace")
        assert all(line.startswith(b"    answers: [") for line in [*lines[a:b], *left[c:d]] if kind == "replace")
        assert not any(line.lstrip().startswith(b"#") for line in lines[a:b] if kind == "delete")


def test_a_scenario_that_only_another_answer_kept_open_goes_too(project: Path) -> None:
    post = "Nobody says whether asking is quicker"
    open_still = f"  - post: {post}\n    answers: [none, is-it-yours-yes]\n    outcome: todo\n"
    edit(project, CHECK, "scenarios:\n", f"scenarios:\n{open_still}")
    said = withdraw(project, "asking-is-quicker", NOW, DAY)
    assert f'- the scenario "{post}", which would come out otherwise' in said
    assert post not in (project / CHECK).read_text("utf-8")


def test_the_site_is_whole_without_a_box_and_a_question(project: Path) -> None:
    withdraw(project, "rumours", NOW, DAY)
    withdraw(project, "asking-is-quicker", NOW, DAY)
    assert faults(built(project, DAY)) == {}


def keeps(**kept: tuple[str, ...]) -> Callable[[Any], None]:
    """Leaves the check with so many boxes or questions; the others are not asked about."""

    def change(entries: Any) -> None:
        lists = {"boxes": entries["tick_boxes"]["boxes"], "questions": entries["questions"]}
        for name, ids in kept.items():
            gone = [id for id in lists[name] if id not in ids]
            entries["not_asked"] += gone
            for id in gone:
                del lists[name][id]
        entries["scenarios"] = [{"post": "A", "answers": ["none"], "outcome": "todo"}]
        entries["scenarios"] += [{"post": "B", "answers": ["insults"], "outcome": "stop"}]

    return change


def leads_nowhere_else(entries: Any) -> None:
    keeps()(entries)
    for question in entries["questions"].values():
        for answer in question["answers"].values():
            answer["leads_to"] = answer["leads_to"].replace("talk", "stop")


def one_scenario(entries: Any) -> None:
    entries["scenarios"] = [{"post": "B", "answers": ["insults"], "outcome": "stop"}]


LACKING = {  # what the check is before, what is withdrawn, and what there would then be none of
    "the last box": (keeps(boxes=("insults",)), "insults", "no tick box; add another"),
    "the last question": (keeps(questions=("is-it-yours",)), "is-it-yours", "no question; add another"),
    "the last answer that leads somewhere": (leads_nowhere_else, "grumbles", "no answer that leads to 'talk'; add"),
    "the last scenario": (one_scenario, "insults", "no scenario; add another"),
}


@pytest.mark.parametrize("name", LACKING)
def test_what_would_leave_the_check_without_something_is_refused_in_one_line(name: str, project: Path) -> None:
    change, id, says = LACKING[name]
    entries = yaml.safe_load((project / CHECK).read_text("utf-8"))
    change(entries)
    write(project, CHECK, entries)
    before = files(project)
    with pytest.raises(Mistakes, match=f"{CHECK}:\\d+: without '{id}' the check would be left with {says}") as refused:
        withdraw(project, id, NOW, DAY)
    assert len(refused.value.mistakes) == 1
    assert files(project) == before
