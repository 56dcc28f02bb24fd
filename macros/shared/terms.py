"""Defined terms, the policy's own figures, notes beside clauses, and words that checks let pass: three shared files."""

from typing import Annotated, Self

from pydantic import model_validator

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Model, Several, Text, Words
from macros.values.names import Called, Key
from macros.values.once import ONCE


class Term(Model):
    """A defined word. Either one of the clauses defines it, or else guidance in plain words."""

    word: Annotated[Called, ONCE]
    clause: str | None = None
    means: Text | None = None

    @model_validator(mode="after")
    def defined_once(self) -> Self:
        if (self.clause is None) == (self.means is None):
            raise ValueError("a term needs either 'clause: …' or 'means: …', and not both; write one of them")
        return self


class Terms(Written):
    """terms: key to term. figures: key to a number that the policy's wording uses."""

    terms: Entries[Key, Term]
    figures: Entries[Key, int]


class Notes(Written):
    """notes: clause id to a note beside that clause, in Markdown. A note is guidance, never policy."""

    notes: Entries[Key, Text]


class Plain(Written):
    """Words that the checks of language let pass: hard ones that are needed, and what is spelt right here."""

    needed: Several[Words] = ()
    allowed: Several[Words] = ()
