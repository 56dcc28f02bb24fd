"""The project's files, read as text."""

import re
from pathlib import Path

from macros.mistakes import Mistake, Mistakes, raise_any

ROOT = Path(__file__).parents[2]  # the project's folder
LARGEST = 1_000_000  # bytes; the longest file here has 40,000
# Controls, and signs without a width that turn the direction of words round or make two words look the same.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def read_text(path: Path, name: str) -> str:
    """The file's words. Raises Mistakes when it is missing, empty, far too large or not UTF-8, or has signs that nobody can see."""
    try:
        if path.stat().st_size > LARGEST:
            remedy = "words take far less, so put it back from the last good version"
            raise Mistakes([Mistake(name, 0, f"the file has more than {LARGEST:,} bytes; {remedy}")])
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Mistakes([Mistake(name, 0, "the file is missing; put it back from the last good version")]) from None
    except OSError as error:
        raise Mistakes(
            [Mistake(name, 0, f"the file cannot be read ({error.strerror}); put it back from the last good version")]
        ) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise Mistakes([Mistake(name, line, "a character here is not UTF-8; save the file as UTF-8")]) from None
    if not text.strip():
        raise Mistakes([Mistake(name, 0, "the file is empty; put its words back from the last good version")])
    raise_any(
        Mistake(
            name,
            number,
            f"a sign that cannot be seen (U+{ord(unseen[0]):04X}) stands here; type the words around it anew",
        )
        for number, line in enumerate(text.split("\n"), start=1)
        if (unseen := UNSEEN.search(line))
    )
    return text
