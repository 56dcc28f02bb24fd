"""What shared files name is there: clauses, sources, helplines, and what search leads to."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from macros.policy.clauses import NAME, Policy
from macros.reading import braces
from macros.reading.entries import Written
from macros.reading.macro_rules import Keyed
from macros.reading.mistakes import Mistake
from macros.shared.front_matter import ClauseRecord
from macros.shared.now import Now
from macros.shared.pages import CONCERNS, DEFINITIONS, POLICY, SEARCH, Page
from macros.shared.routes import Routes
from macros.shared.search import Search
from macros.shared.sources import Ages
from macros.shared.terms import Notes, Terms

Named: TypeAlias = Mapping[str, Keyed]


def defining(terms: Terms, named: Named) -> Iterator[Mistake]:
    """Clauses that terms name and that are not there."""
    for key, term in terms.terms.items():
        yield from unknown("clause", term.clause, named, terms, "terms", key, "clause")


def beside(notes: Notes, index: Policy, pages: Mapping[str, Page], named: Named) -> Iterator[Mistake]:
    """Notes beside no clause, and notes that the policy does not show."""
    calls = braces.find(pages[POLICY].text, "")  # none where a brace is wrong
    shown = {call.key for call in calls if call.macro == "note"}
    for id in notes.notes if calls else ():
        yield from unknown("clause", id, named, notes, "notes", id)
        if id in index.clauses and index.whole and id not in shown:
            place = f"{NAME}, below the clause on line {index.clauses[id].line}, with an empty line above and below it"
            remedy = f'put {{{{ note("{id}") }}}} into {place}, or take the note out'
            yield notes.wrong(f"the policy does not show this note; {remedy}", "notes", id)


def sourced(ages: Ages, now: Now, named: Named) -> Iterator[Mistake]:
    """Sources that facts name and that are not there."""
    cited = [
        *((ages, "ages", key, age.source) for key, age in ages.ages.items()),
        *((now, "helplines", key, helpline.source) for key, helpline in now.helplines.items()),
    ]
    for file, kind, key, source in cited if "source" in named else ():
        if source not in named["source"].names:
            text = f"{kind}.{key}: {named['source'].unknown(source)}"
            yield file.mistake(text, kind, key, "source")


def talk_to(pages: Mapping[str, Page], named: Named) -> Iterator[Mistake]:
    """Routes that a clause's record names and that are not there."""
    for record in (page.record for page in pages.values() if isinstance(page.record, ClauseRecord)):
        for n, key in enumerate(record.talk_to):
            yield from unknown("route", key, named, record, "talk_to", n)


def helplines(now: Now) -> Iterator[Mistake]:
    """Helplines that a situation names and that are not there, or twice; and those that none names."""
    there = Keyed("helpline", now.file, now.helplines)
    for key, situation in now.situations.items():
        for n, name in enumerate(situation.helplines):
            twice = f"has '{name}' twice; take one out" if name in situation.helplines[:n] else ""
            if text := twice if name in there.names else there.unknown(name):
                yield now.wrong(text, "situations", key, "helplines", n)
    used = {name for situation in now.situations.values() for name in situation.helplines}
    for name in now.helplines.keys() - used if used <= now.helplines.keys() else ():
        text = "no situation names it; add it to the helplines of one, or take it out"
        yield now.wrong(text, "helplines", name)


def searched(
    search: Search, pages: Mapping[str, Page], routes: Routes | None = None, terms: Terms | None = None
) -> Iterator[Mistake]:
    """Targets in search.yml that lead nowhere; None of the two where it cannot be known what they have."""
    anchors = {CONCERNS: routes and routes.routes.keys(), DEFINITIONS: terms and terms.terms.keys()}
    targets = [(target, "also", target) for target in search.also]
    targets += [(target, "looked_for", typed) for typed, target in search.looked_for.items()]
    for target, *place in targets:
        path, _, anchor = target.partition("#")
        if path == SEARCH:
            text, about = f"search does not find its own page; name a page such as {CONCERNS}", ""
        elif path not in pages:
            text, about = f"there is no page docs/{path}; put it back, or name one such as {CONCERNS}", f"docs/{path}"
        elif "#" in target and (there := anchors.get(path, ())) is not None and anchor not in there:
            text = f"docs/{path} has no place called '{anchor}'; only routes and definitions can be named"
            about = anchor
        else:
            continue
        yield search.mistake(f"{place[0]}: {text}", *place, about=about)


def unknown(noun: str, name: str | None, named: Named, file: Written, *place: str | int) -> Iterator[Mistake]:
    """A Mistake in the entry at `place` if it names what is not there. named: what is, by noun, as far as known."""
    if name and noun in named and name not in named[noun].names:
        yield file.wrong(named[noun].unknown(name), *place, about=name)
