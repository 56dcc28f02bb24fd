"""policy.json says what the policy's page says, and keeps to the schema that is published beside it."""

import json

import jsonschema
import pytest

from macros.content import Content
from tests.site import Site, text


@pytest.fixture(scope="module")
def policy(site: Site) -> dict:
    return json.loads((site.folder / "policy.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def checker(site: Site, policy: dict) -> jsonschema.Draft202012Validator:
    schema = json.loads((site.folder / policy["$schema"]).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_it_keeps_to_its_schema(policy: dict, checker: jsonschema.Draft202012Validator) -> None:
    checker.validate(policy)


SPOILED = {
    "a clause without its text": lambda policy: policy["clauses"][0].pop("text"),
    "a number that is no word": lambda policy: policy["clauses"][0].update(number=1.1),
    "a further key": lambda policy: policy.update(approved="yesterday"),
    "an unknown status": lambda policy: policy.update(status="adopted"),
    "no clauses": lambda policy: policy.pop("clauses"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_the_schema_refuses(name: str, policy: dict, checker: jsonschema.Draft202012Validator) -> None:
    spoiled = json.loads(json.dumps(policy))
    SPOILED[name](spoiled)
    assert not checker.is_valid(spoiled)


def test_its_clauses_are_those_of_the_policys_page_in_order(policy: dict, site: Site, content: Content) -> None:
    html = site.html("policy/")
    assert [clause["id"] for clause in policy["clauses"]] == [a.get("id") for a in html.all(".//a[@id]")]
    words = text(html.root.find(".//main"))
    for clause in policy["clauses"]:
        assert f"{clause['number']} {clause['text']}" in words
        assert text(site.html(clause["address"]).root.find(".//h1")) == clause["title"]


def test_every_address_in_it_answers(policy: dict, site: Site) -> None:
    entries = [*policy["definitions"], *policy["sections"], *policy["clauses"], policy]
    for address, _, anchor in (entry["address"].partition("#") for entry in entries):
        assert not anchor or anchor in site.html(address).ids()
        assert (site.folder / address / "index.html").is_file()


def test_it_does_not_claim_that_the_policy_was_adopted(policy: dict) -> None:
    assert policy["status"]["adopted"] is False
    assert "not adopted" in policy["status"]["words"].lower()


def test_nothing_in_it_is_markup_or_a_macro(site: Site) -> None:
    source = (site.folder / "policy.json").read_text("utf-8")
    assert not [mark for mark in ("{{", "](", "<", "&amp;") if mark in source]
