"""How old somebody has to be for a service, by its own terms: docs/_shared/ages.yml."""

from macros.kinds import Entries, Model, Words


class Age(Model):
    """service: its name. says: the age in its terms, in a few words. source: a key of sources.yml."""

    service: Words
    says: Words
    source: str


class Ages(Model):
    """ages: key to age."""

    ages: Entries[str, Age]
