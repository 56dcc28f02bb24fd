"""The check before posting: its scenarios by real clicks, with JavaScript off and on, and its privacy."""

import pytest
from playwright.sync_api import Page

from macros.reading.entries import read_entries
from macros.reading.project import ROOT
from macros.shared.self_check import TICK_BOXES, Scenario, SelfCheck, Verdict, verdict
from tests.reference import Reference
from tests.site import Built

CHECK: SelfCheck = read_entries(ROOT / "docs/_shared/self-check.yml", "self-check.yml", SelfCheck)
RESULT = ".ps-check__see a"
STOP = Reference(ROOT).that_leads_to("stop")[0]  # an answer that has its verdict at once


def shown(page: Page) -> Verdict:
    """The verdict, reasons and open questions that can be seen on the page."""

    def visible(attribute: str) -> tuple[str, ...]:
        read = "(all, name) => all.filter(item => item.checkVisibility()).map(item => item.getAttribute(name))"
        return tuple(page.locator(f"[data-{attribute}]").evaluate_all(read, f"data-{attribute}"))

    cards = visible("verdict")
    assert len(cards) <= 1, "two verdicts at once"
    return Verdict(cards[0] if cards else "", visible("reason"), visible("missing"))


@pytest.mark.parametrize("scenario", CHECK.scenarios, ids=lambda scenario: scenario.post)
def test_a_post_comes_out_as_it_must(scenario: Scenario, page: Page, site: Built) -> None:
    page.goto(site.url + "before-you-post/")
    for id in scenario.answers:
        page.locator(f"#{id}").click()
    assert shown(page).outcome == "", "the result shows only when asked for"
    page.locator(RESULT).click()
    assert shown(page).outcome == scenario.outcome
    assert shown(page) == verdict(scenario.answers, CHECK)


def test_nothing_answered_says_what_is_open(page: Page, site: Built) -> None:
    page.goto(site.url + "before-you-post/#result")
    assert shown(page) == Verdict("todo", (), (TICK_BOXES, *CHECK.questions))


def test_help_for_a_child_in_danger_comes_before_the_first_question(page: Page, site: Built) -> None:
    page.goto(site.url + "before-you-post/")
    help_now, question = page.locator(".ps-help a").first.bounding_box(), page.locator("fieldset").first.bounding_box()
    assert help_now["y"] < question["y"]


def test_nothing_is_sent_or_stored_while_answering(page: Page, site: Built) -> None:
    page.goto(site.url + "before-you-post/", wait_until="networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    for _, id, _ in CHECK.inputs():
        page.locator(f"#{id}").click()
    page.locator(f"#{STOP}").check()
    page.locator(RESULT).click()
    assert shown(page).outcome == "stop"
    assert requests == []
    assert page.context.cookies() == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.url == site.url + "before-you-post/#result"
