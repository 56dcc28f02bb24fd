"""The project's files, read as text."""

from pathlib import Path

from macros.reading.mistakes import Found, Mistake, mistake
from macros.reading.refusals import UNSEEN

ROOT = Path(__file__).parents[2]  # the project's folder
LARGEST = 1_000_000  # bytes; the longest file here has 40,000
STYLESHEET = "overrides/site.css"
PUT_BACK = "put it back from the last good version"


def read_text(path: Path, name: str) -> str:
    """The file's words. name: how messages call the file.

    Raises Mistakes when it is missing, empty, far too large or not UTF-8, or has signs that nobody can see.
    """
    try:
        if path.stat().st_size > LARGEST:
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
    found = Found()
    for number, line_of_text in enumerate(text.split("\n"), start=1):
        if unseen := UNSEEN.search(line_of_text):
            sign = f"a sign that cannot be seen (U+{ord(unseen[0]):04X}) stands here; type the words around it anew"
            found.mistakes.append(Mistake(name, number, sign))
    return found.give(text)
