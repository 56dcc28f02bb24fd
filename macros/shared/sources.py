"""Where stated facts come from and when they were checked, and services' own terms on age: sources.yml and ages.yml."""

from typing import Annotated, Literal

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Model, Words
from macros.shared.school import Looked
from macros.values.addresses import Address
from macros.values.names import Ages as AgesInWords
from macros.values.names import Key
from macros.values.once import ONCE


class Source(Looked):
    """title: who says so. sure: the grade, A (official) or B (second hand, but good)."""

    title: Words
    address: Address | None = None
    sure: Literal["A", "B"]


class Sources(Written):
    """sources: key to source."""

    sources: Entries[Key, Source]


class Age(Model):
    """service: its name. says: the age in its terms, in few words. source: where that stands, a key of sources.yml."""

    service: Annotated[Words, ONCE]
    says: AgesInWords
    source: str


class Ages(Written):
    """ages: key to age."""

    ages: Entries[Key, Age]
