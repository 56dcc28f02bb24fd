"""What changes by law for children online, and how far it has come: docs/_shared/children-online.yml."""

from typing import Annotated, Literal

from pydantic import Field

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Model, Text, Words
from macros.values.names import Key

State = Literal["announced", "law", "in_force"]


class States(Model):
    """How far a change has come, in words."""

    announced: Words
    law: Words
    in_force: Words


class Change(Model):
    """state: how far it has come. says: what it is, with its source."""

    state: State
    says: Text


class ChildrenOnline(Written):
    """states: in words. changes: key to change, in order. meanwhile: what parents need to do until one is in force."""

    states: States
    changes: Annotated[Entries[Key, Change], Field(min_length=1)]
    meanwhile: Text
