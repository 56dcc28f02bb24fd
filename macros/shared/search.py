"""The words of search, and parents' own words for what they look for: docs/_shared/search.yml."""

from typing import Annotated

from pydantic import Field

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Marked, Model, Sentence, Several, Words, with_places


class Labels(Model):
    """Words of search and of the A to Z. '{{ n }}' stands for how many, '{{ number }}' for a clause's number."""

    ask: Words
    results: Words
    none: Words
    one: Words
    many: Annotated[Sentence, with_places("n")]
    all: Words
    page: Words
    clause: Annotated[Sentence, with_places("number")]
    withdrawn: Words
    letter: Words
    route: Words
    definition: Words


class Search(Written):
    """also: page, or page#place, to parents' own words for it. looked_for: what they type to what should come first."""

    labels: Labels
    also: Entries[str, Several[Words]]
    looked_for: Entries[Marked, str] = Field(default={}, validate_default=True)
