"""Checks words and data, and the site built from them, and lists what is to do: python -m macros.commands.check

It builds into a folder that it throws away, since a build finds more than the words alone can show: so there is nothing
that the build refuses and the check does not.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from macros.checks import CHECKS
from macros.checks.load import check as in_order
from macros.commands.branch import against_history
from macros.commands.due import overdue
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
from macros.shared.routes import RoleKey
from macros.shared.school import School
from macros.site import Site

REACHED = "phone or email, wherever somebody is named to talk to; with an email, also a message to start from"
FIRST = ("office", "complaints_procedure", "site_address")  # without these a parent gets less far


def to_fill_in(school: School) -> list[str]:
    """One line for each fact that the school has not given yet, and what it changes where: what matters most first."""
    roles = {key: getattr(school, key) for key in get_args(RoleKey)}
    missing = {key: REACHED for key, role in roles.items() if not (role.phone or role.email)}
    optional = {fact: field.description for fact, field in School.model_fields.items() if field.description}
    missing |= {fact: shows for fact, shows in optional.items() if getattr(school, fact) in (None, False)}
    return [f"{fact}: {missing[fact]}" for fact in sorted(missing, key=lambda fact: fact not in FIRST)]


def check(root: Path, scratch: Path) -> tuple[Site, str]:
    """What stands in `root`, and the branch that its records were compared with; '' for none.

    Where the words are right it builds the site in `scratch`, since a build finds more than the words can show.
    Raises Mistakes with all that has to be put right.
    """
    parts, told = read(root)
    stop = in_order(parts, told, CHECKS)
    base, lost = against_history(root)
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
    """What to look at, by its heading."""
    files = by_file(site.texts)
    records = {page.clause_id: page.record for page in site.pages.values()}
    said = {id for id, record in records.items() if isinstance(record, ClauseRecord) and record.means}
    ages = sorted(((reading_age(lines), name) for name, lines in files.items()), reverse=True)
    return {
        "Clauses whose page does not say yet what they mean (means: in docs/policy/)": [
            id for id in site.policy.clauses if id not in said
        ],
        "Facts to check again": [*overdue(site.sources, site.school, today())],
        "What this school calls somebody, typed where {{ school.… }} would fit another school as well": [
            *typed(site.texts, site.school)
        ],
        "Reading age in years": [f"{age:4.1f}  {name}" for age, name in ages],
        f"Sentences over {LONG} words": [line for lines in files.values() for line in long_sentences(lines)],
        "Hard words, where first and how often": [*hard_words(files, site.plain.needed)],
        "Still to fill in before launch, in the school's details (the site is true without it)": to_fill_in(
            site.school
        ),
    }


def main() -> None:
    with TemporaryDirectory() as scratch:
        site, base = check(ROOT, Path(scratch))
    clauses, pages, scenarios = site.policy.clauses, site.pages, site.self_check.scenarios
    print(f"{len(clauses)} clauses, {len(pages)} pages, {len(scenarios)} scenarios: nothing wrong.")
    alone = {
        "": "No git history here to compare with.",
        "HEAD": "One commit alone is here: nothing to compare it with.",
    }
    print(alone.get(base, f"Compared with {base}: no published clause was lost."))
    for heading, found in reports(site).items():
        if found:
            print(f"\n{heading}:", *found, sep="\n  ")


if __name__ == "__main__":
    sys.exit(run(main))
