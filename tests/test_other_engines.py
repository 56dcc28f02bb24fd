"""The check in the engines of Safari and of Firefox: every way to answer it, and a journey by real clicks on a small phone."""

import time
from collections.abc import Iterator

import pytest
from selenium.common.exceptions import WebDriverException

from macros.reading.project import ROOT
from tests.engines import ENGINES, Engine
from tests.reference import Reference
from tests.site import Built, straight

pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")  # selenium's own doing

VERDICTS = """() => [...document.querySelectorAll('[data-verdict]')]
  .filter(item => item.checkVisibility()).map(item => item.dataset.verdict)"""
LOADED = "() => document.readyState === 'complete' ? location.href : ''"
TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"
LONGEST = 30  # seconds for one page


@pytest.fixture(scope="module", params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ENGINES])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """One of the other engines. Where it is not here, its tests are not run and say so; nothing else is ever left out."""
    kind = ENGINES[request.param]
    if not kind.here():
        pytest.skip(f"not run in {request.param}: it is not here; install {' and '.join(kind.packages)}")
    engine = kind()
    yield engine
    engine.close()


def arrived(engine: Engine, url: str) -> bool:
    """Whether a click leads to this address. Between two pages there is nobody to ask."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        try:
            if engine.ask(LOADED) == url:
                return True
        except (WebDriverException, RuntimeError):
            pass
    return False


def test_every_way_to_answer_shows_what_the_reference_says(engine: Engine, site: Built) -> None:
    engine.open(site.url + "before-you-post/#result")
    assert Reference(ROOT).wrong(engine.ask) == []


def test_from_the_first_page_to_the_person_to_talk_to_by_clicks(engine: Engine, site: Built) -> None:
    engine.open(site.url)
    assert engine.ask(TOO_WIDE) <= 0
    engine.click("a[href='before-you-post/']")
    assert arrived(engine, site.url + "before-you-post/")
    for id in Reference(ROOT).that_leads_to("talk"):
        engine.click(f"label[for='{id}']")
    assert engine.ask(VERDICTS) == [], "the result shows only when asked for"
    assert engine.ask(TOO_WIDE) <= 0
    engine.click(".ps-check__see a")
    assert arrived(engine, site.url + "before-you-post/#result")
    assert engine.ask(VERDICTS) == ["talk"]
    assert engine.ask(TOO_WIDE) <= 0
    somebody = site.content.self_check.outcomes["talk"].talk_to[-1]
    engine.click(f".ps-advice[data-for='talk'] .ps-advice__routes a[href$='#{somebody}']")
    assert arrived(engine, f"{site.url}raise-a-concern/#{somebody}")
    shown = engine.ask("() => document.querySelector(':target').parentElement.innerText")
    assert straight(site.content.routes.routes[somebody].who) in straight(shown)
    assert engine.ask(TOO_WIDE) <= 0
