"""Every way to answer the check (32,768 of them), in a real browser, against a reference that shares no code with the page.

The reference reads docs/_shared/self-check.yml with PyYAML alone and says in its own words what must come of it.
The rules at the end are about the reference; they hold for the page because the page shows what the reference says.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from tests.site import Site

DATA = yaml.safe_load((Path(__file__).parent.parent / "docs/_shared/self-check.yml").read_text("utf-8"))
LEVEL = {"ok": 0, "talk": 1, "stop": 2}  # how risky; 'todo' is no verdict
BOXES = {id: box["leads_to"] for id, box in DATA["examples"]["boxes"].items()} | {"none": "ok"}
QUESTIONS = {
    q: {f"{q}-{reply}": a["leads_to"] for reply, a in body["answers"].items()} for q, body in DATA["questions"].items()
}
LEADS = BOXES | {id: leads for answers in QUESTIONS.values() for id, leads in answers.items()}
IDS = list(LEADS)
BATCH = 2048  # ways to answer for each call to the browser

Answers = frozenset[str]
Outcome = tuple[str, frozenset[str], frozenset[str]]  # verdict, reasons, open questions


def every_way() -> Iterator[Answers]:
    """Every set of ticked boxes with every choice, none included, for each question."""
    ticks = product(*((None, id) for id in BOXES))
    choices = list(product(*((None, *answers) for answers in QUESTIONS.values())))
    for ticked in ticks:
        for chosen in choices:
            yield frozenset(filter(None, (*ticked, *chosen)))


@cache
def expected(answers: Answers) -> Outcome:
    """What design.md says: the worst answer wins, stop shows at once, and nothing else while a question is open."""
    unanswered = {q for q, choices in QUESTIONS.items() if not answers & choices.keys()}
    unanswered |= set() if answers & BOXES.keys() else {"examples"}
    worst = max((LEVEL[LEADS[id]] for id in answers), default=0)
    if worst == LEVEL["stop"]:
        verdict = "stop"
    elif unanswered:
        return "todo", frozenset(), frozenset(unanswered)
    else:
        verdict = "talk" if worst else "ok"
    return verdict, frozenset(id for id in answers if LEVEL[LEADS[id]]), frozenset(unanswered)


def test_there_are_as_many_ways_as_the_questions_allow() -> None:
    ways = list(every_way())
    assert len(ways) == len(set(ways)) == 2 ** len(BOXES) * 4 ** len(QUESTIONS)


# Sets the inputs, and reads what can be seen. Synchronous: a promise never ends where JavaScript is off.
READ = """([ids, ways]) => {
  const inputs = ids.map(id => document.getElementById(id));
  const seen = name => [...document.querySelectorAll(`[data-${name}]`)].filter(item => item.checkVisibility()).map(item => item.dataset[name]);
  return ways.map(way => {
    inputs.forEach((input, n) => { input.checked = Boolean(way >> n & 1) });
    return [seen('verdict').join('+'), seen('reason'), seen('missing')];
  });
}"""


def test_every_way_to_answer_shows_what_the_reference_says(page: Page, site: Site) -> None:
    page.goto(site.url + "before-you-post/#result")
    ways = list(every_way())
    wrong = []
    for start in range(0, len(ways), BATCH):
        batch = ways[start : start + BATCH]
        bits = [sum(1 << n for n, id in enumerate(IDS) if id in way) for way in batch]
        for way, (verdict, reasons, missing) in zip(batch, page.evaluate(READ, [IDS, bits]), strict=True):
            if (verdict, frozenset(reasons), frozenset(missing)) != expected(way):
                wrong.append((sorted(way), verdict, expected(way)))
    assert wrong == []


def test_a_riskier_answer_never_makes_the_outcome_milder() -> None:
    for way in every_way():
        if expected(way)[0] == "todo":
            continue
        for id in way:
            question = next((answers for answers in QUESTIONS.values() if id in answers), None)
            for other in question or {}:
                if LEVEL[LEADS[other]] > LEVEL[LEADS[id]]:
                    assert LEVEL[expected(way - {id} | {other})[0]] >= LEVEL[expected(way)[0]]
        for box in BOXES.keys() - way:
            assert LEVEL[expected(way | {box})[0]] >= LEVEL[expected(way)[0]]


def test_not_sure_is_never_the_mildest_outcome() -> None:
    assert all(expected(way)[0] != "ok" for way in every_way() if any(id.endswith("-unsure") for id in way))


@pytest.mark.parametrize("id", IDS)
def test_an_answer_matters_somewhere(id: str) -> None:
    if id in BOXES:
        others = [way for way in every_way() if id not in way]
        assert any(expected(way)[0] != expected(way | {id})[0] for way in others)
    else:
        siblings = next(answers for answers in QUESTIONS.values() if id in answers)
        ways = [way for way in every_way() if id in way]
        without = [way - {id} for way in ways]
        assert (
            any(expected(one)[0] != expected(other)[0] for one, other in zip(ways, without, strict=True))
            and len(siblings) == 3
        )


def test_the_mildest_outcome_exists() -> None:
    assert any(expected(way)[0] == "ok" for way in every_way())
