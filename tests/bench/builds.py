"""How long a build takes, how much memory, and whether it grows in proportion; and what share of it the macros have."""

import json
from pathlib import Path

from tests.bench import process, sites, table
from tests.bench.process import Cost
from tests.bench.sites import IN_ITS_MENU, MATERIAL, OURS, THEMES, Theme

COUNTS = (60, 300, 1000)  # pages; where the project has more than the first already, it has those
ROUNDS = {60: 3, 300: 1, 1000: 1}  # the quickest counts
SIXTH = 6  # times as fast as Material, at the most pages
EVEN = 1.25  # times: what a page more may cost at the most pages, beside one at the fewest, and be "in proportion"
SHARE = 0.10  # of a build, for the macros


def measure(scratch: Path) -> None:
    """Prints the tables. scratch: an empty folder."""
    found: dict[tuple[Theme, int], Cost] = {}
    pages = {}
    for count in COUNTS:
        projects = {theme: sites.make(scratch / f"{count}-{n}", theme, count) for n, theme in enumerate(THEMES)}
        pages[count] = sites.count(projects[OURS])
        for _ in range(ROUNDS[count]):
            for theme, project in projects.items():
                cost, key = process.build(project, project / "site"), (theme, count)
                found[key] = min(found.get(key, cost), cost, key=lambda cost: cost.processor)
        rows = []
        for theme in THEMES:
            cost, ours = found[theme, count], found[OURS, count]
            rows.append(
                [
                    theme.name,
                    f"{cost.seconds:.1f}",
                    f"{cost.processor:.1f}",
                    f"{pages[count] / cost.processor:.0f}",
                    table.ratio(cost.processor, ours.processor),
                    f"{cost.memory / 1e6:.0f}",
                    table.ratio(cost.memory, ours.memory),
                ]
            )
        columns = ["site", "seconds", "processor s", "pages/s", "of ours", "memory MB", "of ours"]
        table.show(
            f"mkdocs build, {pages[count]} pages",
            columns,
            rows,
            "Pages/s and the first 'of ours' by processor seconds.",
        )
    rows, last = [], {}
    for theme in THEMES:
        fewest, more, most = (found[theme, count].processor for count in COUNTS)
        first = (more - fewest) / (pages[300] - pages[60]) * 1000
        last[theme] = (most - more) / (pages[1000] - pages[300]) * 1000 / first
        rows.append([theme.name, f"{first:.1f}", f"{last[theme] * first:.1f}", f"{last[theme]:.2f} ×"])
    columns = ["site", f"{pages[60]} to {pages[300]}", f"{pages[300]} to {pages[1000]}", "growth"]
    table.show("Milliseconds of processor for each page more", columns, rows)
    for theme in (MATERIAL, IN_ITS_MENU):
        times = found[theme, 1000].processor / found[OURS, 1000].processor
        table.verdict(
            f"1,000 pages in under a sixth of the time of {theme.name}", f"{times:.1f} times as fast", times > SIXTH
        )
    text = f"a page more costs {last[OURS]:.2f} times as much at the most pages as at the fewest ({EVEN} at most)"
    table.verdict("building grows in proportion to the pages", text, last[OURS] <= EVEN)
    whole = process.run(scratch / f"{COUNTS[0]}-0", "-m", "macros.outputs.build")
    print(
        f"\n`make site` at {pages[60]} pages, with the PDF and a first check of the words: {whole.processor:.1f} processor s."
    )
    for count in (COUNTS[0], COUNTS[-1]):
        _share(scratch / f"{count}-0", pages[count])


def _share(project: Path, pages: int) -> None:
    """Prints what part of a build is this project's own Python, by clocks around it."""
    report = project / "report.json"
    process.run(project, "-m", "tests.bench.share", str(project / "site"), str(report))
    spent = json.loads(report.read_text("utf-8"))
    whole, names = (
        spent.pop("whole"),
        {"import": "importing", "check": "reading and checking the words", "macros": "calls"},
    )
    rows = [[names[part], f"{seconds:.2f}", f"{seconds / whole:.1%}"] for part, seconds in spent.items()]
    own = sum(spent.values())
    rows += [["all of the macros", f"{own:.2f}", f"{own / whole:.1%}"], ["the whole build", f"{whole:.2f}", "100.0%"]]
    table.show(f"The macros' share, {pages} pages", ["part", "processor s", "share"], rows)
    table.verdict(
        f"the macros take {SHARE:.0%} of a build of {pages} pages at most", f"{own / whole:.1%}", own / whole <= SHARE
    )
