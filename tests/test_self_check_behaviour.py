"""How the check behaves in a visitor's hands: Back, reload, keyboard, an old browser, no stylesheet, paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.shared.self_check import NONE, TICK_BOXES, verdict
from tests.site import Built, sheets, straight
from tests.test_self_check import CHECK, RESULT, STOP, shown

QUESTION, LAST = next(iter(CHECK.questions)), list(CHECK.questions)[-1]
ASKED = {id: question for question, id, _ in CHECK.inputs()}
OTHERS = [id for id, question in ASKED.items() if question not in (ASKED[STOP], TICK_BOXES) and id.endswith("-no")]
GIVEN = {STOP, *OTHERS[:1]}
CLAUSE = f"policy/{STOP if ASKED[STOP] == TICK_BOXES else ASKED[STOP]}/"
FITS = (
    12_000,
    20,
)  # characters of the check's words, and answers to give: so much fits on one sheet; a longer check takes two

HIDDEN = """() => {
  const item = document.activeElement, box = item.getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight) return item.outerHTML;
  const on = document.elementFromPoint(box.x + box.width / 2, Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 1));
  return item.contains(on) || on?.closest('label')?.control === item || on?.contains(item) ? '' : item.outerHTML;
}"""


def test_start_again_gives_a_page_with_no_answers(page: Page, site: Built) -> None:
    page.goto(site.url + "before-you-post/")
    for id in GIVEN:
        page.locator(f"#{id}").click()
    page.locator(RESULT).click()
    page.locator(".ps-result__end a").click()
    page.wait_for_load_state()
    assert page.url == site.url + "before-you-post/"
    assert page.locator("input:checked").count() == 0


def test_with_javascript_back_after_start_again_brings_no_answers_back(tab: Page, site: Built) -> None:
    tab.goto(site.url + "before-you-post/")
    tab.locator(f"#{STOP}").click()
    tab.locator(RESULT).click()
    tab.locator(".ps-result__end a").click()
    tab.wait_for_url("**/before-you-post/")
    tab.go_back()
    assert tab.locator("input:checked").count() == 0


def test_back_gives_the_answers_back(page: Page, site: Built) -> None:
    page.goto(site.url + "before-you-post/")
    for id in GIVEN:
        page.locator(f"#{id}").click()
    page.locator(RESULT).click()
    page.locator(f"[data-reason='{STOP}'] a[href$='{CLAUSE}']").click()
    page.wait_for_url(f"**/{CLAUSE}")
    page.go_back()
    given = page.locator("input:checked").evaluate_all("all => all.map(input => input.id)")
    assert set(given) == GIVEN and shown(page) == verdict(given, CHECK)


def test_the_keyboard_alone_reaches_a_verdict(page: Page, site: Built) -> None:
    page.goto(site.url + "before-you-post/")
    page.locator(f"#{NONE}").focus()
    page.keyboard.press("Space")
    for question in CHECK.questions:
        while page.evaluate("document.activeElement.name") != question:  # past a link in a hint
            page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")  # from the first answer, not chosen yet, to the second: No
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#result")
    assert shown(page) == verdict([NONE, *(f"{question}-no" for question in CHECK.questions)], CHECK)


def test_with_javascript_focus_goes_to_the_result_and_on_to_an_open_question(tab: Page, site: Built) -> None:
    tab.goto(site.url + "before-you-post/")
    tab.locator(f"#{NONE}").click()
    tab.locator(RESULT).click()
    tab.wait_for_function("document.activeElement.id === 'result-heading'")
    tab.locator(f"[data-missing='{LAST}'] button").click()
    assert tab.evaluate("document.activeElement.id") == f"{LAST}-yes"
    assert tab.url == site.url + "before-you-post/#result"


def test_without_has_every_answer_has_its_advice_beside_it(browser, site: Built) -> None:
    """A browser that does not know :has() ignores the whole @supports block; here it is taken out."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/site.css", lambda route: route.fulfill(body=without_has(site), content_type="text/css"))
    page.goto(site.url + "before-you-post/")
    for _, id, answer in CHECK.inputs():
        if answer.because:
            beside = page.locator(f".ps-check__choice:has(#{id}) + .ps-check__advice")
            assert beside.is_visible()
            assert straight(beside.inner_text()).startswith(straight(CHECK.outcomes[answer.leads_to].heading))
    context.close()


def without_has(site: Built) -> str:
    css = (site.folder / "site.css").read_text("utf-8")
    start = css.index("@supports selector(:has(:checked))")
    return css[:start] + css[css.index("\n}\n", start) + 3 :]


def test_reload_shows_what_the_answers_on_the_page_say(page: Page, site: Built) -> None:
    page.goto(site.url + "before-you-post/")
    page.locator(f"#{STOP}").click()
    page.locator(RESULT).click()
    page.reload()
    given = page.locator("input:checked").evaluate_all("all => all.map(input => input.id)")
    assert shown(page) == verdict(given, CHECK)


def test_the_address_never_says_more_than_result(page: Page, site: Built) -> None:
    visited: set[str] = set()
    page.on("framenavigated", lambda frame: visited.add(frame.url))
    page.goto(site.url + "before-you-post/")
    for _, id, _ in CHECK.inputs():
        page.locator(f"#{id}").click()
        page.keyboard.press("Enter")
    page.locator(RESULT).click()
    page.locator(".ps-result__end a").click()
    page.wait_for_url("**/before-you-post/")
    assert visited == {site.url + "before-you-post/", site.url + "before-you-post/#result"}


def test_a_fragment_that_does_not_exist_shows_the_questions_and_no_result(page: Page, site: Built) -> None:
    page.goto(site.url + "before-you-post/#results")
    assert page.locator("fieldset").first.is_visible()
    assert shown(page).outcome == ""


def test_arrow_keys_choose_among_the_answers_of_one_question(page: Page, site: Built) -> None:
    page.goto(site.url + "before-you-post/")
    page.locator(f"#{QUESTION}-yes").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator(f"#{QUESTION}-unsure").is_checked()
    page.keyboard.press("ArrowDown")
    assert page.locator(f"#{QUESTION}-yes").is_checked()
    assert page.locator("input:checked").count() == 1


def test_focus_is_never_hidden_on_the_way_through_the_page(page: Page, site: Built) -> None:
    page.goto(site.url + "before-you-post/")
    seen: list[str] = []
    for _ in range(1000):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        assert page.evaluate(HIDDEN) == ""
        seen.append(straight(page.evaluate("document.activeElement.id || document.activeElement.textContent")))
        if seen[-1] == straight(CHECK.labels.see_result):
            page.keyboard.press("Enter")
            page.wait_for_url("**/#result")
    assert straight(CHECK.labels.again) in seen, "the way leads through the result"
    boxes = [id for question, id, _ in CHECK.inputs() if question == TICK_BOXES]
    assert [id for id in seen if id in boxes] == boxes, "every tick box is reached, in the order of the page"


def test_without_a_stylesheet_everything_is_there_to_read(browser: Browser, site: Built) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/site.css", lambda route: route.abort())
    page.goto(site.url + "before-you-post/")
    for _, id, answer in CHECK.inputs():
        assert page.locator(f"#{id}").is_visible()
        assert page.locator(f"label[for='{id}']").is_visible()
        if answer.because:
            assert page.locator(f"[data-reason='{id}']").is_visible()
    for outcome in CHECK.outcomes:
        assert page.locator(f"[data-verdict='{outcome}']").is_visible()
    context.close()


@pytest.mark.parametrize("answers", [[], sorted(GIVEN)], ids=["nothing ticked", "some answers"])
def test_on_paper_the_check_has_every_answers_advice_on_one_sheet_as_long_as_it_fits(
    answers: list[str], tab: Page, site: Built, tmp_path: Path
) -> None:
    tab.goto(site.url + "before-you-post/")
    for id in answers:
        tab.locator(f"#{id}").click()
    tab.emulate_media(media="print")
    for _, id, answer in CHECK.inputs():
        assert tab.locator(f"label[for='{id}']").is_visible()
        if answer.because:
            assert tab.locator(f".ps-check__choice:has(#{id}) + .ps-check__advice").is_visible()
    assert tab.locator("[data-for='talk'] .ps-advice__routes").is_visible()
    size = len(tab.locator(".ps-check").text_content()), len(list(CHECK.inputs()))
    assert sheets(tab) <= (1 if size[0] <= FITS[0] and size[1] <= FITS[1] else 2)


def test_on_paper_a_result_is_printed_without_the_questions(tab: Page, site: Built) -> None:
    tab.goto(site.url + "before-you-post/")
    tab.locator(f"#{STOP}").click()
    tab.locator(RESULT).click()
    tab.emulate_media(media="print")
    assert shown(tab) == verdict([STOP], CHECK)
    assert not tab.locator("fieldset").first.is_visible()
