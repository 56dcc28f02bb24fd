"""The site as a browser's own translation leaves it: every text wrapped anew, but where a page asks to leave it alone."""

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.shared.self_check import NONE, verdict
from tests.site import Built
from tests.test_self_check import CHECK, RESULT, STOP, shown

# What Chrome does to a page: each text becomes two elements inside each other, with other words.
TRANSLATE = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (text.data.trim() && !text.parentElement.closest('[translate="no"], script, style')) found.push(text);
  }
  for (const text of found) {
    const outer = document.createElement("font"), inner = document.createElement("font");
    inner.textContent = text.data.replace(/[a-z]/gi, "ż");
    outer.append(inner);
    text.replaceWith(outer);
  }
  return found.length;
}"""


LAST = list(CHECK.questions)[-1]
ANSWERS = ([STOP], [NONE, *(f"{question}-no" for question in CHECK.questions)], [NONE])


def translate(page: Page) -> None:
    assert page.evaluate(TRANSLATE) > 20


@pytest.mark.parametrize("before", [True, False], ids=["before the answers", "after them"])
@pytest.mark.parametrize("answers", ANSWERS, ids=str)
def test_the_check_gives_its_result(answers: list[str], before: bool, tab: Page, site: Built) -> None:
    tab.goto(site.url + "before-you-post/")
    if before:
        translate(tab)
    for id in answers:
        tab.locator(f"label[for='{id}']").click()
    if not before:
        translate(tab)
    tab.locator(RESULT).click()
    assert shown(tab) == verdict(answers, CHECK)
    tab.wait_for_function("document.activeElement.id === 'result-heading'")


def test_an_open_question_is_reached_and_the_answers_are_taken_away(tab: Page, site: Built) -> None:
    tab.goto(site.url + "before-you-post/")
    tab.locator(f"#{NONE}").click()
    tab.locator(RESULT).click()
    translate(tab)
    tab.locator(f"[data-missing='{LAST}'] button").click()
    assert tab.evaluate("document.activeElement.id") == f"{LAST}-yes"
    tab.locator(".ps-result__end a").click()
    tab.wait_for_url("**/before-you-post/")
    assert tab.locator("input:checked").count() == 0


def test_what_is_copied_stays_exact(browser: Browser, school: Built) -> None:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    for address in ("staff/", "letters/come-in/"):
        tab.goto(school.url + address)
        words = tab.locator("main [data-words]").first.inner_text().strip()
        translate(tab)
        tab.locator("main button").first.click()
        expect(tab.locator("[role='status']")).not_to_be_empty()
        assert tab.evaluate("navigator.clipboard.readText()") == words
    context.close()


def test_search_finds_the_same(tab: Page, school: Built) -> None:
    tab.goto(school.url + "search/")
    translate(tab)
    tab.locator("#search-words").fill("insult")
    expect(tab.locator(".ps-search li a").first).to_have_attribute("href", "../policy/insults/")
