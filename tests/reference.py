"""What must come of every way to answer the check (32,768 of them), and what a page shows for each.

It reads docs/_shared/self-check.yml with PyYAML alone, shares no code with the page, and says in its own words what must come.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import yaml

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


# Sets the inputs, and reads what can be seen. Synchronous: a promise never ends where JavaScript is off.
READ = """([ids, ways]) => {
  const inputs = ids.map(id => document.getElementById(id));
  const seen = name => [...document.querySelectorAll(`[data-${name}]`)].filter(item => item.checkVisibility()).map(item => item.dataset[name]);
  return ways.map(way => {
    inputs.forEach((input, n) => { input.checked = Boolean(way >> n & 1) });
    return [seen('verdict').join('+'), seen('reason'), seen('missing')];
  });
}"""


def wrong(ask: Callable[[str, Any], list]) -> list[tuple[list[str], str, Outcome]]:
    """The ways to answer for which a page shows something else; none, if all is well.

    ask: runs a JavaScript function with an argument in a browser that has the check open, and gives what it returns.
    """
    ways, found = list(every_way()), []
    for start in range(0, len(ways), BATCH):
        batch = ways[start : start + BATCH]
        bits = [sum(1 << n for n, id in enumerate(IDS) if id in way) for way in batch]
        for way, (verdict, reasons, missing) in zip(batch, ask(READ, [IDS, bits]), strict=True):
            if (verdict, frozenset(reasons), frozenset(missing)) != expected(way):
                found.append((sorted(way), verdict, expected(way)))
    return found
