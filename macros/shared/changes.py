"""Why the wording changes since the version adopted last: docs/_shared/changes.yml."""

from typing import Literal

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Model, Words
from macros.values.names import Key

Kind = Literal["new", "reworded", "replaced", "moved", "withdrawn"]


class Reason(Model):
    """What became of a clause since the version before, and why."""

    kind: Kind
    why: Words


class Changes(Written):
    """changes.yml: clause id to what became of it since the last adopted version, and why."""

    changes: Entries[Key, Reason]
