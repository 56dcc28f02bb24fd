"""What the environment may say, and what of it is handed on: nothing that could make another site of the same words."""

import os
from pathlib import Path

from macros.reading.mistakes import mistake
from macros.running.git import date_of_commit

PASSED = ("TODAY", "SCHOOL", "TZ", "PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP")
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
