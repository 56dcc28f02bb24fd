"""What a page asks for: requests and compressed bytes by kind, as a browser makes them."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser

from macros.shared.pages import CHECK, POLICY, address
from tests.bench import table
from tests.bench.server import Served, serve
from tests.bench.sites import Theme
from tests.site import PAGES

CLAUSE = max((page for page in PAGES.values() if page.clause_id), key=lambda page: len(page.text))  # the longest record
KINDS = {"home": "", "a clause": address(CLAUSE.path), "the policy": address(POLICY), "the self-check": address(CHECK)}
SORTS = ("HTML", "CSS", "JS", "font", "image", "other")
MOST = {"requests": 4, "bytes": 16_000}  # for every page but search
SEARCH = "search/"


def visit(browser: Browser, site: Served, address: str) -> tuple[list[tuple[str, int]], set[str]]:
    """What the site sent for a page, as pairs of kind and bytes; and the addresses that others were asked for."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    tab, others = context.new_page(), set()
    tab.on(
        "request", lambda request: others.add(request.url) if not request.url.startswith((site.url, "data:")) else None
    )
    site.forget()
    tab.goto(site.url + address, wait_until="networkidle")
    sent = list(site.sent)
    context.close()
    return sent, others


def measure(browser: Browser, built: Mapping[Theme, Path]) -> None:
    """Prints the tables. built: the folder of each theme's site, this project's own first."""
    for kind, address in KINDS.items():
        rows, ours = [], 0
        for theme, folder in built.items():
            with serve(folder) as site:
                sent, others = visit(browser, site, address)
            weights: Counter[str] = Counter()
            for sort, size in sent:
                weights[sort] += size
            total = weights.total()
            ours = ours or total
            kilobytes = [f"{weights[sort] / 1000:.1f}" if weights[sort] else "" for sort in SORTS]
            rows.append(
                [theme.name, len(sent), *kilobytes, f"{total / 1000:.1f}", table.ratio(total, ours), len(others)]
            )
        columns = ["site", "requests", *(f"{sort} kB" for sort in SORTS), "all kB", "of ours", "asked of others"]
        table.show(f"What a page asks for: {kind} (/{address})", columns, rows)
    print(
        "Bodies as sent, gzip; 'asked of others' is refused at once here and not in the other columns (Google's fonts; a CDN)."
    )


def every_page(browser: Browser, folder: Path) -> None:
    """Prints the heaviest of this site's pages, and whether the design's figure holds for all but search."""
    found = {}
    with serve(folder) as site:
        for file in sorted(folder.rglob("*.html")):
            address = file.relative_to(folder).as_posix().removesuffix("index.html")
            sent, others = visit(browser, site, address)
            found[address] = (len(sent) + len(others), sum(size for _, size in sent))
    heavy = sorted(found, key=lambda address: found[address][1], reverse=True)[:6]
    rows = [[f"/{address}", found[address][0], f"{found[address][1] / 1000:.1f}"] for address in heavy]
    table.show(f"This site's heaviest pages, of {len(found)}", ["page", "requests", "kB"], rows)
    del found[SEARCH]
    requests, weight = (max(column) for column in zip(*found.values(), strict=True))
    table.verdict(
        f"every page but search asks for {MOST['requests']} files and {MOST['bytes'] / 1000:.0f} kB at most",
        f"at most {requests} and {weight / 1000:.1f} kB",
        requests <= MOST["requests"] and weight <= MOST["bytes"],
    )
