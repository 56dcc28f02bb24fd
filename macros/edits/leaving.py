"""What has to be seen to when a clause leaves the policy: what names it, and the check before posting if it asks it."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, NamedTuple

from macros.policy.clauses import NAME, Clause
from macros.reading.braces import find
from macros.reading.mistakes import Mistake, raise_any
from macros.running.editing import Change
from macros.shared.self_check import MILDEST, SelfCheck, verdict
from macros.site import Site

NAMES = ("see", "items", "plain_words", "note")  # the macros whose first word is a clause's id, besides its own


class Taken(NamedTuple):
    """What goes from the check's file: `change` takes it out, and `said` has lines for whoever has to look at it."""

    change: Change
    said: tuple[str, ...] = ()


NOTHING = Taken(lambda _: None)


def leave(site: Site, clause: Clause, by: str = "") -> Taken:
    """What of the check goes with a clause. by: the id of a new clause that takes its place.

    Raises Mistakes, each with all its places, for what only a person can decide.
    """
    check = site.self_check
    taken, lacks = _without(check, clause.id)
    raise_any([*_list(site, clause), *_named(site, clause, by), *_lacking(check, clause.id, lacks)])
    return taken


def _list(site: Site, clause: Clause) -> Iterator[Mistake]:
    if items := site.policy.items(clause.id):
        places = ", ".join(f"'{item.id}' on line {item.line}" for item in items)
        text = f"'{clause.id}' leads into a list; withdraw or move the clauses of the list first: {places}"
        yield Mistake(NAME, clause.line, text)


def _named(site: Site, clause: Clause, by: str) -> Iterator[Mistake]:
    """What names it elsewhere: words around its number may be right of no other clause."""
    id, terms, notes = clause.id, site.terms, site.notes
    calls = (call for file, text in site.texts.items() if file != f"docs/{clause.path}" for call in find(text, file))
    places = [(call.file, call.line) for call in calls if call.key == id and call.macro in NAMES]
    places += [
        (terms.file, terms.line_of("terms", key, "clause")) for key, term in terms.terms.items() if term.clause == id
    ]
    places += [(notes.file, notes.line_of("notes", id))] if id in notes.notes else []
    if places:
        remedy = "name another clause there, or take it out, and run this again"
        if by:
            then = f"make withdraw CLAUSE={id} NOW_SEE={by}"
            remedy = f"run this without REPLACES, name '{by}' there where that is true, and then write {then}"
        there = ", ".join(f"{file}:{line}" for file, line in dict.fromkeys(places))
        yield Mistake(NAME, clause.line, f"'{id}' is named in {there}; {remedy}")


def _lacking(check: SelfCheck, id: str, lacks: list[str]) -> Iterator[Mistake]:
    if lacks:
        asks = ("tick_boxes", "boxes", id) if id in check.tick_boxes.boxes else ("questions", id)
        text = f"without '{id}' the check would be left with no {' and no '.join(lacks)}; add another first"
        yield check.mistake(text, *asks)


def _without(check: SelfCheck, id: str) -> tuple[Taken, list[str]]:
    """What goes from the check with a clause, and of what nothing would be left in it."""
    if id in check.not_asked:
        return Taken(lambda entries: entries["not_asked"].remove(id)), []
    boxes, questions = (
        MappingProxyType({key: asked for key, asked in all.items() if key != id})
        for all in (check.tick_boxes.boxes, check.questions)
    )
    rest = check.model_copy(
        update={"tick_boxes": check.tick_boxes.model_copy(update={"boxes": boxes}), "questions": questions}
    )
    gone = {answer for question, answer, _ in check.inputs() if id in (question, answer)}
    dropped, shorter = _scenarios(check, rest, gone)
    said = [f"The check before posting asked about '{id}', and no longer does. Taken out of {check.file}:"]
    said += [f"- the {'question' if id in check.questions else 'tick box'} '{id}', with its hint and its reasons"]
    said += [f'- the scenario "{check.scenarios[n].post}", which would come out otherwise' for n in dropped]
    said += [f'- its answer in the scenario "{check.scenarios[n].post}"' for n in shorter]

    def change(entries: Any) -> None:
        entries["tick_boxes"]["boxes"].pop(id, None)
        entries["questions"].pop(id, None)
        for n in shorter:
            for answer in gone.intersection(check.scenarios[n].answers):
                entries["scenarios"][n]["answers"].remove(answer)
        for n in reversed(dropped):
            del entries["scenarios"][n]

    reached = {answer.leads_to for _, answer in rest.answers()}
    lacks = [name for name, left in (("tick box", boxes), ("question", questions)) if not left]
    lacks += [f"answer that leads to '{outcome}'" for outcome in check.outcomes if outcome not in {*reached, MILDEST}]
    lacks += ["scenario"] if len(dropped) == len(check.scenarios) else []
    return Taken(change, tuple(said)), lacks


def _scenarios(check: SelfCheck, rest: SelfCheck, gone: set[str]) -> tuple[list[int], list[int]]:
    """The places of scenarios that have to go with some answers, and of those that come out the same without them."""
    dropped, shorter = list[int](), list[int]()
    for n, scenario in enumerate(check.scenarios):
        left = [answer for answer in scenario.answers if answer not in gone]
        if (scenario.answers and not left) or verdict(left, rest).outcome != scenario.outcome:
            dropped.append(n)
        elif len(left) < len(scenario.answers):
            shorter.append(n)
    return dropped, shorter
