"""What shared files name is there: clauses that define terms, clauses that notes stand beside, sources of facts."""

from collections.abc import Iterator, Mapping

from macros.policy import named
from macros.policy.clauses import NAME, Policy
from macros.reading import braces
from macros.reading.mistakes import Mistake
from macros.shared.now import Now
from macros.shared.pages import POLICY, Page
from macros.shared.sources import Ages, Sources
from macros.shared.terms import Notes, Terms


def defining(terms: Terms, index: Policy, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Clauses that terms name and that are not there."""
    clauses = named.clauses(index, pages)
    for key, term in terms.terms.items() if index.whole else ():
        if term.clause and term.clause not in index.clauses:
            yield terms.mistake(
                f"terms.{key}.clause: {clauses.unknown(term.clause)}", "terms", key, "clause", about=term.clause
            )


def beside(notes: Notes, index: Policy, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Notes beside no clause, and notes that the policy does not show."""
    clauses = named.clauses(index, pages)
    shown = {call.key for call in braces.find(pages[POLICY].text, "") if call.macro == "note"}
    for id in notes.notes if index.whole else ():
        if id not in index.clauses:
            yield notes.mistake(f"notes.{id}: {clauses.unknown(id)}", "notes", id, about=id)
        elif id not in shown:
            place = f"{NAME}, below the clause on line {index.clauses[id].line}, with an empty line above and below it"
            remedy = f'put {{{{ note("{id}") }}}} into {place}, or take the note out'
            yield notes.mistake(f"notes.{id}: the policy does not show this note; {remedy}", "notes", id)


def sourced(ages: Ages, now: Now, sources: Sources) -> Iterator[Mistake]:
    """Sources that facts name and that are not there."""
    there = named.named({}, sources=sources)["source"]
    cited = [(ages, "ages", key, age.source) for key, age in ages.ages.items()]
    cited += [(now, "helplines", key, line.source) for key, line in now.helplines.items()]
    for file, kind, key, source in cited:
        if source not in there.names:
            yield file.mistake(f"{kind}.{key}: {there.unknown(source)}", kind, key, "source")
