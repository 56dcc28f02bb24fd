"""What stands in policy.json, of which policy.schema.json is made."""

import datetime
from typing import Annotated

from pydantic import Field

from macros.adopted.frozen import WrittenClause
from macros.reading.kinds import Model

DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
ADDRESS = "From the top of the site, or whole where the school has given the site's address."
Address = Annotated[str, Field(description=ADDRESS)]


class Status(Model):
    """Whether the governing body has adopted this wording.

    version: the label of the version adopted last, if there is one. applies: of the one in force. as_of: on this day.
    fingerprint: of the words as they are here.
    """

    adopted: bool
    version: str | None
    applies: str | None
    as_of: datetime.date
    fingerprint: str
    words: str


class Definition(Model):
    """A word that the policy relies on. clause: the id of the clause that defines it; without one, the meaning is guidance."""  # noqa: E501 - the schema shows it

    id: str
    word: str
    meaning: str
    clause: str | None
    in_force: bool
    address: Address


class SectionEntry(Model):
    """A section of the policy."""

    id: str
    number: str
    title: str
    address: Address


class ClauseEntry(WrittenClause):
    """A clause. id: never changes and is never used again. number: follows from the order, and may change.

    text: with every definition resolved. under: the id of the clause that leads into the list it stands in.
    in_force: whether these words are, on this day. text_in_force: the words that are, where they are others.
    """

    in_force: bool
    text_in_force: str | None
    added: datetime.date
    address: Address


class WithdrawnEntry(Model):
    """A clause that has left the policy, or is to leave it. now_see: a clause's id, or a page from docs/.

    in_force: whether it still is, on this day.
    """

    id: str
    title: str
    added: datetime.date
    withdrawn: datetime.date
    last_number: str
    last_words: str
    now_see: str
    in_force: bool
    address: Address


class PolicyFile(Model):
    """A school's policy, clause by clause."""

    schema_: str = Field(alias="$schema")
    school: str
    policy: str
    address: Address
    status: Status
    definitions: tuple[Definition, ...]
    sections: tuple[SectionEntry, ...]
    clauses: tuple[ClauseEntry, ...]
    withdrawn: tuple[WithdrawnEntry, ...]
