"""Where stated facts come from and when they were checked, and services' own terms on age: sources.yml and ages.yml."""

from typing import Literal

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Model, Words
from macros.shared.school import Address, Looked


class Source(Looked):
    """title: who says so. sure: the grade, A (official) or B (second hand, but good)."""

    title: Words
    address: Address | None = None
    sure: Literal["A", "B"]


class Sources(Written):
    """sources: key to source."""

    sources: Entries[str, Source]


class Age(Model):
    """service: its name. says: the age in its terms, in few words. source: where that stands, a key of sources.yml."""

    service: Words
    says: Words
    source: str


class Ages(Written):
    """ages: key to age."""

    ages: Entries[str, Age]
