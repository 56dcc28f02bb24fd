"""Measures, and prints tables: python -m tests.bench [pages] [paint] [builds] [growth]; all of them when none is named.

Ends with 0 whether or not the design's figures are reached, and with another code when something cannot be measured.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from macros.reading.mistakes import Mistakes
from tests.bench import builds, pages, paint, server, sites
from tests.bench.sites import MKDOCS, OURS, THEMES, WHOLE
from tests.chromium import SENTENCE, find
from tests.conftest import FLAGS

BROWSED = {"pages": pages.measure, "paint": paint.measure}
BUILT = {"builds": builds.beside, "growth": builds.growth}
PARTS = (*BROWSED, *BUILT)
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # what is asked of others fails at once


def browse(parts: Iterable[str], scratch: Path) -> None:
    """The parts that need a browser. Raises RuntimeError where there is none."""
    path = os.environ.get("CHROMIUM") or find()
    if not path:
        raise RuntimeError(SENTENCE)
    packed = {}
    for theme in THEMES:
        project = sites.make(scratch / theme.name, theme)
        sites.seconds(project, *(WHOLE if theme is OURS else MKDOCS))
        packed[theme] = server.pack(project / "site", scratch / f"{theme.name}, packed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, ALONE])
        for part in parts:
            BROWSED[part](browser, packed)
        browser.close()


def main(names: list[str]) -> int:
    if unknown := set(names) - set(PARTS):
        text = f"there is no part called {', '.join(sorted(unknown))}; the parts are {', '.join(PARTS)}"
        print(f"bench: {text}", file=sys.stderr)
        return 1
    parts, began = [part for part in PARTS if part in (names or PARTS)], time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        try:
            if browsed := [part for part in parts if part in BROWSED]:
                browse(browsed, Path(folder))
            for part in parts[len(browsed) :]:
                BUILT[part](Path(folder) / part)
        except (RuntimeError, LookupError, OSError, Error, Mistakes) as error:
            print(f"\nbench: could not measure: {error}", file=sys.stderr)
            return 1
    print(f"\n({' and '.join(parts)}: {time.monotonic() - began:.0f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
