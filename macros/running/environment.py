"""What the environment may say, and what of it is handed on: nothing that could make another site of the same words."""

import datetime
import os
from pathlib import Path

from macros.reading.mistakes import mistake
from macros.running.git import date_of_commit
from macros.values.days import CENTURY

PASSED = ("TODAY", "SCHOOL", "TZ", "PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP")
FIRST_YEAR = 2020  # of a day that anything is built on; a clock that has stopped is far behind it
LAST = 2**32  # seconds since 1970, in the year 2106: what a packed sitemap can say


def handed_on(root: Path) -> dict[str, str]:
    """All that the build tool sees of the environment. Raises Mistakes for a moment that cannot be one.

    Its moment is the last commit's, so that two builds of one commit are the same, or SOURCE_DATE_EPOCH's.
    """
    moment = os.environ.get("SOURCE_DATE_EPOCH") or date_of_commit(root)
    if not (moment.isascii() and moment.isdigit() and len(moment) <= len(str(LAST)) and int(moment) < LAST):
        text = f"'{moment[:20]}' is no moment; give it as seconds since 1970, or leave it out"
        raise mistake("SOURCE_DATE_EPOCH", text)
    given = {name: os.environ[name] for name in PASSED if name in os.environ}
    return given | {"SOURCE_DATE_EPOCH": moment, "NO_MKDOCS_2_WARNING": "1"}  # the theme's advertisement


def school(root: Path, usual: str) -> str:
    """The file with the school's details: the usual one, or SCHOOL's. Raises Mistakes where that is not there."""
    name = os.environ.get("SCHOOL") or usual
    if name != usual and not (root / name).is_file():
        raise mistake("SCHOOL", f"there is no file '{name}'; name one that is there, or leave it out")
    return name


def today() -> datetime.date:
    """The day that the site is built for: TODAY in the environment, such as 2027-03-01, or else the clock's."""
    given = os.environ.get("TODAY")
    try:
        day = datetime.date.fromisoformat(given) if given else datetime.date.today()  # noqa: DTZ011 - a school's own day
    except ValueError:
        raise mistake("TODAY", f"'{given}' is not a day; write it as 2027-03-01") from None
    if day.year not in range(FIRST_YEAR, CENTURY.stop):
        whose = f"'{given}'" if given else f"the day of this computer's clock, {day},"
        says = f"{whose} is not a day of the years {FIRST_YEAR} to {CENTURY[-1]}"
        raise mistake("TODAY", f"{says}; write it as 2027-03-01" if given else f"{says}; put the clock right")
    return day
