"""The schema that is published beside policy.json refuses what is no such file."""

import json
from collections.abc import Callable

import jsonschema
import pytest

from tests.looks.data import read
from tests.site import Built


@pytest.fixture(scope="module")
def checker(school: Built) -> jsonschema.Draft202012Validator:
    schema = json.loads((school.folder / read(school)["$schema"]).read_text("utf-8"))
    return jsonschema.Draft202012Validator(schema)


SPOILED: dict[str, Callable[[dict], object]] = {
    "a clause without its text": lambda policy: policy["clauses"][0].pop("text"),
    "a number that is no word": lambda policy: policy["clauses"][0].update(number=1.1),
    "a further key": lambda policy: policy.update(approved="yesterday"),
    "an unknown status": lambda policy: policy.update(status="adopted"),
    "no clauses": lambda policy: policy.pop("clauses"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_the_schema_refuses(name: str, school: Built, checker: jsonschema.Draft202012Validator) -> None:
    policy = read(school)
    assert checker.is_valid(policy)
    SPOILED[name](policy)
    assert not checker.is_valid(policy)
