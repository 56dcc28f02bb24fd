"""The check before posting: docs/_shared/self-check.yml, and its verdict.

An answer is known by its input's id: a tick box's is its clause's, 'none' that of "None of these", and those of a
question are '<clause id>-yes', '-no' and '-unsure'.
"""

from collections.abc import Collection, Iterator
from typing import Annotated, NamedTuple

from pydantic import Field

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Model, Sentence, Several, Text, Words, with_places
from macros.values.names import Key, Title
from macros.values.once import ONCE

NONE = "none"
TICK_BOXES = "tick-boxes"  # the id of the first question, which they answer
REPLIES = ("yes", "no", "unsure")
OUTCOMES = ("stop", "talk", "ok")  # from the worst to the mildest; the stylesheet has the colours of each
MILDEST = OUTCOMES[-1]
TODO = "todo"  # while a question is open


class Answer(Model):
    """leads_to: an outcome. because: the advice that goes with it, needed unless the outcome is the mildest."""

    leads_to: Words
    because: Text | None = None


class Box(Answer):
    """A tick box; its words are the clause's own."""

    hint: Text | None = None


class TickBoxes(Model):
    """The first question: tick boxes, one for each example in the policy."""

    ask: Words
    none: Words
    boxes: Annotated[Entries[Key, Box], Field(min_length=1)]


class Question(Model):
    """A question of the policy, asked in the clause's own words."""

    hint: Text | None = None
    answers: Entries[Key, Answer]


class Outcome(Model):
    """A verdict. what_to_avoid: each line begins 'do not'. talk_to: routes, by key."""

    heading: Annotated[Title, ONCE]
    means: Text
    what_to_do: Annotated[Several[Text], Field(min_length=1)]
    what_to_avoid: Several[Text] = ()
    talk_to: Annotated[Several[str], Field(min_length=1)]


class Unanswered(Model):
    """What shows when there is no verdict yet."""

    heading: Words
    means: Text
    missing: Words


class Labels(Model):
    """The small words of the page."""

    replies: Annotated[Entries[Key, Words], ONCE]
    question: Annotated[Sentence, with_places("number")]
    policy_adds: Words
    see_result: Words
    result: Words
    because: Words
    ticked: Words
    replied: Annotated[Sentence, with_places("reply")]
    what_to_do: Words
    what_to_avoid: Words
    talk_to: Words
    again: Words
    print: Words
    clause: Annotated[Sentence, with_places("number")]


class Scenario(Model):
    """A post, what is answered about it, and the verdict that must come of that."""

    post: Words
    answers: Several[str]
    outcome: str


class SelfCheck(Written):
    """Everything in self-check.yml. outcomes: worst first. not_asked: the other clauses."""

    labels: Labels
    outcomes: Entries[Key, Outcome]
    unanswered: Unanswered
    tick_boxes: TickBoxes
    questions: Annotated[Entries[Key, Question], Field(min_length=1)]
    not_asked: Several[str]
    scenarios: Annotated[Several[Scenario], Field(min_length=1)]

    def none(self) -> Answer:
        """The answer 'None of these': it leads to the mildest outcome."""
        return Answer(leads_to=list(self.outcomes)[-1])

    def answers(self) -> Iterator[tuple[tuple[str, ...], Answer]]:
        """Every answer that is typed, with its place in the file: tick boxes, then replies."""
        for id, box in self.tick_boxes.boxes.items():
            yield ("tick_boxes", "boxes", id), box
        for id, question in self.questions.items():
            for reply, answer in question.answers.items():
                yield ("questions", id, "answers", reply), answer

    def inputs(self) -> Iterator[tuple[str, str, Answer]]:
        """Question id, input id and answer, in the order of the page."""
        for clause_id, box in self.tick_boxes.boxes.items():
            yield TICK_BOXES, clause_id, box
        yield TICK_BOXES, NONE, self.none()
        for question_id, question in self.questions.items():
            for reply in REPLIES:
                yield question_id, f"{question_id}-{reply}", question.answers[reply]


class Verdict(NamedTuple):
    """outcome: a key of `outcomes`, or 'todo'. reasons: input ids. missing: question ids. Both in page order."""

    outcome: str
    reasons: tuple[str, ...]
    missing: tuple[str, ...]


def verdict(given: Collection[str], check: SelfCheck) -> Verdict:
    """The worst outcome of all answers given, by input ids, or 'todo'. Source: policy sections 3 and 4."""
    worst, *_, mildest = check.outcomes
    chosen = [(question, id, answer.leads_to) for question, id, answer in check.inputs() if id in given]
    answered, reached = {question for question, _, _ in chosen}, {leads_to for _, _, leads_to in chosen}
    missing = tuple(question for question in (TICK_BOXES, *check.questions) if question not in answered)
    outcome = next((outcome for outcome in check.outcomes if outcome in reached), mildest)
    if missing and outcome != worst:
        return Verdict(TODO, (), missing)
    return Verdict(outcome, tuple(id for _, id, leads_to in chosen if leads_to != mildest), missing)
