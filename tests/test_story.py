"""Two years of a school: on each day the site says what applies, what will, and what is only proposed."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.policy.plain import plain
from tests.conftest import served
from tests.looks import faults
from tests.pdf_words import words
from tests.site import Built, straight, text
from tests.story import CHAPTERS, School, act

pytestmark = pytest.mark.xdist_group("story")  # it is acted once


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> tuple[School, dict[str, Built]]:
    return act(tmp_path_factory.mktemp("story"))


@pytest.fixture(scope="module")
def school(years: tuple[School, dict[str, Built]]) -> School:
    return years[0]


@pytest.fixture(scope="module")
def on(years: tuple[School, dict[str, Built]]) -> dict[str, Built]:
    """The site as it was built on each day of the story."""
    return years[1]


@pytest.mark.parametrize("day", CHAPTERS)
def test_on_each_day_no_look_finds_anything(day: str, on: dict[str, Built], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODAY", day)
    assert faults(on[day]) == {}


APPLIES = {
    "2027-01-05": None,
    "2027-01-12": None,
    "2027-02-01": "2027-01",
    "2027-05-10": "2027-01",
    "2027-06-20": "2027-01",
    "2027-06-28": "2027-01",
    "2027-07-02": "2027-06-urgent",
    "2028-06-20": "2027-06-urgent",
    "2028-07-04": "2027-06-urgent",
    "2028-07-06": "2028-07",
}


@pytest.mark.parametrize("day", APPLIES)
def test_what_applies_on_a_day_is_cited_on_that_day(day: str, on: dict[str, Built]) -> None:
    label, html = APPLIES[day], on[day].html("policy/talk-first/")
    applies = on[day].content.standing.applies
    assert (applies and applies.label) == label
    cited = text(html.main.find(".//p[@class='ps-copy']"))
    assert (f"(version {label}, held since" in cited) is bool(label)
    assert cited.endswith(f"/versions/{label}/#talk-first" if label else "talk-first" if day != "2027-01-05" else "/")


def test_a_proposal_that_was_refused_left_nothing_behind(on: dict[str, Built]) -> None:
    assert all("must ask" not in text(site.html("policy/").main) for site in on.values())


def test_a_change_without_its_reason_is_not_accepted(school: School) -> None:
    (refused,) = [line for line in school.told if "networks-without-reason. The check says" in line]
    assert "says no reason why the definition 'network' changed" in refused


def test_between_adoption_and_the_first_day_nothing_applies_and_no_letter_can_warn(on: dict[str, Built]) -> None:
    for day, there in {"2027-01-05": False, "2027-01-12": False, "2027-02-01": True}.items():
        assert bool(on[day].html("letters/last-word/").all(".//*[@data-words]")) is there


def test_a_wrong_minute_is_put_right_beside_a_record_that_stays(on: dict[str, Built]) -> None:
    right = "Slip, mended 2 March 2027: The number of the minute is 8/27 and not 7/27."
    before, after = (on[day] for day in ("2027-02-01", "2027-03-02"))
    for address in ("policy/versions/2027-01/", "changes/", "policy/"):
        assert right not in text(before.html(address).main)
        assert right in text(after.html(address).main)
        assert address == "policy/" or "Minute 7/27" in text(after.html(address).main)
    assert "".join(right.split()) in words(after.folder / "policy/versions/2027-01.pdf")
    record = "docs/_versions/2027-01.json"
    assert hashlib.sha256((before.project / record).read_bytes()).hexdigest() in {
        hashlib.sha256((site.project / record).read_bytes()).hexdigest() for site in on.values()
    }


def test_a_definition_that_changed_says_which_is_which_until_its_day(on: dict[str, Built]) -> None:
    for day, stands in {
        "2027-03-02": "",
        "2027-05-10": "Only tried out:",
        "2027-06-20": "New on 1 September 2027:",
    }.items():
        said = text(on[day].html("definitions/").main)
        assert (stands in said) if stands else ("The rule now" not in said)
        assert not stands or ("The rule now, by version 2027-01:" in said and "Any place online" in said)


def test_an_example_that_is_to_go_is_no_longer_asked_and_says_that_it_still_applies(on: dict[str, Built]) -> None:
    site = on["2027-06-20"]
    assert "rumours" not in site.content.self_check.tick_boxes.boxes
    page = text(site.html("policy/rumours/").main)
    assert "The rule now, by version 2027-01:" in page and "Dropped on 1 September 2027, by version 2027-06." in page
    assert "Soon to be dropped." in text(site.html("policy/").main)
    assert "dropped on 1 July 2027" in text(on["2027-07-02"].html("policy/").main)


def test_the_check_says_what_it_does_not_ask_and_the_poster_has_what_applies(on: dict[str, Built]) -> None:
    for day in ("2027-05-10", "2027-06-20"):
        (box,) = on[day].html("before-you-post/").all(".//div[@class='ps-status']")
        assert "Rule 3.5: Passing on a rumour about the school." in text(box)
        assert "Passing on a rumour" in text(on[day].html("poster/").main)
    assert not on["2027-07-02"].html("before-you-post/").all(".//div[@class='ps-status']")
    assert "Passing on a rumour" not in text(on["2027-07-02"].html("poster/").main)


def test_the_urgent_version_applies_alone_and_the_other_says_that_it_never_did(on: dict[str, Built]) -> None:
    page = text(on["2027-07-02"].html("policy/versions/2027-06/").main)
    assert "These rules never held." in page
    assert straight("These rules never held.") in page
    assert "Theserulesneverheld." in words(on["2027-07-02"].folder / "policy/versions/2027-06.pdf")
    staff = text(on["2028-06-20"].html("staff/").main)
    assert "version 2027-06," not in staff, "nobody can cite what never applied"
    assert "Held from 1 February 2027 to 1 July 2027" in staff


def test_the_reminder_and_the_page_say_that_the_review_is_overdue(school: School, on: dict[str, Built]) -> None:
    assert any("the reminder says: Version 2027-06-urgent should have been looked at" in line for line in school.told)
    overdue = "Somebody should have looked at them by 15 June 2028."
    assert overdue in plain(on["2028-06-20"].register().show("status.md"))
    assert overdue not in plain(on["2028-07-06"].register().show("status.md"))


def test_adopting_the_same_words_again_says_so(school: School, on: dict[str, Built]) -> None:
    (said,) = [line for line in school.told if line.startswith("2028-07-04  adopted")]
    assert said.endswith("The text is that of version 2027-06-urgent.")
    first, again = (on["2028-07-06"].content.versions[n].words for n in (-2, -1))
    assert first == again and first in said


@pytest.mark.parametrize("day", ["2027-01-05", "2027-06-20", "2028-07-06"])
def test_anybody_can_check_a_fingerprint_by_hand(day: str, on: dict[str, Built]) -> None:
    """The plain SHA-256 of the text begins with it; and the text has the words of the PDF."""
    site = on[day]
    texts = {"policy": site.content.fingerprint} | {v.pdf.removesuffix(".pdf"): v.words for v in site.content.versions}
    for name, fingerprint in texts.items():
        file = site.folder / (f"{name}.txt" if name == "policy" else f"policy/versions/policy-{Path(name).name}.txt")
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        assert digest.startswith(fingerprint.replace("-", ""))
        if name != "policy":
            assert digest in site.html(f"{name}/").source and fingerprint in text(site.html(f"{name}/").main)
        printed = words(site.folder / f"{name}.pdf")
        said = "".join(straight(file.read_text("utf-8")).split())
        if name == "policy":  # where each clause that is not in force as it stands says so
            for mark in (site.content.wording.clause.proposed, "New on 1 September 2027", "Now 3.6"):
                printed = printed.replace(mark.replace(" ", ""), "")
        assert said and straight(printed).endswith(said)


@pytest.fixture
def clock(browser: Browser, on: dict[str, Built]) -> Iterator[object]:
    """Opens a page of the site of a day on a later one, by the reader's own clock; gives what shows there."""
    context = browser.new_context()

    def opened(built: str, read: str, address: str = "policy/") -> str:
        with served(replace(on[built])) as site:
            tab = context.new_page()
            tab.clock.set_fixed_time(datetime.fromisoformat(read).replace(hour=12, tzinfo=UTC))
            tab.goto(site.url + address)
            return " ".join(tab.locator("body").inner_text().split())

    yield opened
    context.close()


BEGUN, OVERDUE, OLD = "The day is here: version", "Somebody should have looked at them", "That was long ago"


@pytest.mark.parametrize(
    "built, read, says",
    [
        ("2027-06-28", "2027-06-28", []),
        ("2027-06-28", "2027-07-01", [BEGUN]),
        ("2027-07-02", "2027-07-20", []),
        ("2027-07-02", "2028-06-15", [OLD]),
        ("2027-07-02", "2028-06-16", [OVERDUE, OLD]),
    ],
)
def test_a_year_without_a_build_the_readers_clock_says_what_is_due(
    built: str, read: str, says: list[str], clock: object
) -> None:
    for address in ("policy/", "policy/talk-first/", "index.html"):
        shown = clock(built, read, address)
        assert [words for words in (BEGUN, OVERDUE, OLD) if words in shown] == says, address
    assert "Made on" in shown


def test_nor_can_a_letter_then_warn_under_words_that_applied_until_that_day(clock: object) -> None:
    for read, there in (("2027-06-30", True), ("2027-07-01", False)):
        shown = clock("2027-06-28", read, "letters/last-word/")
        assert ("You can no longer write on our pages" in shown) is there
        assert (BEGUN in shown) is not there
