"""What was adopted stays readable for ever as it was, and each page says which version it shows."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.checks.load import load
from macros.commands.adopt import adopt
from macros.policy.plain import plain
from macros.register import Register
from tests.conftest import served
from tests.modes import faults_in_every_mode
from tests.projects import DAY, REASONS, SECOND, adopted_once, adopted_twice, copy_of
from tests.site import Built, built, text

pytestmark = pytest.mark.xdist_group("versions")  # their site is built once
EARLIER = ".//div[@class='ps-earlier']"


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The site of the school with two versions, on a day when the first one is still in force."""
    with served(built(adopted_twice(tmp_path_factory.mktemp("twice")), DAY)) as site:
        yield site


PAGES = ["changes/", "policy/", "policy/versions/2027-01/", "policy/talk-first/", "policy/ask-the-network/", "staff/"]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_about_versions_is_without_fault_in_every_mode(address: str, tab: Page, twice: Built) -> None:
    tab.goto(twice.url + address)
    assert faults_in_every_mode(tab) == {}


def test_on_the_day_before_it_is_in_force_the_version_before_it_applies(twice: Built) -> None:
    box = text(twice.html("policy/").root.find(".//div[@class='ps-status']"))
    assert "Version 2027-06 begins on 1 September 2027" in box
    assert "Until then, version 2027-01 holds." in box


def test_a_withdrawn_clause_that_is_still_in_force_says_so(twice: Built) -> None:
    html = twice.html("policy/ask-the-network/")
    today, coming = (text(box) for box in html.all(".//div") if "ps-words" in (box.get("class") or "").split())
    assert today.startswith("The rule now, by version 2027-01:") and today.endswith("to take the words down.")
    assert coming == "Dropped on 1 September 2027, by version 2027-06."
    assert "(version 2027-01, held since 1 February 2027)" in text(html.main)
    listed = text(twice.html("policy/").main.find(".//a[@id='ask-the-network']/.."))
    assert "Soon to be dropped. For now it holds, in version 2027-01." in listed


def test_an_old_version_says_first_that_it_is_not_the_current_one(
    twice: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TODAY", SECOND["in_force_from"])
    content = load(twice.project)
    page = plain(Register(content, lambda: "policy/versions/2027-01.md").version_page("2027-01"))
    over = "These rules are over. They held from 1 February 2027 to 1 September 2027. Today version 2027-06 holds."
    assert page.startswith(over)


def test_a_number_from_an_old_letter_leads_to_the_clause_of_today(twice: Built, tmp_path: Path) -> None:
    assert not twice.html("policy/versions/2027-01/").all(".//div[@class='ps-numbers']"), "its numbers are today's"
    later = built(copy_of(twice.project, tmp_path / "later"), date(2027, 9, 1))
    rows = later.html("policy/versions/2027-01/").all(".//div[@class='ps-numbers']//tbody/tr")
    table = {text(row[0]): (row[1].find("a").get("href"), text(row[1])) for row in rows}
    assert table["3.5"] == ("../../rumours/", "3.3 Rumours")
    assert table["5.5"] == ("../../shut-out/", "To be shut out (dropped)")
    assert list(table) == [clause.number for clause in twice.content.versions[0].clauses]


def test_a_clauses_page_has_its_earlier_wordings_with_dates(twice: Built, tmp_path: Path) -> None:
    later = built(copy_of(twice.project, tmp_path / "later"), date(2027, 9, 1))
    earlier = later.html("policy/talk-first/").root.find(EARLIER)
    assert "from 1 February 2027 to 1 September 2027: The school will usually ask the family in" in text(earlier)
    assert earlier.find(".//a").get("href") == "../versions/2027-01/#talk-first"
    assert twice.html("policy/talk-first/").root.find(EARLIER) is None, "they still apply"
    assert twice.html("policy/insults/").root.find(EARLIER) is None, "its words never changed"
    assert later.html("policy/ask-the-network/").root.find(EARLIER) is not None


def test_staff_can_cite_what_a_clause_said_in_the_version_in_force(twice: Built) -> None:
    copied = [text(span) for span in twice.html("staff/").all(".//span[@data-words]")]
    said = [words for words in copied if "held since 1 February 2027" in words]
    assert any(words.endswith("policy/versions/2027-01/#insults") for words in said)
    assert not any("old-quarrels" in words for words in said), "it was in no version in force"


CHOSEN = {  # a clause and a day, and what it said then
    ("talk-first", "2027-03-01"): "The school will usually ask",
    ("talk-first", "2027-09-01"): "The school must ask",
    ("old-quarrels", "2027-09-01"): "Bringing up an old quarrel",
    ("shut-out", "2027-08-31"): "#shut-out",
    ("talk-first", "2027-01-31"): "There was no such rule then.",
    ("old-quarrels", "2027-08-31"): "There was no such rule then.",
    ("shut-out", "2027-09-01"): "There was no such rule then.",
}


def test_whoever_writes_a_letter_chooses_clause_and_day_and_gets_words_and_lasting_link(
    tab: Page, twice: Built
) -> None:
    tab.goto(f"{twice.url}staff/")
    for (id, day), says in CHOSEN.items():
        tab.get_by_label("Rule", exact=True).select_option(id)
        tab.get_by_label("When", exact=True).fill(day)
        found = tab.locator(".ps-choose [aria-live]").inner_text()
        assert says in found
        assert ("policy/versions/" in found and f"#{id}" in found) is (says != "There was no such rule then.")
        assert tab.locator(".ps-choose button").count() == (says != "There was no such rule then.")


def test_without_a_script_each_day_stands_below_its_clause(twice: Built) -> None:
    (entry,) = [
        cite
        for cite in twice.html("staff/").all(".//div[@class='ps-cite']")
        if cite.find("h3").get("id") == "talk-first"
    ]
    days = {then.get("data-from"): text(then.find(".//dt")) for then in entry.findall(".//div[@class='ps-then']")}
    assert days == {
        "2027-02-01": "Held from 1 February 2027 to 1 September 2027",
        "2027-09-01": "To hold from 1 September 2027",
    }


def test_the_page_of_changes_has_every_version_newest_first(twice: Built) -> None:
    html = twice.html("changes/")
    headings = [text(h) for h in html.all(".//h3")]
    assert [words for words in headings if words.startswith("Version")] == ["Version 2027-06", "Version 2027-01"]
    assert "No change is planned" in text(html.main)
    assert [reason["why"] for reason in REASONS.values() if reason["why"] not in text(html.main)] == []


def test_data_in_a_version_stays_text(tmp_path: Path) -> None:
    project = adopted_once(tmp_path)
    adopt(project, SECOND | {"minute": "<b>7</b> x & #1", "approved_by": "us <i>(javascript:alert(1))</i>"}, DAY)
    html = built(project, DAY).html("policy/versions/2027-06/")
    assert "<b>7</b> x & #1" in text(html.root) and "us <i>(javascript:alert(1))</i>" in text(html.root)
    assert not [link for link in html.links() if "javascript" in link]
