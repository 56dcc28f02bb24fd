"""How long a build takes beside other themes, and whether it grows in proportion to the clauses."""

from pathlib import Path

from tests.bench import sites, table
from tests.bench.sites import IN_ITS_MENU, MATERIAL, MKDOCS, OURS, THEMES, WHOLE, Theme
from tests.site import PAGES

ROUNDS = 3  # the quickest counts
MORE = (0, 465, 930)  # clauses more than there are; with the last, there are a thousand pages
SOONER = 6  # times, than Material at the most pages
EVEN = 1.25  # times: what a clause more may cost at the most, beside one at the fewest, and be "in proportion"


def beside(scratch: Path) -> None:
    """Prints how long this project's words take in each theme. scratch: a folder of its own."""
    projects = {theme: sites.make(scratch / theme.name, theme) for theme in (*THEMES, IN_ITS_MENU)}
    jobs = [(theme.name, project, MKDOCS) for theme, project in projects.items()]
    jobs.append(("make site, with its PDF", projects[OURS], WHOLE))
    rounds = [[sites.seconds(project, *words) for _, project, words in jobs] for _ in range(ROUNDS)]  # in turn
    least = [min(times) for times in zip(*rounds, strict=True)]
    rows = [[job[0], f"{spent:.1f}", table.ratio(spent, least[0])] for job, spent in zip(jobs, least, strict=True)]
    table.show(f"mkdocs build, {len(PAGES)} pages", ["site", "processor s", "of ours"], rows)


def growth(scratch: Path) -> None:
    """Prints how long builds with more clauses take, the quicker of two. scratch: a folder of its own."""
    spent: dict[Theme, list[float]] = {theme: [] for theme in (OURS, MATERIAL, IN_ITS_MENU)}
    for more in MORE:
        for theme, times in spent.items():
            project = sites.make(scratch / f"{theme.name} {more}", theme, more)
            times.append(min(sites.seconds(project, *MKDOCS) for _ in range(2)))
    ours = spent[OURS]
    rows = [
        [theme.name, *(f"{time:.1f}" for time in times), table.ratio(times[-1], ours[-1])]
        for theme, times in spent.items()
    ]
    columns = ["site", *(f"{more} more" for more in MORE), "of ours"]
    table.show("mkdocs build with more clauses, processor s", columns, rows)
    at_first, at_last = ((ours[n + 1] - ours[n]) / (MORE[n + 1] - MORE[n]) for n in (0, 1))
    text = f"one more costs {at_last / at_first:.2f} times as much at the most as at the fewest ({EVEN} at most)"
    table.verdict("building grows in proportion to the clauses", text, at_last / at_first <= EVEN)
    for theme in (MATERIAL, IN_ITS_MENU):
        faster = spent[theme][-1] / ours[-1]
        table.verdict(f"{SOONER} times as fast as {theme.name}", f"{faster:.1f} times", faster >= SOONER)
