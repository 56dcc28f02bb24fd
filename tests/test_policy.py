"""The policy: every clause, in order, with its own words wherever it stands."""

import pytest

from macros import policy
from macros.build import ROOT
from macros.content import Content
from macros.mistakes import Mistakes
from tests.site import Site, text

# The ids that this policy was first published with. They are addresses: none may vanish. New ones may join them.
PUBLISHED = """
why-this-policy what-it-covers who-is-a-parent
purpose encourage-positive-use safeguard-people safeguard-reputation clarify-use set-out-procedures set-out-action
benefits personal-accounts before-posting right-channel private-discussion unjustified-harm
rarely-appropriate better-channels examples naming-children allegations cyber-bullying complaints-online defamation
offensive-comments racist-comments threats
childrens-use-appropriate explain-to-children monitor-children minimum-age
concerns-handled-professionally first-step-discussion if-it-continues legal-advice written-warning police
block-or-restrict report-to-host other-legal-action
""".split()
CLAUSES = list(policy.read((ROOT / policy.NAME).read_text("utf-8")).clauses.values())


def test_every_published_id_stands_on_the_policy_page_once_and_has_its_page(site: Site) -> None:
    ids = site.html("policy/").ids()
    assert [id for id in PUBLISHED if ids.count(id) != 1] == []
    assert [id for id in PUBLISHED if not (site.folder / "policy" / id / "index.html").is_file()] == []


def test_markers_stand_in_the_order_of_the_index(site: Site) -> None:
    markers = [a.get("id") for a in site.html("policy/").all(".//a[@id]")]
    assert markers == [clause.id for clause in CLAUSES]


def test_numbers_follow_from_the_order(content: Content) -> None:
    for section in content.policy.sections:
        numbers = [clause.number for clause in content.policy.of(section)]
        assert numbers == [f"{section.number}.{n}" for n in range(1, len(numbers) + 1)]


@pytest.mark.parametrize("id", [clause.id for clause in CLAUSES])
def test_a_clauses_page_shows_the_number_and_words_of_the_policy(id: str, site: Site, content: Content) -> None:
    clause = content.policy.clauses[id]
    on_page = text(site.html(f"policy/{id}/").root.find(".//div[@class='ps-words']"))
    assert clause.number in on_page
    assert clause.text in on_page
    assert f"{clause.number} {clause.text}" in text(site.html("policy/").root.find(".//main"))


@pytest.mark.parametrize("address", ["policy/", *(f"policy/{clause.id}/" for clause in CLAUSES)])
def test_the_policy_says_that_it_has_not_been_adopted(address: str, site: Site) -> None:
    assert "not adopted" in text(site.html(address).root.find(".//main")).lower()


@pytest.mark.parametrize("id", [clause.id for clause in CLAUSES if clause.under])
def test_a_clause_from_a_list_stands_under_the_words_that_lead_into_it(id: str, site: Site, content: Content) -> None:
    """On its own, an action would read as stronger than the policy, without "the school will consider"."""
    clause = content.policy.clauses[id]
    lead = text(site.html(f"policy/{id}/").root.find(".//p[@class='ps-words__lead']"))
    assert content.policy.clauses[clause.under].text in lead
    assert content.policy.clauses[clause.under].section == clause.section


def test_a_definition_lists_the_clauses_that_use_it(site: Site, content: Content) -> None:
    shown: dict[str, set[str]] = {}
    for element in site.html("definitions/").root.find(".//div[@class='ps-words-of-page']"):
        if element.tag == "h2":
            links = shown[element.get("id")] = set()
        links |= {a.get("href") for a in element.iter("a")}
    for key, ids in content.used_in.items():
        own = {term.clause for name, term in content.terms.terms.items() if name == key and term.clause}
        assert {link for link in shown[key] if link.startswith("../policy/")} == {f"../policy/{id}/" for id in {*ids, *own}}
    assert "set-out-action" in content.used_in["parent"]


BROKEN = {
    "a clause interrupted by a blank line": ("violence.\n", "violence.\n\nEven as a joke.\n", "belong to no clause"),
    "an id twice": ('clause("threats")', 'clause("police")', "a second time"),
    "a clause's id used by a section": ('section("procedure"', 'section("threats"', "a second time"),
    "an id that is no address": ('clause("threats")', 'clause("Threats!")', "small letters"),
    "a clause without words": ("  Making racist comments.\n", "", "has no words"),
    "a clause above the first heading": (
        '## {{ section("overview"',
        '{{ clause("early") }}\nWords.\n\n## {{ section("overview"',
        "no section",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_clause_index_refuses(name: str) -> None:
    before, after, says = BROKEN[name]
    text = (ROOT / policy.NAME).read_text("utf-8")
    assert before in text
    with pytest.raises(Mistakes, match=says):
        policy.read(text.replace(before, after, 1))
