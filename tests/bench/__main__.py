"""Measures, and prints tables: python -m tests.bench [pages] [paint] [builds] [growth]; all of them when none is named.

Ends with 0 whether or not the design's figures are reached, and with another code when something cannot be measured.
"""

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from macros.outputs.build import build
from macros.reading.mistakes import Mistakes
from tests.bench import builds, growth, lighthouse, pages, paint, process, sites
from tests.bench.sites import OURS, THEMES
from tests.chromium import SENTENCE, find
from tests.conftest import FLAGS

PARTS = ("pages", "paint", "builds", "growth")
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # what is asked of others fails at once


def in_a_browser(parts: set[str], scratch: Path) -> None:
    """The parts that need one. Raises RuntimeError where there is no browser."""
    path = os.environ.get("CHROMIUM") or find()
    if not path:
        raise RuntimeError(SENTENCE)
    built = {}
    for n, theme in enumerate(theme for theme in THEMES if not theme.only_builds):
        project = sites.make(scratch / f"site-{n}", theme)
        built[theme] = project / "site"
        if theme is OURS:
            if build(project, built[theme], "--quiet"):
                raise RuntimeError("this site does not build; make site says why")
        else:
            process.build(project, built[theme])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, ALONE])
        print(f"\nChromium {browser.version}")
        if "pages" in parts:
            pages.measure(browser, built)
            pages.every_page(browser, built[OURS])
        if "paint" in parts:
            paint.measure(browser, built)
        browser.close()
    if "paint" in parts:
        lighthouse.measure(path, built, scratch)


def main(names: list[str]) -> int:
    if unknown := set(names) - set(PARTS):
        print(
            f"bench: there is no part called {', '.join(sorted(unknown))}; the parts are {', '.join(PARTS)}",
            file=sys.stderr,
        )
        return 1
    parts, failed = set(names or PARTS), 0
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores{load}")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        jobs: list[tuple[set[str], Callable[[], None]]] = [
            ({"pages", "paint"}, lambda: in_a_browser(parts, scratch)),
            ({"builds"}, lambda: builds.measure(scratch / "builds")),
            ({"growth"}, lambda: growth.schools(_new(scratch / "schools"))),
            ({"growth"}, lambda: growth.versions(_new(scratch / "versions"))),
        ]
        for needed, job in jobs:
            if not needed & parts:
                continue
            began = time.monotonic()
            try:
                job()
            except (RuntimeError, LookupError, OSError, Error, Mistakes) as error:
                print(f"\nbench: could not measure {' and '.join(sorted(needed & parts))}: {error}", file=sys.stderr)
                failed = 1
            print(f"\n({' and '.join(sorted(needed & parts))}: {time.monotonic() - began:.0f} s)", flush=True)
    return failed


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
