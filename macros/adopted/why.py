"""Why the wording changes since the version adopted last: docs/_shared/changes.yml."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from pydantic import Field

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Model, Words
from macros.values.names import Key

Kind = Literal["new", "reworded", "replaced", "moved", "withdrawn"]


class Reason(Model):
    """What became of a clause since the version before, and why."""

    kind: Kind
    why: Words


class Why(NamedTuple):
    """What became of each clause that changed, and why; and why each definition did. By id, and by key."""

    clauses: Mapping[str, Reason]
    definitions: Mapping[str, str]


class Changes(Written):
    """changes.yml: clause id to what became of it since the last adopted version, and why.

    definitions: the key of a definition to why it changed.
    """

    changes: Entries[Key, Reason]
    definitions: Entries[Key, Words] = Field({})

    @property
    def why(self) -> Why:
        return Why(self.changes, self.definitions)
