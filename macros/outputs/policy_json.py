"""policy.json: the policy as data, for other sites and programs; policy.schema.json says how it is made."""

import json
from functools import partial
from pathlib import Path

from macros.outputs.policy_data import DIALECT, PolicyFile, WithdrawnEntry
from macros.pages.cite import full_address
from macros.register import status_in_words
from macros.shared.front_matter import ClauseRecord
from macros.shared.pages import DEFINITIONS, POLICY
from macros.site import Site

NAME, SCHEMA = "policy.json", "policy.schema.json"


def write(site: Site, folder: Path) -> None:
    """Writes policy.json into `folder`, and how it is made as JSON Schema, which is the same for every site."""
    file = PolicyFile.model_validate(_entries(site))
    (folder / NAME).write_text(file.model_dump_json(by_alias=True, indent=2), "utf-8")
    (folder / SCHEMA).write_text(json.dumps(DIALECT | PolicyFile.model_json_schema(by_alias=True), indent=2), "utf-8")


def _entries(site: Site) -> dict[str, object]:
    """What PolicyFile is made of."""
    now, last, applies = site.snapshot, site.standing.version, site.standing.applies
    at = partial(full_address, site.school)

    def page(id: str) -> str:
        return at(f"policy/{id}.md")

    def defined(key: str) -> bool:
        return bool(applies and applies.defines(key) == now.defines(key))

    def then(id: str) -> str | None:
        return (applies.own(id) or None) if applies and not in_force(id) else None

    def in_force(id: str) -> bool:
        return bool(applies and applies.clause(id) and now.own(id) in ("", applies.own(id)))

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
            {
                **term.model_dump(),
                "id": id,
                "clause": site.terms.terms[id].clause,
                "in_force": defined(id),
                "address": f"{at(DEFINITIONS)}#{id}",
            }
            for id, term in now.definitions.items()
        ),
        "sections": tuple(
            {**section.model_dump(), "number": str(section.number), "address": f"{at(POLICY)}#{section.id}"}
            for section in now.sections
        ),
        "clauses": tuple(
            {
                **clause.model_dump(exclude={"uses"}),
                "in_force": in_force(clause.id),
                "text_in_force": then(clause.id),
                "added": added[clause.id],
                "address": page(clause.id),
            }
            for clause in now.clauses
        ),
        "withdrawn": tuple(
            {**record.model_dump(include=of_withdrawn), "id": id, "in_force": in_force(id), "address": page(id)}
            for id, record in site.withdrawn.items()
        ),
    }
