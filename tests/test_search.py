"""Search: parents' own words find what they mean, nothing is sent, and without JavaScript there is the A to Z."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from macros.content import Content
from macros.search import places
from tests.site import ADDRESSES, Site, address

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text("utf-8"))
BOX = "#search-words"


@pytest.fixture(scope="module")
def tab(browser: Browser, site: Site) -> Iterator[Page]:
    """The search page on a phone, opened once, with what the browser complains of."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(site.url + "search/", wait_until="networkidle")
    yield page
    context.close()


@pytest.fixture(autouse=True)
def quiet(request: pytest.FixtureRequest) -> None:
    """What the browser complained of in an earlier test is no fault of this one."""
    if "tab" in request.fixturenames:
        request.getfixturevalue("tab").complaints.clear()


def found(tab: Page) -> list[str]:
    links = tab.locator(".ps-search li a").evaluate_all("all => all.map(link => link.href)")
    return [link.split("/parents/")[1] for link in links]


@pytest.mark.parametrize("query", QUERIES)
def test_what_a_parent_types_finds_first_what_they_mean(query: str, tab: Page) -> None:
    tab.fill(BOX, query)
    assert found(tab)[0] == QUERIES[query]
    assert tab.complaints == []


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "a",
        "?",
        "*",
        "~1",
        "+-:^",
        "libel <img src=x onerror=alert(1)>",
        "</script>",
        "x" * 10_000,
        "the",
        "zzzzqqq",
        "💬",
    ],
)
def test_whatever_is_typed_gives_a_sensible_answer(typed: str, tab: Page) -> None:
    tab.fill(BOX, typed)
    status = tab.locator(".ps-search [role='status']")
    expect(status).not_to_be_empty() if typed.strip() else expect(status).to_be_empty()
    assert found(tab) or tab.locator(".ps-all").is_visible(), "nothing found leaves the A to Z"
    assert tab.locator(".ps-search img").count() == 0
    assert tab.complaints == []


def test_the_number_of_results_is_announced_and_the_keyboard_reaches_them(tab: Page, content: Content) -> None:
    tab.fill(BOX, "libel")
    expect(tab.locator(".ps-search [role='status']")).to_have_text(content.search.labels.one)
    tab.focus(BOX)
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.textContent") == "Defamatory statements"
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/policy/defamation/")
    tab.go_back()
    tab.wait_for_function("document.querySelector('.ps-search li a')?.textContent === 'Defamatory statements'")
    assert tab.complaints == []


def test_nothing_is_sent_or_stored_while_searching(tab: Page, site: Site) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.fill(BOX, "my worry about a teacher")
    assert found(tab)
    assert asked == []
    assert tab.url == site.url + "search/"
    assert tab.context.storage_state() == {"cookies": [], "origins": []}


def test_without_javascript_everything_is_in_the_a_to_z(browser: Browser, site: Site, content: Content) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + "search/")
    assert not page.locator(BOX).is_visible()
    links = page.locator(".ps-all a").evaluate_all("all => all.map(link => link.href)")
    expected = {site.url + address(place.path) + (f"#{place.anchor}" if place.anchor else "") for place in places(content)}
    assert set(links) == expected and len(links) == len(expected)
    titles = page.locator(".ps-all h3").all_inner_texts()
    assert titles == sorted(titles)
    context.close()


@pytest.mark.parametrize("address", [address for address in ADDRESSES if address != "search/"])
def test_nothing_of_search_is_loaded_on_any_other_page(address: str, site: Site) -> None:
    html = site.html(address)
    assert not any("search" in script.get("src", "") for script in html.all(".//script"))
    assert [a for a in html.all(".//header//a") if a.get("href").rstrip("/").endswith("search")]
