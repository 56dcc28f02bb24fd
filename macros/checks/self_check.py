"""What must hold of docs/_shared/self-check.yml before a page is made from it."""

from collections.abc import Iterator, Mapping

from macros.policy.clauses import NAME, Policy
from macros.reading.mistakes import Mistake, Place, known
from macros.shared.front_matter import ClauseRecord
from macros.shared.pages import Page
from macros.shared.routes import HELP_NOW, Routes
from macros.shared.self_check import MILDEST, OUTCOMES, REPLIES, TICK_BOXES, Scenario, SelfCheck, verdict


def outcomes(self_check: SelfCheck, routes: Routes) -> Iterator[Mistake]:
    """Each outcome says whom to talk to, a child's safety first, and what to avoid as such."""
    for key in (key for key in OUTCOMES if key in self_check.outcomes):
        outcome, place = self_check.outcomes[key], ("outcomes", key, "talk_to")
        for n, route in enumerate(outcome.talk_to):
            if route not in routes.routes:
                text = f"no route is called '{route}'; {routes.file} has {known(routes.routes)}"
                yield self_check.wrong(text, *place, n, about=route)
            elif not routes.routes[route].who:
                text = f"the route '{route}' names nobody to talk to; give it a line 'who: …' or name another"
                yield self_check.wrong(text, *place, n)
        first = next(iter(outcome.talk_to), HELP_NOW)
        if first != HELP_NOW and first in routes.routes and routes.routes[first].who:
            text = f"does not begin with '{HELP_NOW}', and a child's safety comes first; put it first"
            yield self_check.wrong(text, *place)
        for n, line in enumerate(outcome.what_to_avoid):
            if not line.lower().startswith("do not "):
                yield self_check.wrong(f"'{line}' should begin with 'do not'", "outcomes", key, "what_to_avoid", n)


def plain(self_check: SelfCheck, policy: Policy, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Each question is a question, and is put in plain words as well, since many people read slowly."""
    for clause in (policy.clauses[id] for id in self_check.questions if id in policy.clauses):
        record = pages[clause.path].record if clause.path in pages else None
        if isinstance(record, ClauseRecord) and record.whole and not record.plain:
            remedy = "put the question in plain words: plain: Is it the right place?"
            yield record.mistake(f"plain: is missing; the check asks '{clause.id}', so {remedy}", "title")
        if not clause.sentences[0].endswith("?"):
            text = "the first line of this clause is the question, and it does not end in '?'"
            yield self_check.wrong(f"{text}; mend it in {NAME}:{clause.line}", "questions", clause.id)


def asked(self_check: SelfCheck, index: Policy) -> Iterator[Mistake]:
    """Each clause is asked about, or listed as one that cannot be; once."""
    stands: dict[str, str] = {}
    places: list[tuple[str, str, Place]] = [
        *((key, "tick_boxes", ("boxes", key)) for key in self_check.tick_boxes.boxes),
        *((key, "questions", (key,)) for key in self_check.questions),
        *((key, "not_asked", (n,)) for n, key in enumerate(self_check.not_asked)),
    ]
    for key, where, place in places:
        text = f"'{key}' stands in {stands[key]} already; keep one of them" if key in stands else ""
        if key not in index.clauses and index.whole:
            text = f"no clause is called '{key}'; the ids stand in {NAME}"
        if text:
            yield self_check.mistake(f"{where}: {text}", where, *place, about=key)
        stands[key] = where
    if stands.keys() <= index.clauses.keys() and self_check.whole:  # else one of them may be the one that is missing
        for key in index.clauses.keys() - stands.keys():
            remedy = "add it under tick_boxes, questions or not_asked"
            text = f"the clause '{key}' is neither asked about nor listed; {remedy}"
            yield self_check.mistake(text, "not_asked", about=key)


def answers(self_check: SelfCheck) -> Iterator[Mistake]:
    """The outcomes, the answers that lead to them, and the examples of both."""
    if not self_check.whole:
        return
    mistakes = [*_outcomes(self_check), *_answers(self_check), *_questions(self_check)]
    yield from mistakes or _scenarios(self_check)


def _outcomes(self_check: SelfCheck) -> Iterator[Mistake]:
    if tuple(self_check.outcomes) != OUTCOMES:
        text = f"the page knows {', '.join(OUTCOMES)}, in this order, worst first"
        yield self_check.wrong(f"are {', '.join(self_check.outcomes)}; {text}", "outcomes")
        return
    for outcome in {*OUTCOMES[:-1]} - {answer.leads_to for _, answer in self_check.answers()}:
        yield self_check.wrong("no answer leads to it; give one or take it out", "outcomes", outcome)


def _answers(self_check: SelfCheck) -> Iterator[Mistake]:
    for place, answer in self_check.answers():
        where = ".".join(place)
        if answer.leads_to not in self_check.outcomes:
            text = f"{where}: leads to '{answer.leads_to}'; the outcomes are {', '.join(self_check.outcomes)}"
            yield self_check.mistake(text, *place, "leads_to")
        elif answer.leads_to != MILDEST and not answer.because:
            yield self_check.wrong("says no reason; add a line 'because: …'", *place)
        elif answer.leads_to == MILDEST and answer.because:
            yield self_check.mistake(f"{where}: gives a reason that never shows; take out 'because'", *place, "because")


def _questions(self_check: SelfCheck) -> Iterator[Mistake]:
    lists = {("questions", key, "answers"): question.answers for key, question in self_check.questions.items()}
    for place, replies in (lists | {("labels", "replies"): self_check.labels.replies}).items():
        if set(replies) != set(REPLIES):
            yield self_check.wrong(f"are {', '.join(replies)}; there must be {', '.join(REPLIES)}", *place)
    for place, answers in lists.items():
        if set(answers) == set(REPLIES) and answers["unsure"].leads_to == MILDEST:
            text = f"leads to '{MILDEST}'; 'I am not sure' never leads to the mildest outcome"
            yield self_check.wrong(text, *place, "unsure")
        if MILDEST not in {answer.leads_to for answer in answers.values()}:
            text = f"no answer leads to '{MILDEST}', so nobody could ever reach that outcome; let one lead there"
            yield self_check.wrong(text, *place[:2])


def _scenarios(self_check: SelfCheck) -> Iterator[Mistake]:
    for n, scenario in enumerate(self_check.scenarios):
        if text := _misjudged(scenario, self_check):
            yield self_check.mistake(f"the scenario '{scenario.post}' {text}", "scenarios", n)


def _misjudged(scenario: Scenario, self_check: SelfCheck) -> str | None:
    """What is wrong with an example, if anything."""
    asks = {id: question for question, id, _ in self_check.inputs()}
    questions = [asks[id] for id in scenario.answers if id in asks and asks[id] != TICK_BOXES]
    if len(questions) != len(set(questions)):
        return "answers a question twice; keep one of the answers"
    if unknown := [id for id in scenario.answers if id not in asks]:
        return f"has an answer '{unknown[0]}'; the answers are {known(asks)}"
    if (came := verdict(scenario.answers, self_check).outcome) != scenario.outcome:
        should = f"should come out as '{scenario.outcome}', and comes out as '{came}'"
        return f"{should}; mend the scenario or the answers"
    return None
