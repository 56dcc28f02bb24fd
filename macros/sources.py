"""Where a stated fact comes from and when it was checked: docs/_shared/sources.yml."""

from typing import Literal

from macros.kinds import Entries, Model, Words
from macros.school import Address, Month


class Source(Model):
    """title: who says so. sure: A for the official text, B for a good second hand; nothing less is published.

    checked: year and month in which somebody last looked. again: by which somebody has to look again.
    """

    title: Words
    address: Address | None = None
    sure: Literal["A", "B"]
    checked: Month
    again: Month


class Sources(Model):
    """sources: key to source."""

    sources: Entries[str, Source]
