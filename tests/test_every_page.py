"""Every page in every mode that a visitor may use it in; and what each page asks for and weighs."""

from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from macros.gate.weight import limits, loaded, weight
from macros.reading.project import ROOT
from macros.shared.pages import CHECK, address
from tests.modes import faults_in_every_mode
from tests.reference import Reference
from tests.site import ADDRESSES, PAGES, SUBFOLDER, WITH_SCRIPTS, Built

VERSIONS = sum(page.is_version for page in PAGES.values())
LIMITS = {address(path): limits(path, VERSIONS) for path in PAGES}


@dataclass
class Opened:
    """What a page has asked for since it was opened, and what the browser has complained of."""

    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)  # what the security policy blocks is among them

    @classmethod
    def to(cls, tab: Page, url: str) -> Self:
        opened = cls()
        tab.on("request", lambda request: opened.asked.append(request.url))
        tab.on("console", lambda message: opened.complaints.append(message.text))
        tab.on("pageerror", lambda error: opened.complaints.append(str(error)))
        tab.goto(url)
        return opened


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_without_fault_in_every_mode_and_asks_for_little_of_its_own_site_alone(
    address: str, tab: Page, site: Built
) -> None:
    opened = Opened.to(tab, site.url + address)
    assert faults_in_every_mode(tab) == {}
    assert opened.complaints == []
    asked = [url for url in opened.asked if not url.startswith("data:")]  # the icon, which is in the page itself
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site.url).netloc}
    files = {site.file(urlsplit(url).path.removeprefix(SUBFOLDER).lstrip("/")) for url in asked}
    assert files - {site.folder / "icon.svg"} == {*loaded(site.folder, site.file(address))}, (
        "what it weighs is what it asks for"
    )
    most, most_files = LIMITS.get(address, limits("", VERSIONS))
    assert len(files) <= most_files and weight(site.folder, site.file(address)) <= most
    assert tab.context.storage_state() == {"cookies": [], "origins": []}


@pytest.mark.parametrize("address", WITH_SCRIPTS)
def test_a_page_is_without_fault_when_its_scripts_are_not_loaded(address: str, tab: Page, site: Built) -> None:
    """axe is a script itself, so JavaScript cannot be off; the other pages have no script to leave out."""
    tab.route("**/*.js", lambda route: route.abort())
    tab.goto(site.url + address)
    assert faults_in_every_mode(tab) == {}


@pytest.mark.parametrize("outcome", ["stop", "talk", "ok", "todo"])
def test_an_outcome_of_the_check_is_without_fault_in_every_mode(outcome: str, tab: Page, site: Built) -> None:
    tab.goto(site.url + address(CHECK))
    for id in Reference(ROOT).that_leads_to(outcome):
        tab.locator(f"#{id}").click()
    tab.locator("a[href='#result']").first.click()
    assert tab.locator(f"[data-verdict='{outcome}']").is_visible()
    assert faults_in_every_mode(tab) == {}


SPOILT = {
    "scrolls sideways": ("document.body.style.width = '200vw'", "320 px"),
    "small target": (
        "document.querySelector('.ps-crumbs a').style.cssText = 'min-height: 0; min-width: 0; display: block; width: 9px; overflow: hidden; height: 9px'",
        "320 px",
    ),
    "color-contrast": ("document.querySelector('h1').style.color = 'var(--ps-line)'", "360 px, light"),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_a_fault_is_noticed(fault: str, tab: Page, school: Built) -> None:
    tab.goto(school.url + "help/")
    spoil, mode = SPOILT[fault]
    tab.evaluate(spoil)
    assert fault in " ".join(faults_in_every_mode(tab, [mode]).get(mode, ()))
