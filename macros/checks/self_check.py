"""What must hold of docs/_shared/self-check.yml before a page is made from it."""

from collections.abc import Iterator, Mapping

from macros.policy.clauses import NAME, Policy
from macros.reading.mistakes import Mistake, known
from macros.shared.front_matter import ClauseRecord
from macros.shared.pages import Page
from macros.shared.routes import HELP_NOW, Routes
from macros.shared.self_check import OK, REPLIES, STOP, TALK, TICK_BOXES, SelfCheck, verdict


def outcomes(self_check: SelfCheck, routes: Routes) -> Iterator[Mistake]:
    """Each outcome says whom to talk to, a child's safety first, and what to avoid as such."""
    for key, outcome in self_check.outcomes.items():
        if key not in (STOP, TALK, OK):
            continue
        where = f"outcomes.{key}.talk_to"
        for n, route in enumerate(outcome.talk_to):
            if route not in routes.routes:
                text = f"{where}: no route is called '{route}'; {routes.file} has {known(routes.routes)}"
                yield self_check.mistake(text, "outcomes", key, "talk_to", n, about=route)
            elif not routes.routes[route].who:
                remedy = "give it a line 'who: …' or name another"
                text = f"{where}: the route '{route}' names nobody to talk to; {remedy}"
                yield self_check.mistake(text, "outcomes", key, "talk_to", n)
        first = routes.routes.get(outcome.talk_to[0]) if outcome.talk_to else None
        if first and first.who and outcome.talk_to[0] != HELP_NOW:
            text = f"{where}: does not begin with '{HELP_NOW}', and a child's safety comes first; put it first"
            yield self_check.mistake(text, "outcomes", key, "talk_to")
        for n, line in enumerate(outcome.what_to_avoid):
            if not line.lower().startswith("do not "):
                text = f"outcomes.{key}.what_to_avoid: '{line}' should begin with 'do not'"
                yield self_check.mistake(text, "outcomes", key, "what_to_avoid", n)


def plain(self_check: SelfCheck, policy: Policy, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Each question is a question, and is put in plain words as well, since many people read slowly."""
    for id in self_check.questions:
        clause = policy.clauses.get(id)
        page = pages.get(clause.path) if clause else None
        if not clause:
            continue
        if page and isinstance(page.record, ClauseRecord) and page.record.whole and not page.record.plain:
            remedy = "put the question in plain words: plain: Is it the right place?"
            yield page.record.mistake(f"plain: is missing; the check asks '{id}', so {remedy}", "title")
        if not clause.sentences[0].endswith("?"):
            text = f"questions.{id}: the first line of this clause is the question, and it does not end in '?'"
            yield self_check.mistake(f"{text}; mend it in {NAME}:{clause.line}", "questions", id)


def asked(self_check: SelfCheck, index: Policy) -> Iterator[Mistake]:
    """Each clause is asked about, or listed as one that cannot be; once."""
    stands: dict[str, str] = {}
    places: list[tuple[str, tuple[str | int, ...]]] = [
        *((key, ("tick_boxes", "boxes", key)) for key in self_check.tick_boxes.boxes),
        *((key, ("questions", key)) for key in self_check.questions),
        *((key, ("not_asked", n)) for n, key in enumerate(self_check.not_asked)),
    ]
    for key, place in places:
        where = str(place[0])
        if key not in index.clauses and index.whole:
            text = f"{where}: no clause is called '{key}'; the ids stand in {NAME}"
            yield self_check.mistake(text, *place, about=key)
        elif key in stands:
            yield self_check.mistake(
                f"{where}: '{key}' stands in {stands[key]} already; keep one of them", *place, about=key
            )
        stands[key] = where
    if stands.keys() - index.clauses.keys() or not self_check.whole:
        return  # one of them is probably the one that would be missing below
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
    there = ", ".join(self_check.outcomes)
    if tuple(self_check.outcomes) != (STOP, TALK, OK):
        text = f"outcomes: are {there}; the page knows {STOP}, {TALK}, {OK}, in this order, worst first"
        yield self_check.mistake(text, "outcomes")
        return
    reached = {answer.leads_to for _, answer in self_check.answers()}
    for outcome in self_check.outcomes:
        if outcome not in reached and outcome != OK:
            text = f"outcomes.{outcome}: no answer leads to it; give one or take it out"
            yield self_check.mistake(text, "outcomes", outcome)


def _answers(self_check: SelfCheck) -> Iterator[Mistake]:
    for place, answer in self_check.answers():
        where = ".".join(place)
        if answer.leads_to not in self_check.outcomes:
            text = f"{where}: leads to '{answer.leads_to}'; the outcomes are {', '.join(self_check.outcomes)}"
            yield self_check.mistake(text, *place, "leads_to")
        elif answer.leads_to != OK and not answer.because:
            yield self_check.mistake(f"{where}: says no reason; add a line 'because: …'", *place)
        elif answer.leads_to == OK and answer.because:
            yield self_check.mistake(f"{where}: gives a reason that never shows; take out 'because'", *place, "because")


def _questions(self_check: SelfCheck) -> Iterator[Mistake]:
    expected = ", ".join(REPLIES)
    for key, question in self_check.questions.items():
        where, leads_to = f"questions.{key}", {answer.leads_to for answer in question.answers.values()}
        if set(question.answers) != set(REPLIES):
            text = f"{where}.answers: are {', '.join(question.answers)}; there must be {expected}"
            yield self_check.mistake(text, "questions", key, "answers")
        elif question.answers["unsure"].leads_to == OK:
            text = f"{where}.answers.unsure: leads to '{OK}'; 'I am not sure' never leads to the mildest outcome"
            yield self_check.mistake(text, "questions", key, "answers", "unsure")
        if OK not in leads_to:
            remedy = "so nobody could ever reach that outcome; let one lead there"
            yield self_check.mistake(f"{where}: no answer leads to '{OK}', {remedy}", "questions", key)
    if set(self_check.labels.replies) != set(REPLIES):
        text = f"labels.replies: are {', '.join(self_check.labels.replies)}; there must be {expected}"
        yield self_check.mistake(text, "labels", "replies")


def _scenarios(self_check: SelfCheck) -> Iterator[Mistake]:
    asks = {id: question for question, id, _ in self_check.inputs()}
    for n, scenario in enumerate(self_check.scenarios):
        unknown = [id for id in scenario.answers if id not in asks]
        questions = [asks[id] for id in scenario.answers if id in asks and asks[id] != TICK_BOXES]
        outcome = verdict(scenario.answers, self_check).outcome
        about = f"the scenario '{scenario.post}'"
        if len(questions) != len(set(questions)):
            text = f"{about} answers a question twice; keep one of the answers"
        elif unknown:
            text = f"{about} has an answer '{unknown[0]}'; the answers are {known(asks)}"
        elif outcome != scenario.outcome:
            came = f"should come out as '{scenario.outcome}', and comes out as '{outcome}'"
            text = f"{about} {came}; mend the scenario or the answers"
        else:
            continue
        yield self_check.mistake(text, "scenarios", n)
