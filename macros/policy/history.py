"""The list of published ids, each with its wordings: docs/_versions/published.yml. It only grows.

It has each clause's words, so that a check can see without any git history that an id has come to mean something else.
Where governors confirm that a very different wording means the same, it is added below the first one.
"""

from difflib import SequenceMatcher
from typing import Annotated

from pydantic import Field

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Several, Words
from macros.values.names import Key

FOLDER = "docs/_versions"  # of all records
PUBLISHED = f"{FOLDER}/published.yml"
ALIKE = 0.5  # of two wordings, from 0 (no word in common) to 1; below it they are taken to say different things


class Published(Written):
    """clauses: id to its wordings: the first one published, then those that governors say mean the same."""

    clauses: Entries[Key, Annotated[Several[Words], Field(min_length=1)]]


def likeness(one: str, other: str) -> float:
    """How alike two wordings are, from 0 to 1, by their words in order; capitals and punctuation do not count."""
    first, second = (["".join(filter(str.isalnum, word)) for word in words.lower().split()] for words in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def shortened(words: str, most: int = 60) -> str:
    """The beginning of some words, to recognise them by."""
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"
