"""Checks words and data, and the site built from them, and says what is to do: python -m macros.commands.check

It builds into a folder that it throws away, since a build finds more than the words alone can show: so there is nothing
that the build refuses and the check does not.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.checks import CHECKS
from macros.checks.load import check as in_order
from macros.commands.branch import against_history
from macros.commands.due import overdue
from macros.commands.launch import GUIDE, before_launch
from macros.commands.unexplained import unexplained
from macros.gate import weight
from macros.language import LANGUAGE, one_sheet
from macros.language.readability import LONG, by_file, hard_words, long_sentences, reading_age
from macros.language.typed import typed
from macros.outputs import write
from macros.reading.mistakes import Mistake, Mistakes, raise_any
from macros.reading.project import ROOT
from macros.resolve import read, resolve
from macros.running.boundary import run
from macros.running.environment import today
from macros.shared.front_matter import ClauseRecord
from macros.site import Site

SHOWN = 3  # lines of each heading, unless ALL of them are asked for
SETTINGS = f"settings of the repository, which no file shows, stand in {GUIDE}"
ALONE = {  # what is said where there was nothing to compare the records with
    "": "No git history here to compare with.",
    "HEAD": "One commit alone is here: nothing to compare it with.",
}


def check(root: Path, scratch: Path) -> tuple[Site, str]:
    """What stands in `root`, and the branch that its records were compared with; '' for none.

    Where the words are right it builds the site in `scratch`, since a build finds more than the words can show.
    Raises Mistakes with all that has to be put right.
    """
    parts, told = read(root)
    stop = in_order(parts, told, CHECKS)
    base, lost = against_history(root, parts.get("school"))
    raise_any([*in_order(parts, stop, LANGUAGE), *lost] if stop else ())
    site, folder = resolve(parts), scratch / "site"
    found = [*lost, *refused(site)]
    try:
        write(site, folder)
        found += weight.check(site.pages, folder)
    except Mistakes as mistakes:
        found += mistakes.mistakes
    raise_any(found)
    return site, base


def refused(site: Site) -> list[Mistake]:
    """What has to be put right before a change is accepted, besides what stops a build and what history tells."""
    found = unexplained(site)
    return [*in_order(vars(site), found, LANGUAGE), *one_sheet.too_long(site)]


def reports(site: Site) -> dict[str, list[str]]:
    """What to look at when there is time, by its heading; the worst first."""
    files = by_file(site.texts)
    records = {page.clause_id: page.record for page in site.pages.values()}
    said = {id for id, record in records.items() if isinstance(record, ClauseRecord) and record.means}
    ages = sorted(((reading_age(lines), name) for name, lines in files.items()), reverse=True)
    return {
        "Facts to check again": [*overdue(site.sources, site.school, today())],
        "Clauses whose page does not say yet what they mean (means: in docs/policy/)": [
            id for id in site.policy.clauses if id not in said
        ],
        "What this school calls somebody, typed where {{ school.… }} would fit another school as well": [
            *typed(site.texts, site.school)
        ],
        "Reading age in years": [f"{age:4.1f}  {name}" for age, name in ages],
        f"Sentences over {LONG} words": sorted(
            (line for lines in files.values() for line in long_sentences(lines)), key=_words, reverse=True
        ),
        "Hard words, where first and how often": [*hard_words(files, site.plain.needed)],
    }


def _words(line: str) -> int:
    """How many words a sentence has that is listed as too long."""
    return int(line.split(": ")[1].split(maxsplit=1)[0])


def said(site: Site, base: str, most: int | None) -> Iterator[str]:
    """What the check says of words without a mistake, line by line.

    base: what the records were compared with. most: how many lines to show of each heading; None for all.
    """
    clauses, pages, scenarios = site.policy.clauses, site.pages, site.self_check.scenarios
    yield f"{len(clauses)} clauses, {len(pages)} pages, {len(scenarios)} scenarios: nothing wrong."
    yield ALONE.get(base, f"Compared with {base}: no published clause was lost.")
    todo = before_launch(site)
    yield "\nTo do before launch:" if todo else f"\nNothing is left to do before launch that a file shows; {SETTINGS}."
    yield from (f"  {line}" for line in ([*todo, SETTINGS] if todo else ()))
    found = {heading: lines for heading, lines in reports(site).items() if lines}
    for heading, lines in found.items():
        yield f"\n{heading}:"
        yield from (f"  {line}" for line in lines[:most])
        if most and len(lines) > most:
            yield f"  … and {len(lines) - most} more"
    if most and any(len(lines) > most for lines in found.values()):
        yield "\nmake check ALL=yes shows all of it."


def main() -> None:
    with TemporaryDirectory() as scratch:
        site, base = check(ROOT, Path(scratch))
    for line in said(site, base, None if os.environ.get("ALL") else SHOWN):
        print(line)


if __name__ == "__main__":
    sys.exit(run(main))
