"""JSON Schemas of the YAML files, so that an editor completes and checks: python -m macros.commands.schemas"""

import json
import sys
from pathlib import Path

from macros.reading.entries import SHARED
from macros.reading.project import ROOT
from macros.running.boundary import run
from macros.site import MODELS

FOLDER = ".schemas"  # made by make, never committed
SETTINGS = ".vscode/settings.json"  # of the editor that most people have; others can be pointed to the same files


def write(root: Path) -> list[str]:
    """Writes a schema for each shared file, and tells the editor which is whose; gives their names."""
    schemas = {f"{FOLDER}/{stem}.json": model.model_json_schema(by_alias=True) for stem, model in MODELS.items()}
    files = {f"{FOLDER}/{stem}.json": f"{SHARED}/{stem}.yml" for stem in MODELS}
    for name, entries in {**schemas, SETTINGS: {"yaml.schemas": files}}.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(json.dumps(entries, indent=2) + "\n", "utf-8")
    return [*schemas, SETTINGS]


def main() -> None:
    print("Written: " + ", ".join(write(ROOT)))


if __name__ == "__main__":
    sys.exit(run(main))
