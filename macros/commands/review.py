"""Says when the policy's review is coming up or overdue, and which facts are: python -m macros.commands.review"""

import datetime
import sys

from macros.checks.load import load
from macros.commands.due import overdue
from macros.pages import dates
from macros.reading.markup import fill
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


def main() -> None:
    site, day = load(ROOT), today()
    for line in filter(None, (review(site, day), *overdue(site.sources, site.school, day))):
        print(line)


if __name__ == "__main__":
    sys.exit(run(main))
