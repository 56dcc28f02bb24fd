"""When a page is first seen by Lighthouse's reckoning, which design.md's figures were made with; where Lighthouse is installed.

Lighthouse loads a page without any brake and reckons from what it saw how a phone on slow 4G would have fared, TLS and all.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from tests.bench import table
from tests.bench.pages import KINDS
from tests.bench.paint import SOONER
from tests.bench.server import serve
from tests.bench.sites import CUT_DOWN, OURS, Theme
from tests.conftest import FLAGS

ROUNDS = 3
COMPARED = (OURS, CUT_DOWN)  # a visit takes ten seconds
MOST = 0.80  # seconds, for this site
AUDITS = {"First": "first-contentful-paint", "Largest": "largest-contentful-paint"}


def program() -> str | None:
    """Where Lighthouse is: the one named by LIGHTHOUSE, or on the path."""
    return os.environ.get("LIGHTHOUSE") or shutil.which("lighthouse")


def measure(chromium: str, built: Mapping[Theme, Path], scratch: Path) -> None:
    """Prints the tables. built: the folder of each theme's site. Raises RuntimeError when Lighthouse gives no figure."""
    lighthouse = program()
    if not lighthouse:
        print(
            "\nLighthouse's own figures: not measured, since it is not installed (npm install --global lighthouse).\n"
        )
        return
    found: dict[tuple[Theme, str], list[list[float]]] = {}
    with ExitStack() as stack:
        sites = {theme: stack.enter_context(serve(built[theme])) for theme in COMPARED}
        for _ in range(ROUNDS):
            for kind, address in KINDS.items():
                for theme, site in sites.items():
                    found.setdefault((theme, kind), []).append(_once(lighthouse, chromium, site.url + address, scratch))
    for n, name in enumerate(AUDITS):
        seconds = {key: median(row[n] for row in rows) for key, rows in found.items()}
        middle = {theme: median(seconds[theme, kind] for kind in KINDS) for theme in COMPARED}
        rows = [
            [
                theme.name,
                *(f"{seconds[theme, kind]:.2f}" for kind in KINDS),
                f"{middle[theme]:.2f}",
                table.ratio(middle[theme], middle[OURS]),
            ]
            for theme in COMPARED
        ]
        table.show(f"{name} contentful paint by Lighthouse, seconds", ["site", *KINDS, "median", "of ours"], rows)
        sooner = middle[CUT_DOWN] / middle[OURS]
        table.verdict(
            f"{name.lower()} paint {SOONER} times sooner than Material cut down",
            f"{sooner:.2f} times",
            sooner >= SOONER,
        )
        worst = max(seconds[OURS, kind] for kind in KINDS)
        table.verdict(f"{name.lower()} paint of this site within {MOST:.2f} s", f"{worst:.2f} s at most", worst <= MOST)


def _once(lighthouse: str, chromium: str, url: str, scratch: Path) -> list[float]:
    """First and largest contentful paint in seconds."""
    report = scratch / "lighthouse.json"
    command = [lighthouse, url, "--only-categories=performance", "--output=json", f"--output-path={report}", "--quiet"]
    command.append(f"--chrome-flags=--headless {' '.join(FLAGS)}")
    ran = subprocess.run(
        command, env=os.environ | {"CHROME_PATH": chromium}, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise RuntimeError(f"Lighthouse failed: {ran.stderr[-500:]}")
    audits = json.loads(report.read_text("utf-8"))["audits"]
    return [audits[audit]["numericValue"] / 1000 for audit in AUDITS.values()]
