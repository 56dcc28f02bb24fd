"""What a built page may be made of, and which classes words may have: overrides/html.yml."""

from collections.abc import Mapping
from functools import cached_property

from macros.reading.entries import Written
from macros.reading.kinds import Entries

ALLOWED = "overrides/html.yml"
HERE = "of this site"  # among the schemes


class Allowed(Written):
    """everywhere: attributes of any element. elements: each with its own. in_words: classes that words may be given.

    schemes: how an address may begin, by element; HERE is one without a scheme.
    """

    everywhere: str
    in_words: str
    elements: Entries[str, str]
    schemes: Entries[str, tuple[str, ...]]

    @cached_property
    def attributes(self) -> Mapping[str, frozenset[str]]:
        """Those that each element may have."""
        return {name: frozenset(f"{self.everywhere} {own}".split()) for name, own in self.elements.items()}
