"""The project's files, read as text."""

import re
import stat
from collections.abc import Iterator
from pathlib import Path

from macros.reading.mistakes import Mistake, Mistakes, mistake
from macros.reading.project import PUT_BACK
from macros.reading.refusals import unseen

LARGEST = 1_000_000  # bytes; the longest file here has 40,000
STYLESHEET = "overrides/site.css"
UNUSUAL = (
    f"this is no ordinary file, but a link, a folder or the like; take it out, and if a file stood here {PUT_BACK}"
)
MERGE = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$", re.MULTILINE)


def read_text(path: Path, name: str) -> str:
    """The file's words. name: how messages call the file.

    Raises Mistakes when it is missing, no ordinary file, empty, far too large or not UTF-8, has signs that nobody can
    see, or the marks of a merge that was not finished.
    """
    try:
        at = path.lstat()
        if not stat.S_ISREG(at.st_mode):
            raise mistake(name, UNUSUAL)
        if at.st_size > LARGEST:
            raise mistake(name, f"the file has more than {LARGEST:,} bytes; words take far less, so {PUT_BACK}")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise mistake(name, f"the file is missing; {PUT_BACK}") from None
    except OSError as error:
        raise mistake(name, f"the file cannot be read ({error.strerror}); {PUT_BACK}") from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise mistake(name, "a character here is not UTF-8; save the file as UTF-8", line) from None
    if not text.strip():
        raise mistake(name, "the file is empty; put its words back from the last good version")
    if merge := MERGE.search(text):
        half = "a merge was not finished here; keep one of the two wordings and take out the marks"
        raise mistake(name, half, text.count("\n", 0, merge.start()) + 1)
    if signs := [*_unseen(text, name)]:
        raise Mistakes(signs, rest=text)
    return text


def _unseen(text: str, name: str) -> Iterator[Mistake]:
    """Signs that nobody can see in it, one line each, and the first of the tabs that came with a table."""
    for number, line in enumerate(text.split("\n"), start=1):
        if found := unseen(line):
            yield Mistake(name, number, found[1])
    if tab := re.search(r"\S *\t[ \t]*\S", text):
        copied = "a tab stands between words here, as in a table that was copied; put a space in its place"
        yield Mistake(name, text.count("\n", 0, tab.start()) + 1, copied)
