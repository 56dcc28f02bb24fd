"""The text of the policy with a clause more, or with one less, and the text of a clause's page."""

import datetime
from collections.abc import Mapping

from macros.policy.clauses import NAME, Clause, Policy
from macros.policy.index import read
from macros.reading.braces import find
from macros.running.editing import written
from macros.site import Site


def page(record: Mapping[str, object], id: str) -> str:
    """The page of a clause, whose record is given."""
    return f'---\n{written(record)}---\n{{{{ clause_page("{id}") }}}}\n'


def last(site: Site, clause: Clause, now_see: str, day: datetime.date) -> str:
    """What the page of a clause becomes that leaves the policy on a day: its last number and words, and what to see."""
    kept = site.pages[clause.path].record.model_dump(include={"title", "added"})
    said = {"withdrawn": day, "now_see": now_see, "last_number": clause.number, "last_words": clause.text}
    return page(kept | said, clause.id)


def with_clause(text: str, policy: Policy, before: Clause, id: str, words: str) -> str:
    """The policy with a new clause below another one: below its list and the note on it, unless it stands in a list."""
    lines, end = text.split("\n"), [before, *policy.items(before.id)][-1].last_line
    head, sentences = f'{{{{ clause("{id}") }}}}', [sentence.strip() for sentence in words.strip().split("\n")]
    if not before.under and any(call.macro == "note" and call.line == end + 2 for call in find(text, NAME)):
        end += 2
    lines[end:end] = [f"- {head}", *(f"  {line}" for line in sentences)] if before.under else ["", head, *sentences]
    return "\n".join(lines)


def without(text: str, id: str) -> str:
    """The policy without a clause, and without the blank line below it unless it stands in a list."""
    clause = read(text).clauses[id]
    lines, end = text.split("\n"), clause.last_line
    if not clause.under and lines[end : end + 1] == [""]:
        end += 1
    del lines[clause.line - 1 : end]
    return "\n".join(lines)
