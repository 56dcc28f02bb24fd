"""Where a stated fact comes from and when it was checked: docs/_shared/sources.yml."""

from typing import Annotated, Literal

from macros.school import Address
from macros.strict_yaml import Entries, Model, Words, written_like

Month = Annotated[str, written_like(r"\d{4}-(0[1-9]|1[0-2])", 'a year and month such as "2026-11", in quotes')]


class Source(Model):
    """title: who says so. sure: A for the official text, B for a good second hand. checked: year and month."""

    title: Words
    address: Address | None = None
    sure: Literal["A", "B"]
    checked: Month


class Sources(Model):
    """sources: key to source."""

    sources: Entries[str, Source]
