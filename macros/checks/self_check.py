"""What must hold of docs/_shared/self-check.yml before a page is made from it."""

from collections.abc import Iterator, Mapping

from macros.mistakes import Mistake, known
from macros.policy.clauses import NAME, Policy
from macros.policy.plain import HELP_NOW
from macros.shared.pages import Page
from macros.shared.routes import Route
from macros.shared.self_check import OK, REPLIES, STOP, TALK, TICK_BOXES, SelfCheck, verdict


def check(document: SelfCheck, policy: Policy, routes: Mapping[str, Route], pages: Mapping[str, Page]) -> list[Mistake]:
    """Whatever in the data would make the page wrong or incomplete; empty when nothing would."""
    data = document
    mistakes = [
        *_outcomes(document),
        *_clauses(document, policy),
        *_answers(document),
        *_plain(document, policy, pages),
    ]
    for key, outcome in data.outcomes.items():
        for n, route in enumerate(outcome.talk_to):
            if route not in routes:
                text = (
                    f"outcomes.{key}.talk_to: no route is called '{route}'; docs/_shared/routes.yml has {known(routes)}"
                )
                mistakes.append(document.mistake(text, "outcomes", key, "talk_to", n))
            elif not routes[route].who:
                text = f"outcomes.{key}.talk_to: the route '{route}' names nobody to talk to; give it a line 'who: …' or name another"
                mistakes.append(document.mistake(text, "outcomes", key, "talk_to", n))
    return mistakes or [*_safety_first(document), *_scenarios(document)]


def _safety_first(document: SelfCheck) -> Iterator[Mistake]:
    for key, outcome in document.outcomes.items():
        if outcome.talk_to[:1] != (HELP_NOW,):
            text = f"outcomes.{key}.talk_to: does not begin with '{HELP_NOW}', and a child's safety comes first; put it first"
            yield document.mistake(text, "outcomes", key, "talk_to")


def _outcomes(document: SelfCheck) -> Iterator[Mistake]:
    data = document
    if tuple(data.outcomes) != (STOP, TALK, OK):
        text = (
            f"outcomes: are {', '.join(data.outcomes)}; the page knows {STOP}, {TALK}, {OK}, in this order, worst first"
        )
        yield document.mistake(text, "outcomes")
        return
    places = [(("tick_boxes", "boxes", key), box) for key, box in data.tick_boxes.boxes.items()]
    for key, question in data.questions.items():
        places += [(("questions", key, "answers", reply), answer) for reply, answer in question.answers.items()]
    for place, answer in places:
        where = ".".join(place)
        if answer.leads_to not in data.outcomes:
            text = f"{where}: leads to '{answer.leads_to}'; the outcomes are {', '.join(data.outcomes)}"
            yield document.mistake(text, *place, "leads_to")
        elif answer.leads_to != OK and not answer.because:
            yield document.mistake(f"{where}: says no reason; add a line 'because: …'", *place)
        elif answer.leads_to == OK and answer.because:
            yield document.mistake(f"{where}: gives a reason that never shows; take out 'because'", *place, "because")
    reached = {answer.leads_to for _, answer in places}
    for outcome in data.outcomes:
        if outcome not in reached and outcome != OK:
            yield document.mistake(
                f"outcomes.{outcome}: no answer leads to it; give one or take it out", "outcomes", outcome
            )
    for key, question in data.questions.items():
        if all(answer.leads_to != OK for answer in question.answers.values()):
            text = f"questions.{key}: no answer leads to '{OK}', so nobody could ever reach that outcome; let one lead there"
            yield document.mistake(text, "questions", key)


def _plain(document: SelfCheck, policy: Policy, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Each question is put in plain words as well, since many people read slowly."""
    for id in document.questions:
        if id in policy.clauses and not pages[policy.clauses[id].path].record.plain:
            text = f"plain: is missing; the check asks '{id}', so put the question in plain words: plain: Is it the right place?"
            yield pages[policy.clauses[id].path].record.mistake(text, "title")


def _clauses(document: SelfCheck, policy: Policy) -> Iterator[Mistake]:
    """Each clause is asked about, or listed as one that cannot be; once."""
    data = document
    stands: dict[str, str] = {}
    places = [
        *((key, ("tick_boxes", "boxes", key)) for key in data.tick_boxes.boxes),
        *((key, ("questions", key)) for key in data.questions),
        *((key, ("not_asked", n)) for n, key in enumerate(data.not_asked)),
    ]
    for key, place in places:
        where = place[0]
        if key not in policy.clauses:
            yield document.mistake(f"{where}: no clause is called '{key}'; the ids stand in {NAME}", *place)
        elif key in stands:
            yield document.mistake(f"{where}: '{key}' stands in {stands[key]} already; keep one of them", *place)
        stands[key] = where
    if stands.keys() - policy.clauses.keys():
        return  # one of them is probably the one that would be missing below
    for key in policy.clauses:
        if key not in stands:
            text = (
                f"the clause '{key}' is neither asked about nor listed; add it under tick_boxes, questions or not_asked"
            )
            yield document.mistake(text, "not_asked")
    for key in data.questions:
        if key in policy.clauses and not policy.clauses[key].sentences[0].endswith("?"):
            text = f"questions.{key}: the first line of this clause is the question, and it does not end in '?'; mend it in {NAME}:{policy.clauses[key].line}"
            yield document.mistake(text, "questions", key)


def _answers(document: SelfCheck) -> Iterator[Mistake]:
    data = document
    expected = ", ".join(REPLIES)
    for key, question in data.questions.items():
        if set(question.answers) != set(REPLIES):
            text = f"questions.{key}.answers: are {', '.join(question.answers)}; there must be {expected}"
            yield document.mistake(text, "questions", key, "answers")
        elif question.answers["unsure"].leads_to == OK:
            text = (
                f"questions.{key}.answers.unsure: leads to '{OK}'; 'I am not sure' never leads to the mildest outcome"
            )
            yield document.mistake(text, "questions", key, "answers", "unsure")
    if set(data.labels.replies) != set(REPLIES):
        yield document.mistake(
            f"labels.replies: are {', '.join(data.labels.replies)}; there must be {expected}", "labels", "replies"
        )
    for key, outcome in data.outcomes.items():
        for n, line in enumerate(outcome.what_to_avoid):
            if not line.lower().startswith("do not "):
                text = f"outcomes.{key}.what_to_avoid: '{line}' should begin with 'do not'"
                yield document.mistake(text, "outcomes", key, "what_to_avoid", n)


def _scenarios(document: SelfCheck) -> Iterator[Mistake]:
    data = document
    inputs = {id for _, id, _ in data.inputs()}
    for n, scenario in enumerate(data.scenarios):
        unknown = [id for id in scenario.answers if id not in inputs]
        outcome = verdict(scenario.answers, data).outcome
        questions = [question for question, id, _ in data.inputs() if id in scenario.answers and question != TICK_BOXES]
        if len(questions) != len(set(questions)):
            yield document.mistake(
                f"the scenario '{scenario.post}' answers a question twice; keep one of the answers", "scenarios", n
            )
        elif unknown:
            text = f"the scenario '{scenario.post}' has an answer '{unknown[0]}'; the answers are {known(inputs)}"
            yield document.mistake(text, "scenarios", n)
        elif outcome != scenario.outcome:
            text = f"the scenario '{scenario.post}' should come out as '{scenario.outcome}', and comes out as '{outcome}'; mend the scenario or the answers"
            yield document.mistake(text, "scenarios", n)
