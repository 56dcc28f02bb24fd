"""policy.json: the policy as data, for other sites and programs; policy.schema.json says how it is made."""

import datetime
import json
from pathlib import Path

from pydantic import Field

from macros.pages.cite import full_address
from macros.policy.frozen import WrittenClause
from macros.policy.plain import plain
from macros.reading.kinds import Model
from macros.register import QUIET, Register
from macros.shared.pages import DEFINITIONS, POLICY
from macros.site import Site

NAME, SCHEMA = "policy.json", "policy.schema.json"
ADDRESS = "From the top of the site, or whole where the school has given the site's address."


class Status(Model):
    """Whether the governing body has adopted this wording.

    version: the label of the version adopted last, if there is one. fingerprint: of the words as they are here.
    """

    adopted: bool
    version: str | None
    fingerprint: str
    words: str


class Definition(Model):
    """A word that the policy relies on. clause: the id of the clause that defines it; without one, the meaning is guidance."""

    id: str
    word: str
    meaning: str
    clause: str | None
    address: str = Field(description=ADDRESS)


class SectionEntry(Model):
    """A section of the policy."""

    id: str
    number: str
    title: str
    address: str = Field(description=ADDRESS)


class ClauseEntry(WrittenClause):
    """A clause. id: never changes and is never used again. number: follows from the order, and may change.

    text: with every definition resolved. under: the id of the clause that leads into the list it stands in.
    """

    added: datetime.date
    address: str = Field(description=ADDRESS)


class WithdrawnEntry(Model):
    """A clause that has left the policy. now_see: a clause's id, or a page from docs/."""

    id: str
    title: str
    added: datetime.date
    withdrawn: datetime.date
    last_number: str
    last_words: str
    now_see: str
    address: str = Field(description=ADDRESS)


class PolicyFile(Model):
    """A school's policy, clause by clause."""

    schema_: str = Field(alias="$schema")
    school: str
    policy: str
    address: str = Field(description=ADDRESS)
    status: Status
    definitions: tuple[Definition, ...]
    sections: tuple[SectionEntry, ...]
    clauses: tuple[ClauseEntry, ...]
    withdrawn: tuple[WithdrawnEntry, ...]


def write(site: Site, folder: Path) -> None:
    """Writes policy.json into `folder`."""
    now, status = site.snapshot, plain(Register(site, lambda: QUIET).status_line())
    records = {page.clause_id: page.record for page in site.pages.values()}
    file = PolicyFile.model_validate(
        {
            "$schema": SCHEMA,
            "school": site.school.name,
            "policy": site.wording.cite.policy,
            "address": full_address(site.school, POLICY),
            "status": Status(
                adopted=site.standing.stage in ("in-force", "later"),
                version=site.standing.version and site.standing.version.label,
                fingerprint=site.fingerprint,
                words=status,
            ),
            "definitions": tuple(
                Definition(
                    id=key,
                    word=term.word,
                    meaning=now.definitions[key].meaning,
                    clause=term.clause,
                    address=f"{full_address(site.school, DEFINITIONS)}#{key}",
                )
                for key, term in site.terms.terms.items()
            ),
            "sections": tuple(
                SectionEntry(
                    id=section.id,
                    number=str(section.number),
                    title=section.title,
                    address=f"{full_address(site.school, POLICY)}#{section.id}",
                )
                for section in now.sections
            ),
            "clauses": tuple(
                ClauseEntry(
                    **clause.model_dump(exclude={"uses"}),
                    added=records[clause.id].added,
                    address=full_address(site.school, site.policy.clauses[clause.id].path),
                )
                for clause in now.clauses
            ),
            "withdrawn": tuple(
                WithdrawnEntry(
                    id=id,
                    address=full_address(site.school, f"policy/{id}.md"),
                    **record.model_dump(
                        include={"title", "added", "withdrawn", "last_number", "last_words", "now_see"}
                    ),
                )
                for id, record in site.withdrawn.items()
            ),
        }
    )
    (folder / NAME).write_text(file.model_dump_json(by_alias=True, indent=2), "utf-8")


def write_schema(site: Site, folder: Path) -> None:
    """Writes policy.schema.json into `folder`: how policy.json is made, as JSON Schema, the same for every site."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    (folder / SCHEMA).write_text(json.dumps(dialect | PolicyFile.model_json_schema(by_alias=True), indent=2), "utf-8")
