"""What a page weighs: files and compressed bytes, as a browser asks for them."""

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize

from macros.shared.pages import CHECK, POLICY, address
from tests.bench import table
from tests.bench.server import Served, serve
from tests.bench.sites import OURS, Theme
from tests.site import ADDRESSES, PAGES

CLAUSE = max((page for page in PAGES.values() if page.clause_id), key=lambda page: len(page.text))  # the longest record
KINDS = {"home": "", "a clause": address(CLAUSE.path), "the policy": address(POLICY), "the self-check": address(CHECK)}
SEARCH = "search/"
PHONE: ViewportSize = {"width": 412, "height": 823}  # the size of Lighthouse's
FILES, BYTES = 4, 16_000  # at most, for every page but search


def visit(browser: Browser, site: Served, packed: Path, here: str) -> tuple[int, int]:
    """How many files a page asks for, of the site or of others; and the bytes of the site's own. Nothing is cached."""
    context, asked = browser.new_context(viewport=PHONE), set[str]()
    tab = context.new_page()
    tab.on("request", lambda request: asked.add(request.url))
    tab.goto(site.url + here, wait_until="networkidle")
    context.close()
    asked = {url for url in asked if not url.startswith(("data:", "blob:"))}
    own = [packed / url.removeprefix(site.url).split("?")[0] for url in asked if url.startswith(site.url)]
    return len(asked), sum((file / "index.html" if file.is_dir() else file).stat().st_size for file in own)


def measure(browser: Browser, packed: Mapping[Theme, Path]) -> None:
    """Prints what each kind of page weighs in each theme, and this site's heaviest. packed: the sites' folders."""
    found: dict[Theme, dict[str, tuple[int, int]]] = {}
    for theme, folder in packed.items():
        with serve(folder) as site:
            addresses = ADDRESSES if theme is OURS else KINDS.values()
            found[theme] = {here: visit(browser, site, folder, here) for here in addresses}
    ours = found[OURS]
    for kind, here in KINDS.items():
        visits = {theme.name: found[theme][here] for theme in packed}
        rows = [[name, n, f"{size / 1000:.1f}", table.ratio(size, ours[here][1])] for name, (n, size) in visits.items()]
        table.show(f"{kind} (/{here}), gzip", ["site", "files", "kB", "of ours"], rows)
    print("What others are asked for (fonts; a CDN) is among the files and, refused at once here, not in the kB.")
    search = ours.pop(SEARCH)
    heaviest = max(ours, key=lambda here: ours[here][1])
    files, size = (max(column) for column in zip(*ours.values(), strict=True))
    text = f"at most {files} and {size / 1000:.1f} kB (/{heaviest}); search {search[0]} and {search[1] / 1000:.1f} kB"
    what = f"each of {len(ours)} pages but search asks for {FILES} files and {BYTES / 1000:.0f} kB at most"
    table.verdict(what, text, files <= FILES and size <= BYTES)
