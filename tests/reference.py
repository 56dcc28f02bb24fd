"""What must come of every way to answer a check, and what a page shows for each.

It reads self-check.yml with PyYAML alone, shares no code with the page, and says in its own words what must come.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

import yaml

LEVEL = {"ok": 0, "talk": 1, "stop": 2}  # how risky; 'todo' is no verdict
NONE, TICKS = "none", "tick-boxes"
BATCH = 2048  # ways to answer for each call to the browser
MOST = 2**17  # ways to answer, twice as many as with nine examples and three questions

Answers = frozenset[str]
Outcome = tuple[str, frozenset[str], frozenset[str]]  # verdict, reasons, open questions

# Sets the inputs, and reads what can be seen. Synchronous: a promise never ends where JavaScript is off.
READ = """([ids, ways]) => {
  const inputs = ids.map(id => document.getElementById(id));
  const seen = name => [...document.querySelectorAll(`[data-${name}]`)].filter(item => item.checkVisibility()).map(item => item.dataset[name]);
  return ways.map(way => {
    inputs.forEach((input, n) => { input.checked = Boolean(way >> n & 1) });
    return [seen('verdict').join('+'), seen('reason'), seen('missing')];
  });
}"""


class Reference:
    """A project's check. boxes: tick box to where it leads. questions: question to its answers, each to where it leads.

    most: ways to answer that are tried; of a check with more, so many about, evenly spread.
    """

    def __init__(self, project: Path, most: int = MOST) -> None:
        self.most = most
        data = yaml.safe_load((project / "docs/_shared/self-check.yml").read_text("utf-8"))
        self.boxes = {id: box["leads_to"] for id, box in data["tick_boxes"]["boxes"].items()} | {NONE: "ok"}
        self.questions = {
            q: {f"{q}-{reply}": a["leads_to"] for reply, a in body["answers"].items()}
            for q, body in data["questions"].items()
        }

    @cached_property
    def leads(self) -> dict[str, str]:
        """Every input's id, and where it leads."""
        return self.boxes | {id: leads for answers in self.questions.values() for id, leads in answers.items()}

    @property
    def total(self) -> int:
        return 2 ** len(self.boxes) * prod(len(answers) + 1 for answers in self.questions.values())

    def every_way(self) -> Iterator[Answers]:
        """Every set of ticked boxes with every choice, none included, for each question."""
        choices = list(product(*((None, *answers) for answers in self.questions.values())))
        step = -(-self.total // self.most) | 1  # odd, so that it meets every choice
        for n, ticked in enumerate(product(*((None, id) for id in self.boxes))):
            for m, chosen in enumerate(choices):
                if step == 1 or (n * len(choices) + m) % step == 0:
                    yield frozenset(filter(None, (*ticked, *chosen)))

    def expected(self, answers: Answers) -> Outcome:
        """What design.md says: the worst answer wins, stop shows at once, and nothing else while a question is open."""
        unanswered = {q for q, choices in self.questions.items() if not answers & choices.keys()}
        unanswered |= set() if answers & self.boxes.keys() else {TICKS}
        worst = max((LEVEL[self.leads[id]] for id in answers), default=0)
        if worst == LEVEL["stop"]:
            verdict = "stop"
        elif unanswered:
            return "todo", frozenset(), frozenset(unanswered)
        else:
            verdict = "talk" if worst else "ok"
        return verdict, frozenset(id for id in answers if LEVEL[self.leads[id]]), frozenset(unanswered)

    def that_leads_to(self, verdict: str) -> list[str]:
        """Answers that somebody may give, in the page's order, of which this verdict must come; one at least for 'stop'."""
        if verdict == "todo":
            return []
        mild = [NONE, *(self.leading(answers, "ok") for answers in self.questions.values())]
        if verdict == "ok":
            return mild
        answer = self.leading(self.leads, verdict)
        if verdict == "stop":
            return [answer]
        for n, group in enumerate((self.boxes, *self.questions.values())):
            if answer in group:
                mild[n] = answer
        return mild

    @staticmethod
    def leading(answers: dict[str, str], outcome: str) -> str:
        """The first of some answers that leads to an outcome."""
        return next(id for id, leads in answers.items() if leads == outcome)

    def wrong(self, ask: Callable[[str, Any], list]) -> list[tuple[list[str], str, Outcome]]:
        """The ways to answer for which a page shows something else; none, if all is well.

        ask: runs a JavaScript function with an argument in a browser that has the check open, and gives what it returns.
        """
        ways, found, ids = list(self.every_way()), [], list(self.leads)
        for start in range(0, len(ways), BATCH):
            batch = ways[start : start + BATCH]
            bits = [sum(1 << n for n, id in enumerate(ids) if id in way) for way in batch]
            for way, (verdict, reasons, missing) in zip(batch, ask(READ, [ids, bits]), strict=True):
                if (verdict, frozenset(reasons), frozenset(missing)) != self.expected(way):
                    found.append((sorted(way), verdict, self.expected(way)))
        return found
