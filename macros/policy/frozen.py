"""The policy at one moment: what is frozen when it is adopted, and what changes are told from."""

from macros.reading.kinds import Entries, Model


class FrozenSection(Model):
    """A section as it was adopted."""

    id: str
    number: int
    title: str


class WrittenClause(Model):
    """A clause as others read it. text: with every definition resolved."""

    id: str
    number: str
    section: str
    under: str | None
    title: str
    text: str


class FrozenClause(WrittenClause):
    """A clause as it was adopted. uses: the terms it uses, by key."""

    uses: tuple[str, ...]


class FrozenTerm(Model):
    """A definition as it was. meaning: in plain words."""

    word: str
    meaning: str


class Snapshot(Model):
    """The policy at one moment, as far as changes are told from it.

    check: question id of the self-check to input id to outcome. now_see: withdrawn id to what to see now.
    """

    sections: tuple[FrozenSection, ...]
    clauses: tuple[FrozenClause, ...]
    definitions: Entries[str, FrozenTerm]
    check: Entries[str, Entries[str, str]]
    now_see: Entries[str, str]
