"""Says when the policy's review is coming up or overdue, and which facts are: python -m macros.commands.review

ABOUT in the environment chooses one of the two.
"""

import datetime
import os
import sys
from collections.abc import Iterator

from macros.checks.load import load
from macros.commands.due import overdue
from macros.pages import dates
from macros.reading.markup import fill
from macros.reading.mistakes import mistake
from macros.reading.project import ROOT
from macros.running.boundary import run
from macros.running.environment import today
from macros.site import Site

NOTICE = datetime.timedelta(days=60)  # so long before the date it is time to put the review on an agenda


def review(site: Site, on: datetime.date) -> str:
    """The line for the day `on`; '' while there is nothing to do."""
    words, version = site.wording.versions, site.standing.version
    if not version or version is not site.standing.applies or on < version.review_due - NOTICE:
        return ""
    line = words.review_overdue if on > version.review_due else words.review_due
    return fill(line, label=version.label, review=dates.day(site.wording.sources.months, version.review_due))


def due(site: Site, on: datetime.date, about: str) -> Iterator[str]:
    """What is due on that day, line by line. about: policy, facts, or '' for both; Mistakes are raised for another."""
    if about not in ("", "policy", "facts"):
        raise mistake("ABOUT", f"is '{about}'; it can be policy or facts, or be left out for both")
    if about != "facts" and (line := review(site, on)):
        yield line
    if about != "policy":
        yield from overdue(site.sources, site.school, on)


def main() -> None:
    for line in due(load(ROOT), today(), os.environ.get("ABOUT", "").strip()):
        print(line)


if __name__ == "__main__":
    sys.exit(run(main))
