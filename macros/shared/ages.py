"""Services' own terms on age: docs/_shared/ages.yml."""

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Model, Words


class Age(Model):
    """service: its name. says: the age in its terms, in a few words. source: where that stands, by its key in sources.yml."""

    service: Words
    says: Words
    source: str


class Ages(Written):
    """ages: key to age."""

    ages: Entries[str, Age]
