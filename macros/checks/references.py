"""What shared files name is there: clauses, sources, helplines, and what search leads to."""

from collections.abc import Collection, Iterator, Mapping

from macros.policy import named
from macros.policy.clauses import NAME, Policy
from macros.reading import braces
from macros.reading.entries import Written
from macros.reading.mistakes import Mistake
from macros.shared.now import Now
from macros.shared.pages import CONCERNS, DEFINITIONS, POLICY, SEARCH, Page
from macros.shared.routes import Routes
from macros.shared.search import Search
from macros.shared.sources import Ages, Sources
from macros.shared.terms import Notes, Terms


def defining(terms: Terms, index: Policy, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Clauses that terms name and that are not there."""
    clauses = named.clauses(index, pages)
    for key, term in terms.terms.items() if index.whole else ():
        if term.clause and term.clause not in index.clauses:
            yield terms.wrong(clauses.unknown(term.clause), "terms", key, "clause", about=term.clause)


def beside(notes: Notes, index: Policy, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Notes beside no clause, and notes that the policy does not show."""
    clauses = named.clauses(index, pages)
    shown = {call.key for call in braces.find(pages[POLICY].text, "") if call.macro == "note"}
    for id in notes.notes if index.whole else ():
        if id not in index.clauses:
            yield notes.wrong(clauses.unknown(id), "notes", id, about=id)
        elif id not in shown:
            place = f"{NAME}, below the clause on line {index.clauses[id].line}, with an empty line above and below it"
            remedy = f'put {{{{ note("{id}") }}}} into {place}, or take the note out'
            yield notes.wrong(f"the policy does not show this note; {remedy}", "notes", id)


def sourced(ages: Ages, now: Now, sources: Sources) -> Iterator[Mistake]:
    """Sources that facts name and that are not there."""
    there = named.named({}, sources=sources)["source"]
    cited: list[tuple[Written, str, str, str]] = [(ages, "ages", key, age.source) for key, age in ages.ages.items()]
    cited += [(now, "helplines", key, helpline.source) for key, helpline in now.helplines.items()]
    for file, kind, key, source in cited:
        if source not in there.names:
            yield file.mistake(f"{kind}.{key}: {there.unknown(source)}", kind, key, "source")


def helplines(now: Now) -> Iterator[Mistake]:
    """Helplines that a situation names and that are not there, or twice; and those that none names."""
    there = braces.Keyed("helpline", now.file, now.helplines)
    for key, situation in now.situations.items():
        for n, name in enumerate(situation.helplines):
            twice = f"has '{name}' twice; take one out" if name in situation.helplines[:n] else ""
            if text := twice if name in there.names else there.unknown(name):
                yield now.wrong(text, "situations", key, "helplines", n)
    used = {name for situation in now.situations.values() for name in situation.helplines}
    for name in now.helplines.keys() - used if used <= now.helplines.keys() else ():
        text = "no situation names it; add it to the helplines of one, or take it out"
        yield now.wrong(text, "helplines", name)


def searched(search: Search, pages: Mapping[str, Page], routes: Routes, terms: Terms) -> Iterator[Mistake]:
    """Targets in search.yml that lead nowhere."""
    anchors: Mapping[str, Collection[str]] = {CONCERNS: routes.routes, DEFINITIONS: terms.terms}
    targets = [(target, "also", target) for target in search.also]
    targets += [(target, "looked_for", typed) for typed, target in search.looked_for.items()]
    for target, *place in targets:
        path, _, anchor = target.partition("#")
        text, about = "", f"docs/{path}"
        if path == SEARCH:
            text = f"search does not find its own page; name a page such as {CONCERNS}"
        elif path not in pages:
            text = f"there is no page docs/{path}; name a page such as {CONCERNS}"
        elif "#" in target and anchor not in anchors.get(path, ()):
            text, about = (
                f"docs/{path} has no place called '{anchor}'; only routes and definitions can be named",
                anchor,
            )
        if text:
            yield search.mistake(f"{place[0]}: {text}", *place, about=about)
