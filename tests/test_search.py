"""Search: what is typed finds what it names, nothing is sent, and without JavaScript there is the A to Z."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from macros.reading.markup import fill
from macros.shared.pages import address
from tests.site import Built, straight

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text("utf-8"))
BOX, STATUS = "#search-words", ".ps-search [role='status']"
COMMON = "words => words.filter(word => lunr.stopWordFilter(word))"
FOUND = "typed => find(typed).map(({ ref }) => places[ref].address)"


def opened(browser: Browser, site: Built) -> Iterator[Page]:
    """A search page on a phone, opened once, with what the browser complains of."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(site.url + "search/")
    yield page
    context.close()


@pytest.fixture(scope="module")
def tab(browser: Browser, site: Built) -> Iterator[Page]:
    yield from opened(browser, site)


@pytest.fixture(scope="module")
def of_the_school(browser: Browser, school: Built) -> Iterator[Page]:
    yield from opened(browser, school)


@pytest.fixture(autouse=True)
def quiet(request: pytest.FixtureRequest) -> Iterator[None]:
    """The browser complains of nothing; of an earlier test is no fault of this one."""
    pages = [request.getfixturevalue(name) for name in ("tab", "of_the_school") if name in request.fixturenames]
    for page in pages:
        page.complaints.clear()
    yield
    assert [page.complaints for page in pages if page.complaints] == []


def found(tab: Page) -> list[str]:
    links = tab.locator(".ps-search li a").evaluate_all("all => all.map(link => link.href)")
    return [link.split("/parents/")[1] for link in links]


@pytest.mark.parametrize("query", QUERIES)
def test_what_a_parent_types_finds_first_what_they_mean(query: str, of_the_school: Page) -> None:
    of_the_school.fill(BOX, query)
    assert found(of_the_school)[0] == QUERIES[query]


def test_how_much_of_what_parents_type_finds_first_what_they_mean(
    tab: Page, site: Built, record_property: Callable[[str, object], None]
) -> None:
    """Words are free, so this is told and not demanded; whoever writes them mends it in search.yml."""
    missed = {}
    for typed, target in site.content.search.looked_for.items():
        path, _, anchor = target.partition("#")
        tab.fill(BOX, typed)
        if found(tab)[:1] != [address(path) + (f"#{anchor}" if anchor else "")]:
            missed[typed] = target
    total = len(site.content.search.looked_for)
    says = f"search: {total - len(missed)} of {total} things that parents type find first what they mean"
    record_property("search", says + "".join(f"\n  {typed}: {target}" for typed, target in missed.items()))


def plainly(words: str) -> str:
    """Words as somebody types them who leaves out every sign."""
    return " ".join(re.findall(r"[A-Za-z0-9']+", straight(words)))


def test_everything_is_found_by_its_name_and_by_the_words_that_parents_use_for_it(tab: Page, site: Built) -> None:
    missed = []
    for place in site.register().places:
        there = f"../{address(place.path)}" + (f"#{place.anchor}" if place.anchor else "")
        for words in filter(None, map(plainly, (place.title, *place.also))):
            if tab.evaluate(COMMON, words.lower().split()) and there not in tab.evaluate(FOUND, words):
                missed.append(f"{words}: {there}")
    assert missed == []


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
        "x <img src=x onerror=alert(1)>",
        "</script>",
        "x" * 10_000,
        "the",
        "zzzzqqq",
        "💬",
    ],
)
def test_whatever_is_typed_gives_a_sensible_answer(typed: str, tab: Page) -> None:
    tab.fill(BOX, typed)
    status = tab.locator(STATUS)
    expect(status).not_to_be_empty() if typed.strip() else expect(status).to_be_empty()
    assert found(tab) or tab.locator(".ps-all").is_visible(), "nothing found leaves the A to Z"
    assert tab.locator(".ps-search img").count() == 0


@pytest.fixture(scope="module")
def title(tab: Page, site: Built) -> str:
    """What a page is called, in words that search does not pass over."""
    titles = [plainly(place.title) for place in site.register().places]
    return next(title for title in titles if tab.evaluate(COMMON, title.lower().split()) and tab.evaluate(FOUND, title))


def test_the_number_of_results_is_announced_and_the_keyboard_reaches_them(tab: Page, site: Built, title: str) -> None:
    labels = site.content.search.labels
    tab.fill(BOX, title)
    n = len(tab.evaluate(FOUND, title))
    expect(tab.locator(STATUS)).to_have_text(labels.one if n == 1 else fill(labels.many, n=n))
    first = tab.locator(".ps-search li a").first
    words, there = first.inner_text(), first.evaluate("link => link.href")
    tab.focus(BOX)
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.textContent") == words
    tab.keyboard.press("Enter")
    tab.wait_for_url(there)
    tab.go_back()
    tab.wait_for_function("words => document.querySelector('.ps-search li a')?.textContent === words", arg=words)


def test_nothing_is_sent_or_stored_while_searching(tab: Page, site: Built, title: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.fill(BOX, title)
    assert found(tab)
    assert asked == []
    assert tab.url == site.url + "search/"
    assert tab.context.storage_state() == {"cookies": [], "origins": []}


def test_without_javascript_there_is_the_a_to_z_and_no_box(browser: Browser, site: Built) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + "search/")
    assert not page.locator(BOX).is_visible()
    links = page.locator(".ps-all a").all()
    assert links
    assert all(link.is_visible() for link in links)
    context.close()
