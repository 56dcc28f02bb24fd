"""policy.json says what the policy's page says, and keeps to the schema that is published beside it."""

import json
from collections.abc import Iterator

import jsonschema

from macros.policy.plain import plain
from macros.shared.pages import DEFINITIONS, POLICY, address
from tests.looks import of_site
from tests.looks.policy import others, tag
from tests.site import Built, straight, text


def read(site: Built) -> dict:
    return json.loads((site.folder / "policy.json").read_text("utf-8"))


@of_site(
    ("policy.json", '"text":', '"words":'),
    ("policy.json", '"adopted": true', '"adopted": "yes"'),
)
def policy_json_keeps_to_its_schema(site: Built) -> Iterator[str]:
    policy = read(site)
    schema = json.loads((site.folder / policy["$schema"]).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    yield from (error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(policy))


@of_site(
    ("policy.json", "Insulting anyone", "Insulting someone"),
    ("policy.json", '"id": "insults"', '"id": "insult"'),
    ("policy.json", '"number": "3.4"', '"number": "3.5"'),
    ("policy.json", '"title": "Insults"', '"title": "Insult"'),
)
def its_clauses_are_those_of_the_policys_page_in_order(site: Built) -> Iterator[str]:
    entries, clauses = read(site)["clauses"], site.content.policy.clauses
    whole = text(site.html(address(POLICY)).main)
    if [entry["id"] for entry in entries] != list(clauses):
        yield "other clauses, or in another order"
    for id, entry in zip(clauses, entries, strict=False):
        if " ".join(filter(None, (entry["number"], straight(tag(site, id)), straight(entry["text"])))) not in whole:
            yield f"{id} says something else"
        if text(site.html(f"policy/{id}/").root.find(".//h1")) != straight(entry["title"]):
            yield f"{id} is called something else"
        if entry["in_force"] != bool(site.content.standing.applies and not others(site.content, id, "own")):
            yield f"{id} is in force, or is not"


@of_site(
    ("policy.json", "/policy/insults/", "/policy/insult/"),
    ("policy.json", "https://northgate.example", "https://northgate.test"),
    ("policy.json", "/policy/#about", "/policy/#above"),
)
def every_address_in_it_answers(site: Built) -> Iterator[str]:
    policy, top = read(site), site.content.school.site_address or ""
    for entry in (*policy["definitions"], *policy["sections"], *policy["clauses"], *policy["withdrawn"], policy):
        where, _, anchor = entry["address"].removeprefix(top).partition("#")
        if not entry["address"].startswith(top) or not (site.folder / where / "index.html").is_file():
            yield entry["address"]
        elif anchor and anchor not in site.html(where).ids():
            yield f"{entry['address']} is no place there"


@of_site(("policy.json", '"adopted": true', '"adopted": false'), ("policy.json", "2025-09", "2025-08"))
def it_says_how_the_words_stand(site: Built) -> Iterator[str]:
    said, standing = read(site)["status"], site.content.standing
    right = {
        "adopted": standing.stage in ("in-force", "later"),
        "version": standing.version and standing.version.label,
        "applies": standing.applies and standing.applies.label,
        "as_of": site.content.today.isoformat(),
        "fingerprint": site.content.fingerprint,
        "words": plain(site.register().show("status-line.md")),
    }
    yield from (f"{key}: {said[key]}" for key in right if said[key] != right[key])


@of_site(
    ("policy.json", "Northgate Academy", "Southgate Academy"),
    ("policy.json", '"title": "What this is about"', '"title": "What this is *about*"'),
    ("policy.json", '"meaning": "A place', '"meaning": "{{ A place'),
    ("policy.json", '"last_words": "Please', '"last_words": "[Please](x)'),
)
def whatever_else_it_says_reads_as_on_the_pages(site: Built) -> Iterator[str]:
    """So nothing in it is markup, or a macro."""
    policy, school = read(site), straight(site.content.school.name)
    whole, meanings = (text(site.html(address(path)).main) for path in (POLICY, DEFINITIONS))
    if (straight(policy["school"]), policy["policy"]) != (school, site.content.wording.cite.policy):
        yield f"{policy['policy']} of {policy['school']}"
    for entry in policy["sections"]:
        if straight(f"{entry['number']}. {entry['title']}") not in whole:
            yield f"{entry['id']}: {entry['title']}"
    for entry in policy["definitions"]:
        said = (straight(entry[key]).lower() for key in ("word", "meaning"))
        yield from (f"{entry['id']}: {words}" for words in said if words not in meanings.lower())
    for entry in policy["withdrawn"]:
        page = text(site.html(f"policy/{entry['id']}/").main)
        yield from (
            f"{entry['id']}: {entry[key]}" for key in ("title", "last_words") if straight(entry[key]) not in page
        )
