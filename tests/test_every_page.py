"""Every page as visitors meet it: phone and computer, light and dark, with what it asks for and what it weighs."""

import gzip
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site import ADDRESSES, SUBFOLDER, Site

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
MOST_REQUESTS, MOST_BYTES = 4, 16_000  # design.md's figures for every page but search, compressed
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]}


@pytest.fixture
def tab(browser: Browser) -> Page:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_breaks_no_rule_of_accessibility_on_phone_and_computer_in_light_and_dark(address: str, tab: Page, site: Site) -> None:
    tab.goto(site.url + address)
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            tab.emulate_media(color_scheme=scheme)
            broken = Axe().run(tab, options=RULES).response["violations"]
            assert not broken, f"{width} px, {scheme}: " + "; ".join(f"{rule['id']} {rule['nodes'][0]['html']}" for rule in broken)


@pytest.mark.parametrize("outcome, ids", [("stop", ["threats"]), ("todo", ["none"]), ("talk", ["complaints-online"]), ("ok", ["none"])])
def test_every_outcome_of_the_check_breaks_no_rule_of_accessibility(outcome: str, ids: list[str], tab: Page, site: Site) -> None:
    tab.goto(site.url + "before-you-post/")
    rest = ["right-channel-yes", "private-discussion-no", "unjustified-harm-no"] if outcome in ("talk", "ok") else []
    for id in [*ids, *rest]:
        tab.locator(f"#{id}").click()
    tab.locator("a[href='#result']").first.click()
    assert tab.locator(f"[data-verdict='{outcome}']").is_visible()
    for scheme in SCHEMES:
        tab.emulate_media(color_scheme=scheme)
        assert not Axe().run(tab, options=RULES).response["violations"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_asks_only_its_own_site_is_small_and_gives_the_browser_nothing_to_complain_of(address: str, tab: Page, site: Site) -> None:
    asked: list[str] = []
    complaints: list[str] = []  # what the security policy blocks is among them
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(site.url + address)
    tab.wait_for_load_state("networkidle")
    assert complaints == []
    asked = [url for url in asked if not url.startswith("data:")]  # the icon, which is in the page itself
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site.url).netloc}
    files = [site.folder / urlsplit(url).path.removeprefix(SUBFOLDER).lstrip("/") for url in asked]
    weight = sum(len(gzip.compress((file / "index.html" if file.is_dir() else file).read_bytes())) for file in files)
    assert len(asked) <= MOST_REQUESTS
    assert weight <= MOST_BYTES
    assert tab.context.storage_state() == {"cookies": [], "origins": []}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_never_scrolls_sideways_on_a_narrow_phone(address: str, tab: Page, site: Site) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(site.url + address)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_one_taps_outside_a_sentence_is_44_pixels(address: str, tab: Page, site: Site) -> None:
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.goto(site.url + address)
    small = tab.locator("a:visible, button:visible, label:visible").evaluate_all(
        """all => all.filter(item => {
             const box = item.getBoundingClientRect();
             const inSentence = getComputedStyle(item).display === 'inline' && item.parentElement.textContent.trim() !== item.textContent.trim();
             const whole = getComputedStyle(item, '::after').position === 'absolute';
             return !inSentence && !whole && box.top >= 0 && (box.height < 44 || box.width < 44);
           }).map(item => item.outerHTML)"""
    )
    assert small == []
