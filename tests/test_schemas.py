"""An editor that knows the schemas completes and checks the YAML files as the build does."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from macros.commands.schemas import FOLDER, SETTINGS, write
from macros.reading.entries import SHARED
from macros.site import MODELS
from tests.projects import SCHOOL


@pytest.fixture
def schemas(tmp_path: Path) -> Path:
    write(tmp_path)
    return tmp_path


@pytest.mark.parametrize("stem", MODELS)
def test_a_shared_file_keeps_to_its_schema_and_a_misspelt_key_does_not(stem: str, schemas: Path) -> None:
    schema = json.loads((schemas / FOLDER / f"{stem}.json").read_text("utf-8"))
    read = yaml.safe_load((SCHOOL / SHARED / f"{stem}.yml").read_text("utf-8"))
    data = json.loads(json.dumps(read, default=str))  # an editor takes a day for words
    checker = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in checker.iter_errors(data)] == []
    assert not checker.is_valid({**data, "mispelt": "x"})


def test_the_editor_is_told_which_schema_is_whose(schemas: Path) -> None:
    told = json.loads((schemas / SETTINGS).read_text("utf-8"))["yaml.schemas"]
    assert set(told.values()) == {f"{SHARED}/{stem}.yml" for stem in MODELS}
    assert all((schemas / name).is_file() for name in told)
