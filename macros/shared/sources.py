"""Where a stated fact comes from and when it was checked: docs/_shared/sources.yml."""

from typing import Literal

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Words
from macros.shared.school import Address, Looked


class Source(Looked):
    """title: who says so. sure: the grade, A (official) or B (second hand, but good).

    checked, again: the months of the last look, and of the next one at the latest.
    """

    title: Words
    address: Address | None = None
    sure: Literal["A", "B"]


class Sources(Written):
    """sources: key to source."""

    sources: Entries[str, Source]
