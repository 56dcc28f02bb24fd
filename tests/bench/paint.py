"""When a page is first seen: first and largest contentful paint in Chromium, on a slow connection and a slow phone."""

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tests.bench import table
from tests.bench.pages import KINDS
from tests.bench.server import Served, serve
from tests.bench.sites import CUT_DOWN, OURS, Theme

ROUND_TRIP = 0.15  # seconds; this and the next two are Lighthouse's "slow 4G"
DOWN, UP = 1.6e6 / 8, 750e3 / 8  # bytes a second
SLOWER = 4  # times, the processor; Lighthouse's figure for a phone
ROUNDS = 5
SOONER = 1.7  # times, than Material cut down
SETTLE = 400  # milliseconds after the page and its network are quiet, for a late and larger paint
PATIENCE = 40  # times that long, where a busy machine paints late
WATCH = """new PerformanceObserver(list => { for (const entry of list.getEntries()) window.largest = entry.startTime })
  .observe({type: 'largest-contentful-paint', buffered: true})"""
READ = "[performance.getEntriesByName('first-contentful-paint')[0]?.startTime, window.largest]"


def once(browser: Browser, site: Served, address: str) -> tuple[float, float]:
    """First and largest contentful paint in milliseconds after the visit began; nothing is in the cache.

    Raises LookupError when the browser says of none.
    """
    context = browser.new_context(viewport={"width": 412, "height": 823})  # the size of Lighthouse's phone
    tab = context.new_page()
    tab.add_init_script(WATCH)
    devtools = context.new_cdp_session(tab)
    devtools.send("Network.enable")
    speed = {
        "latency": 0,
        "downloadThroughput": DOWN,
        "uploadThroughput": UP,
    }  # its latency would hide the server's own
    devtools.send("Network.emulateNetworkConditions", {"offline": False, **speed})
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    site.forget()
    tab.goto(site.url + address, wait_until="networkidle")
    for _ in range(PATIENCE):
        tab.wait_for_timeout(SETTLE)
        first, largest = tab.evaluate(READ)
        if first and largest:
            break
    context.close()
    if not first or not largest:
        raise LookupError(f"the browser reported no paint of {site.url}{address}")
    return first, largest


def measure(browser: Browser, built: Mapping[Theme, Path]) -> None:
    """Prints the table, and whether the design's figure is reached. built: the folder of each theme's site."""
    times: dict[tuple[Theme, str], list[tuple[float, float]]] = {}
    with ExitStack() as stack:
        sites = {theme: stack.enter_context(serve(folder, ROUND_TRIP)) for theme, folder in built.items()}
        for _ in range(ROUNDS):
            for kind, address in KINDS.items():
                for theme, site in sites.items():  # in turn, so that a busy moment of the machine hits all alike
                    times.setdefault((theme, kind), []).append(once(browser, site, address))
    medians = {key: [median(column) for column in zip(*both, strict=True)] for key, both in times.items()}
    for n, name in enumerate(("First contentful paint", "Largest contentful paint")):
        rows = []
        for theme in sites:
            seconds = [medians[theme, kind][n] / 1000 for kind in KINDS]
            middle, ours = (_middle(medians, one, n) for one in (theme, OURS))
            rows.append([theme.name, *(f"{value:.2f}" for value in seconds), f"{middle:.2f}", f"{middle / ours:.2f} ×"])
        table.show(f"{name}, seconds", ["site", *KINDS, "median", "of ours"], rows)
    print(
        f"Median of {ROUNDS}, nothing cached, round trips of {ROUND_TRIP * 1000:.0f} ms (one to connect, one a request), "
        f"{DOWN * 8 / 1e6:.1f} Mbit/s down, {UP * 8 / 1e3:.0f} kbit/s up, processor {SLOWER} times slower, 412 × 823.\n"
        "Each connection begins with TCP's slow start. Not modelled, and kinder to heavy pages: a connection to set up for each\n"
        "of several files (with HTTP/2 there is one), and fonts from elsewhere, which fail at once here. Nor is TLS, alike for all.\n"
    )
    for n, name in enumerate(("first", "largest")):
        sooner = _middle(medians, CUT_DOWN, n) / _middle(medians, OURS, n)
        table.verdict(
            f"{name} contentful paint {SOONER} times sooner than Material cut down",
            f"{sooner:.2f} times",
            sooner >= SOONER,
        )


def _middle(medians: Mapping[tuple[Theme, str], list[float]], theme: Theme, n: int) -> float:
    """Seconds: the median over the kinds of page. n: 0 for the first paint, 1 for the largest."""
    return median(medians[theme, kind][n] for kind in KINDS) / 1000
