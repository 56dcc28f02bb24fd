"""How much room words take on paper, line by line, in points.

Letters are taken to be as wide as those of DejaVu Serif, the widest that a browser takes for these pages.
"""

import math
import re
from html.parser import HTMLParser
from typing import NamedTuple

WIDTHS = {  # of letters, as shares of their size
    letter: width
    for width, letters in (
        (0.33, " ',-./:;ijl|‘’"),
        (0.40, "!()[]IJft"),
        (0.52, '"?*_rsz“”–'),
        (0.59, "acevxy"),
        (0.75, "ABCEFGKLPRSTVXYZ"),
        (0.87, "DHNOQUw&"),
        (1.00, "mMW@%…"),
    )
    for letter in letters
}
OTHER, BOLD = 0.64, 1.13  # of every other letter; and how much wider those of a heading are
BLOCKS = {"p", "li", "ul", "ol", "div", "h1", "h2", "h3", "td", "th", "blockquote", "dt", "dd", "details", "summary"}


class Style(NamedTuple):
    """How a block of words is set, in points. before, after: the least room between it and the next one."""

    size: float
    leading: float
    after: float
    before: float = 0
    width: float = math.inf  # of a line, where that is less than the sheet's
    wider: float = 1.0


class Sheet(NamedTuple):
    """width, height: between the margins, in points. styles: by class or element; the first that fits is taken.

    top: the room around the school's name.
    """

    width: float
    height: float
    top: float
    styles: dict[str, Style]


class _Reader(HTMLParser):
    """Collects the blocks of a page: the style of each, and its words."""

    def __init__(self, styles: dict[str, Style]):
        super().__init__()
        self.styles, self.blocks, self.open, self.words = styles, [], [], ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.end()
            self.open.append({tag, *(dict(attributes).get("class") or "").split()})
        self.words += "\n" if tag == "br" else ""

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS and self.open:
            self.end()
            self.open.pop()
            if tag in ("ul", "ol"):
                size = self.styles["p"].size
                self.blocks.append((Style(size, 0, size), ""))

    def handle_data(self, data: str) -> None:
        self.words += re.sub(r"\s+", " ", data)

    def end(self) -> None:
        names = set().union(*self.open)
        style = next((style for name, style in self.styles.items() if name in names), self.styles["p"])
        if self.words.strip():
            self.blocks.append((style, self.words))
        self.words = ""


def lines(words: str, width: float) -> int:
    """How many lines some words take. width: of a line, as a multiple of the letters' size."""
    count = 0
    for part in filter(str.strip, words.split("\n")):
        count, used = count + 1, 0.0
        for word in part.split():
            needed = sum(WIDTHS.get(letter, OTHER) for letter in word)
            if used and used + WIDTHS[" "] + needed > width:
                count, used = count + 1, 0.0
            count, needed = count + int(needed // width), needed % width if needed > width else needed
            used += (WIDTHS[" "] if used else 0) + needed
    return count


def blocks(html: str, styles: dict[str, Style]) -> list[tuple[Style, str]]:
    """The blocks of some HTML, each with the style that it is set in, and its words."""
    reader = _Reader(styles)
    reader.feed(html)
    reader.end()
    return reader.blocks


def height(blocks: list[tuple[Style, str]], width: float) -> float:
    """How high the blocks are, one below the other. width: of the sheet between its margins."""
    total = gap = 0.0
    for style, words in blocks:
        count = lines(words, min(style.width, width) / style.size / style.wider)
        total += (max(gap, style.before) if count else 0) + count * style.leading
        gap = style.after if count else max(gap, style.after)
    return total + gap
