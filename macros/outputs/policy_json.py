"""policy.json: the policy as data, for other sites and programs; policy.schema.json says how it is made."""

import datetime
import json
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import Field

from macros.adopted.frozen import WrittenClause
from macros.pages.cite import full_address
from macros.reading.kinds import Model
from macros.register import status_in_words
from macros.shared.front_matter import ClauseRecord
from macros.shared.pages import DEFINITIONS, POLICY
from macros.site import Site

NAME, SCHEMA = "policy.json", "policy.schema.json"
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
    in_force: whether these words are, on this day.
    """

    in_force: bool
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


def write(site: Site, folder: Path) -> None:
    """Writes policy.json into `folder`, and how it is made as JSON Schema, which is the same for every site."""
    file = PolicyFile.model_validate(_entries(site))
    (folder / NAME).write_text(file.model_dump_json(by_alias=True, indent=2), "utf-8")
    (folder / SCHEMA).write_text(json.dumps(DIALECT | PolicyFile.model_json_schema(by_alias=True), indent=2), "utf-8")


def _entries(site: Site) -> dict[str, object]:
    """What PolicyFile is made of."""
    now, last, applies = site.snapshot, site.standing.version, site.standing.applies
    at = partial(full_address, site.school)
    records = {id: site.pages[clause.path].record for id, clause in site.policy.clauses.items()}
    added = {id: record.added for id, record in records.items() if isinstance(record, ClauseRecord)}
    of_withdrawn = set(WithdrawnEntry.model_fields)
    return {
        "$schema": SCHEMA,
        "school": site.school.name,
        "policy": site.wording.cite.policy,
        "address": at(POLICY),
        "status": {
            "adopted": site.standing.stage in ("in-force", "later"),
            "version": last.label if last else None,
            "applies": applies.label if applies else None,
            "as_of": site.today,
            "fingerprint": site.fingerprint,
            "words": status_in_words(site),
        },
        "definitions": tuple(
            {**term.model_dump(), "id": id, "clause": site.terms.terms[id].clause, "address": f"{at(DEFINITIONS)}#{id}"}
            for id, term in now.definitions.items()
        ),
        "sections": tuple(
            {**section.model_dump(), "number": str(section.number), "address": f"{at(POLICY)}#{section.id}"}
            for section in now.sections
        ),
        "clauses": tuple(
            {
                **clause.model_dump(exclude={"uses"}),
                "in_force": applies is not None and applies.own(clause.id) == now.own(clause.id),
                "added": added[clause.id],
                "address": at(f"policy/{clause.id}.md"),
            }
            for clause in now.clauses
        ),
        "withdrawn": tuple(
            {
                **record.model_dump(include=of_withdrawn),
                "id": id,
                "in_force": applies is not None and applies.clause(id) is not None,
                "address": at(f"policy/{id}.md"),
            }
            for id, record in site.withdrawn.items()
        ),
    }
