"""When a page is first seen: first and largest contentful paint in Chromium, on a slow connection and a slow phone."""

from collections import defaultdict
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tests.bench import table
from tests.bench.pages import KINDS, PHONE
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
    context = browser.new_context(viewport=PHONE)
    tab = context.new_page()
    tab.add_init_script(WATCH)
    devtools = context.new_cdp_session(tab)
    devtools.send("Network.enable")
    speed = {"latency": 0, "downloadThroughput": DOWN, "uploadThroughput": UP}  # the round trips are the server's own
    devtools.send("Network.emulateNetworkConditions", {"offline": False, **speed})
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    site.ready = 0
    tab.goto(site.url + address, wait_until="networkidle")
    for _ in range(PATIENCE):
        tab.wait_for_timeout(SETTLE)
        first, largest = tab.evaluate(READ)
        if first and largest:
            context.close()
            return first, largest
    raise LookupError(f"the browser reported no paint of {site.url}{address}")


def measure(browser: Browser, packed: Mapping[Theme, Path]) -> None:
    """Prints the tables, and whether the design's figure is reached. packed: the folder of each theme's site."""
    visits = defaultdict[tuple[Theme, str], list[tuple[float, float]]](list)
    with ExitStack() as stack:
        served = {theme: stack.enter_context(serve(folder, ROUND_TRIP)) for theme, folder in packed.items()}
        for _ in range(ROUNDS):
            for kind, address in KINDS.items():
                for theme, site in served.items():  # in turn, so that a busy moment of the machine hits all alike
                    visits[theme, kind].append(once(browser, site, address))
    for n, name in enumerate(("first contentful paint", "largest contentful paint")):
        times = {theme: [median(both[n] for both in visits[theme, kind]) / 1000 for kind in KINDS] for theme in packed}
        middle = {theme: median(times[theme]) for theme in packed}
        shown = {theme: [f"{time:.2f}" for time in (*times[theme], middle[theme])] for theme in packed}
        rows = [[theme.name, *shown[theme], table.ratio(middle[theme], middle[OURS])] for theme in packed]
        table.show(f"{name}, seconds", ["site", *KINDS, "median", "of ours"], rows)
        sooner = middle[CUT_DOWN] / middle[OURS]
        table.verdict(f"{name} {SOONER} times sooner than Material cut down", f"{sooner:.2f} times", sooner >= SOONER)
    print(
        f"Median of {ROUNDS}, processor {SLOWER} times slower, {DOWN * 8 / 1e6} Mbit/s, round trips of {ROUND_TRIP} s."
    )
    print("Kinder to heavy pages: no connection for each of several files, and fonts from elsewhere fail at once here.")
