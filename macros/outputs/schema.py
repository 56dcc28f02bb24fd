"""policy.schema.json: how policy.json is made, as JSON Schema, draft 2020-12."""

import json
from pathlib import Path

from macros.outputs.policy_json import SCHEMA, PolicyFile
from macros.site import Site


def write(site: Site, folder: Path) -> None:
    """Writes it into `folder`. It is the same for every site."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    (folder / SCHEMA).write_text(json.dumps(dialect | PolicyFile.model_json_schema(by_alias=True), indent=2), "utf-8")
