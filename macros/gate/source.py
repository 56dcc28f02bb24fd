"""From what is wrong on a built page back to the line that an editor has to put right."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import NamedTuple

WORD = re.compile(r"\w+")
ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(0))")  # in YAML, and in the words of a macro
FEWEST = 2  # words that a line and a page must have in common


class Line(NamedTuple):
    """A line of a file, as it comes out. words: in it."""

    file: str
    number: int
    text: str
    words: frozenset[str]


class Sources:
    """All lines of words, or else of the look. texts: of words, by the file's name. root: the project's folder."""

    def __init__(self, texts: Mapping[str, str], root: Path) -> None:
        self._lines = [line for name, text in texts.items() for line in _lines(name, text)]
        self._root = root

    def find(self, page: str, sign: str, words: str) -> tuple[str, int]:
        """The file and the line that have the sign and the most of the words around it; if in doubt, the page's own.

        The last of several, since of two alike the second is too many; the page, and no line, where none is like it.
        """
        around = frozenset(WORD.findall(words.lower()))

        def fits(line: Line) -> tuple[int, int, bool]:
            has = sum(part in line.text for part in (sign, sign.partition(" ")[0]) if sign)
            return has, len(line.words & around), line.file == page

        best = max(reversed(self._lines), key=fits)
        has, common, _ = fits(best)
        if sign and not has and (look := self._in_look(sign)):
            return look.file, look.number
        return (best.file, best.number) if has or common >= min(FEWEST, len(around) or FEWEST) else (page, 0)

    def _in_look(self, sign: str) -> Line | None:
        """The first line of a template that has the sign."""
        files = sorted((self._root / "overrides").rglob("*.*"))
        names = [(file.relative_to(self._root).as_posix(), file) for file in files if file.suffix in (".html", ".md")]
        lines = (line for name, file in names for line in _lines(name, file.read_text("utf-8")))
        return next((line for line in lines if re.search(rf"{re.escape(sign)}(?!\w)", line.text)), None)


def _lines(name: str, text: str) -> Iterator[Line]:
    for number, line in enumerate(text.split("\n"), start=1):
        shown = unescape(ESCAPE.sub(_sign, line))
        yield Line(name, number, shown, frozenset(WORD.findall(shown.lower())))


def _sign(escape: re.Match[str]) -> str:
    return chr(int(escape[1] or escape[2] or escape[3], 16))
