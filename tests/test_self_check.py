"""The check before posting: its scenarios by real clicks, with JavaScript off and on, and its privacy."""

import pytest
from playwright.sync_api import Page

from macros.build import ROOT
from macros.self_check import Scenario, SelfCheck, Verdict, verdict
from macros.strict_yaml import load
from tests.site import Site

CHECK: SelfCheck = load(ROOT / "docs/_shared/self-check.yml", "self-check.yml", SelfCheck).entries
RESULT = ".ps-check__see a"


def shown(page: Page) -> Verdict:
    """The verdict, reasons and open questions that can be seen on the page."""

    def visible(attribute: str) -> tuple[str, ...]:
        read = "(all, name) => all.filter(item => item.checkVisibility()).map(item => item.getAttribute(name))"
        return tuple(page.locator(f"[data-{attribute}]").evaluate_all(read, f"data-{attribute}"))

    cards = visible("verdict")
    assert len(cards) <= 1, "two verdicts at once"
    return Verdict(cards[0] if cards else "", visible("reason"), visible("missing"))


@pytest.mark.parametrize("scenario", CHECK.scenarios, ids=lambda scenario: scenario.post)
def test_a_post_comes_out_as_it_must(scenario: Scenario, page: Page, site: Site) -> None:
    page.goto(site.url + "before-you-post/")
    for id in scenario.answers:
        page.locator(f"#{id}").click()
    assert shown(page).outcome == "", "the result shows only when asked for"
    page.locator(RESULT).click()
    assert shown(page).outcome == scenario.outcome
    assert shown(page) == verdict(scenario.answers, CHECK)


def test_nothing_answered_says_what_is_open(page: Page, site: Site) -> None:
    page.goto(site.url + "before-you-post/#result")
    assert shown(page) == Verdict("todo", (), ("examples", *CHECK.questions))


def test_every_question_and_example_is_the_policys_own_words(site: Site, page: Page, content) -> None:
    page.goto(site.url + "before-you-post/")
    words = page.locator(".ps-check").inner_text().replace("’", "'").replace("“", '"').replace("”", '"')
    for id in [*CHECK.examples.boxes, *CHECK.questions]:
        for sentence in content.policy.clauses[id].sentences:
            assert sentence in words


def test_every_reason_links_to_its_clause(site: Site) -> None:
    for reason in site.html("before-you-post/").all(".//li[@data-reason]"):
        clause = reason.get("data-reason")
        for reply in ("-yes", "-no", "-unsure"):
            clause = clause.removesuffix(reply)
        assert f"../policy/{clause}/" in [a.get("href") for a in reason.iter("a")]


def test_every_verdict_ends_with_somebody_to_go_to(site: Site) -> None:
    for key, outcome in CHECK.outcomes.items():
        links = {a.get("href") for a in site.html("before-you-post/").all(f".//div[@data-for='{key}']//a")}
        assert outcome.talk_to and {f"../raise-a-concern/#{route}" for route in outcome.talk_to} <= links


def test_help_for_a_child_in_danger_comes_before_the_first_question(page: Page, site: Site) -> None:
    page.goto(site.url + "before-you-post/")
    help_now, question = page.locator("a[href='tel:999']").bounding_box(), page.locator("fieldset").first.bounding_box()
    assert help_now["y"] < question["y"]


def test_start_again_gives_a_page_with_no_answers(page: Page, site: Site) -> None:
    page.goto(site.url + "before-you-post/")
    page.locator("#threats").click()
    page.locator("#right-channel-no").click()
    page.locator(RESULT).click()
    page.locator(".ps-result__end a").click()
    page.wait_for_load_state()
    assert page.url == site.url + "before-you-post/"
    assert page.locator("input:checked").count() == 0


def test_back_gives_the_answers_back(page: Page, site: Site) -> None:
    page.goto(site.url + "before-you-post/")
    page.locator("#threats").click()
    page.locator("#right-channel-no").click()
    page.locator(RESULT).click()
    page.locator("[data-reason='threats'] a").first.click()
    page.wait_for_url("**/policy/threats/")
    page.go_back()
    assert page.locator("#threats").is_checked() and page.locator("#right-channel-no").is_checked()
    assert shown(page).outcome == "stop"


def test_the_keyboard_alone_reaches_a_verdict(page: Page, site: Site) -> None:
    page.goto(site.url + "before-you-post/")
    page.locator("#none").focus()
    page.keyboard.press("Space")
    for _ in CHECK.questions:
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")  # from the first answer, not chosen yet, to the second: No
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#result")
    assert shown(page) == verdict(["none", *(f"{question}-no" for question in CHECK.questions)], CHECK)


def test_with_javascript_focus_goes_to_the_result_and_on_to_an_open_question(browser, site: Site) -> None:
    page = browser.new_page()
    page.goto(site.url + "before-you-post/")
    page.locator("#none").click()
    page.locator(RESULT).click()
    page.wait_for_function("document.activeElement.id === 'result-heading'")
    page.locator("[data-missing='private-discussion'] a").click()
    assert page.evaluate("document.activeElement.id") == "private-discussion-yes"
    assert page.url == site.url + "before-you-post/#result"
    page.close()


def test_without_has_every_answer_has_its_advice_beside_it(browser, site: Site) -> None:
    """A browser that does not know :has() ignores the whole @supports block; here it is taken out."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/site.css", lambda route: route.fulfill(body=without_has(site), content_type="text/css"))
    page.goto(site.url + "before-you-post/")
    for _, id, answer in CHECK.inputs():
        if answer.because:
            beside = page.locator(f".ps-check__choice:has(#{id}) + .ps-check__advice")
            assert beside.is_visible()
            assert beside.inner_text().startswith(CHECK.outcomes[answer.leads_to].heading)
    context.close()


def without_has(site: Site) -> str:
    css = (site.folder / "site.css").read_text("utf-8")
    start = css.index("@supports selector(:has(:checked))")
    return css[:start] + css[css.index("\n}\n", start) + 3 :]


def test_nothing_is_sent_or_stored_while_answering(page: Page, site: Site) -> None:
    page.goto(site.url + "before-you-post/", wait_until="networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    for _, id, _ in CHECK.inputs():
        page.locator(f"#{id}").click()
    page.locator(RESULT).click()
    assert shown(page).outcome == "stop"
    assert requests == []
    assert page.context.cookies() == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.url == site.url + "before-you-post/#result"
