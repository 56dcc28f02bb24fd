"""The words around clauses, versions and what changes in them, a part of docs/_shared/wording.yml."""

from typing import Annotated

from macros.reading.kinds import Entries, Model, Passage, Sentence, Text, Words, with_keys, with_places
from macros.values.names import Key
from macros.values.once import ONCE


class ClauseWords(Model):
    """Words around a clause. '{{ number }}' stands for its number, '{{ section }}' for its section's title."""

    number: Annotated[Sentence, with_places("number")]
    reference: Annotated[Sentence, with_places("number")]
    whole: Annotated[Sentence, with_places("section")]
    previous: Words
    next: Words
    note: Words
    plain: Words
    means: Words
    not_fine: Words
    fine: Words
    instead: Words
    talk_to: Words
    about: Words
    terms: Annotated[Sentence, with_places("terms")]
    referrers: Annotated[Sentence, with_places("pages")]
    lasting: Words
    cite: Words
    address: Words
    earlier: Words
    earlier_row: Annotated[Sentence, with_places("link", "in_force", "until")]
    earlier_open: Annotated[Sentence, with_places("link", "in_force")]
    today: Annotated[Sentence, with_places("link")]
    until: Annotated[Sentence, with_places("link", "until")]
    nothing_today: Words
    number_today: Annotated[Sentence, with_places("number")]
    goes: Words
    goes_from: Annotated[Sentence, with_places("in_force", "link")]
    begins: Annotated[Sentence, with_places("in_force", "link")]
    tag: Annotated[Sentence, with_places("in_force")]
    proposed: Words
    same: Annotated[Passage, with_places("link", "in_force")]


class ChangesWords(Model):
    """Words of what changes, clause by clause; for a pull request and for the page."""

    changes: Words
    between: Annotated[Sentence, with_places("before", "after")]
    proposed: Words
    proposed_intro: Annotated[Sentence, with_places("label")]
    nothing: Annotated[Sentence, with_places("label")]
    same: Annotated[Sentence, with_places("label")]
    headings: Words
    not_adopted: Text
    summary: Words
    kinds: Annotated[Entries[Key, Words], with_keys("new", "reworded", "replaced", "moved", "withdrawn"), ONCE]
    clause: Annotated[Sentence, with_places("number", "title")]
    moved: Annotated[Sentence, with_places("was", "now")]
    list_of: Annotated[Sentence, with_places("clause")]
    replaced_by: Annotated[Sentence, with_places("clause")]
    replaces: Annotated[Sentence, with_places("clause")]
    was: Words
    now: Words
    taken_out: Words
    put_in: Words
    why: Words
    no_reason: Words
    duties: Words
    numbers: Words
    out_and_in: Annotated[Sentence, with_places("out", "in")]
    nothing_there: Words
    refers: Annotated[Sentence, with_places("pages")]
    renumbered: Words
    definitions: Words
    used_by: Annotated[Sentence, with_places("clauses")]
    effect: Words
    effect_none: Annotated[Sentence, with_places("total")]
    effect_some: Annotated[Sentence, with_places("total", "changed")]
    shift: Annotated[Sentence, with_places("count", "before", "after", "example")]
    todo: Words


class WithdrawnWords(Model):
    """Words about a clause that was withdrawn on '{{ date }}'; '{{ link }}' leads to what to see now."""

    when: Annotated[Passage, with_places("date")]
    still: Annotated[Passage, with_places("link")]
    now_see: Annotated[Sentence, with_places("link")]
    last_words: Annotated[Sentence, with_places("number")]
    all: Words
    row: Annotated[Sentence, with_places("date", "link")]
    description: Annotated[Sentence, with_places("title", "date")]
