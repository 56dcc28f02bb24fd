"""Every page in every mode that a visitor may use it in; and what each page asks for and weighs."""

import gzip
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.axe import broken_rules
from tests.site import ADDRESSES, SUBFOLDER, WITH_SCRIPTS, Site

SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
MOST = {"requests": 4, "bytes": 16_000}  # design.md's figures for every page but search, compressed
MOST_FOR_SEARCH = {"requests": 6, "bytes": 64_000}  # the library and the index besides
LEAST_TARGET = 44  # CSS pixels, WCAG 2.2 success criterion 2.5.5 (AAA); links in a sentence are excepted there


@dataclass(frozen=True)
class Mode:
    """How a visitor has set up phone or computer.

    style: CSS of their own. colours: whether axe looks as well: once light, once dark, on a phone, on a computer, and forced;
    most of its time goes into contrast. Sideways scrolling and targets are looked at in every mode.
    """

    width: int = 360
    scheme: str = "light"
    forced: str = "none"
    motion: str = "no-preference"
    style: str = ""
    colours: bool = True


MODES = {
    "320 px": Mode(320, colours=False),
    "360 px, light": Mode(360),
    "360 px, dark": Mode(360, "dark", colours=False),
    "1280 px, light": Mode(1280, colours=False),
    "1280 px, dark": Mode(1280, "dark"),
    "forced colours, light": Mode(forced="active"),
    "forced colours, dark": Mode(scheme="dark", forced="active", colours=False),
    "reduced motion": Mode(motion="reduce", colours=False),
    "text at 200 %, phone": Mode(360, style="html { font-size: 212.5% !important }", colours=False),
    "text at 200 %, computer": Mode(1280, style="html { font-size: 212.5% !important }", colours=False),
    "text spacing": Mode(320, style=SPACING, colours=False),
}
SMALL_TARGETS = """least => [...document.querySelectorAll('a, button, label, summary, input')].filter(item => {
  if (!item.checkVisibility()) return false;
  const ticks = input => ['checkbox', 'radio'].includes(input?.type);  // of these, the label is the target
  if (ticks(item) || item.control && !ticks(item.control)) return false;
  const box = item.getBoundingClientRect();
  const inSentence = getComputedStyle(item).display === 'inline' && item.parentElement.textContent.trim() !== item.textContent.trim();
  const fillsItsCard = getComputedStyle(item, '::after').position === 'absolute';
  const offScreen = box.bottom < 0;  // the skip link, until it has focus
  return !inSentence && !fillsItsCard && !offScreen && (box.height < least || box.width < least);
}).map(item => item.outerHTML)"""


def put_on(tab: Page, mode: Mode) -> None:
    tab.set_viewport_size({"width": mode.width, "height": 800})
    tab.emulate_media(color_scheme=mode.scheme, forced_colors=mode.forced, reduced_motion=mode.motion)
    tab.evaluate(
        "css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own] }", mode.style
    )


def faults(tab: Page, mode: Mode) -> list[str]:
    """What is wrong with the page as it looks now: rules of accessibility, sideways scrolling, small targets."""
    found = broken_rules(tab) if mode.colours else []
    if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("scrolls sideways")
    return found + [f"small target: {html}" for html in tab.evaluate(SMALL_TARGETS, LEAST_TARGET)]


def faults_in_every_mode(tab: Page) -> dict[str, list[str]]:
    """Modes with their faults; empty when there are none."""
    found = {}
    for name, mode in MODES.items():
        put_on(tab, mode)
        if wrong := faults(tab, mode):
            found[name] = wrong
    return found


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_without_fault_in_every_mode(address: str, tab: Page, site: Site) -> None:
    tab.goto(site.url + address)
    assert faults_in_every_mode(tab) == {}


@pytest.mark.parametrize("address", WITH_SCRIPTS)
def test_a_page_is_without_fault_when_its_scripts_are_not_loaded(address: str, tab: Page, site: Site) -> None:
    """axe is a script itself, so JavaScript cannot be off; the other pages have no script to leave out."""
    tab.route("**/*.js", lambda route: route.abort())
    tab.goto(site.url + address)
    assert faults_in_every_mode(tab) == {}


OUTCOMES = {
    "stop": ["threats"],
    "talk": ["complaints-online", "right-channel-yes", "private-discussion-no", "unjustified-harm-no"],
    "ok": ["none", "right-channel-yes", "private-discussion-no", "unjustified-harm-no"],
    "todo": ["none"],
}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_outcome_of_the_check_is_without_fault_in_every_mode(outcome: str, tab: Page, site: Site) -> None:
    tab.goto(site.url + "before-you-post/")
    for id in OUTCOMES[outcome]:
        tab.locator(f"#{id}").click()
    tab.locator("a[href='#result']").first.click()
    assert tab.locator(f"[data-verdict='{outcome}']").is_visible()
    assert faults_in_every_mode(tab) == {}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_asks_only_its_own_site_is_small_and_gives_the_browser_nothing_to_complain_of(
    address: str, tab: Page, site: Site
) -> None:
    asked: list[str] = []
    complaints: list[str] = []  # what the security policy blocks is among them
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(site.url + address, wait_until="networkidle")
    assert complaints == []
    asked = [url for url in asked if not url.startswith("data:")]  # the icon, which is in the page itself
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site.url).netloc}
    files = [site.folder / urlsplit(url).path.removeprefix(SUBFOLDER).lstrip("/") for url in asked]
    weight = sum(len(gzip.compress((file / "index.html" if file.is_dir() else file).read_bytes())) for file in files)
    most = MOST_FOR_SEARCH if address == "search/" else MOST
    assert len(asked) <= most["requests"]
    assert weight <= most["bytes"]
    assert tab.context.storage_state() == {"cookies": [], "origins": []}
