"""How much room words take on paper, line by line, in points.

Letters are taken to be as wide as those of DejaVu Serif, the widest that a browser takes for these pages.
"""

import math
import re
from html import unescape
from pathlib import Path
from typing import NamedTuple

import yaml

BY_WIDTH = {  # letters, by their width as a share of their size
    0.33: " ',-./:;ijl|‘’",
    0.40: "!()[]IJft",
    0.52: '"?*_rsz“”–',
    0.59: "acevxy",
    0.75: "ABCEFGKLPRSTVXYZ",
    0.87: "DHNOQUw&",
    1.00: "mMW@%…",
}
WIDTHS = {letter: width for width, letters in BY_WIDTH.items() for letter in letters}
OTHER, BOLD = 0.64, 1.13  # of every other letter; and how much wider bold ones are
BLOCKS = {"p", "li", "ul", "ol", "div", "h1", "h2", "h3", "td", "th", "blockquote", "dt", "dd", "details", "summary"}
PART = re.compile(r"([^<]*)(?:<(/?)(\w*)([^>]*)>|$)")  # words, and the tag behind them
HIDDEN = "hidden"  # an attribute: as-of.js shows such a block once it is due
CLASS = re.compile(r'class="([^"]*)"')


class Style(NamedTuple):
    """How a block of words is set, in points; see overrides/paper.yml."""

    size: float
    leading: float
    after: float
    before: float = 0
    width: float = math.inf
    bold: bool = False
    beside: bool = False


class Sheet(NamedTuple):
    """What a page is printed on, in points, and how; see overrides/paper.yml."""

    width: float
    height: float
    top: float
    styles: dict[str, Style]


Block = tuple[Style, str]  # how it is set, and its words


def sheets(root: Path) -> dict[str, Sheet]:
    """By kind: 'letter' and 'poster'. root: the project's folder."""
    typed = yaml.safe_load((root / "overrides/paper.yml").read_text("utf-8"))
    styles = {kind: {name: Style(**style) for name, style in sheet["styles"].items()} for kind, sheet in typed.items()}
    return {kind: Sheet(**{**sheet, "styles": styles[kind]}) for kind, sheet in typed.items()}


def blocks(html: str, styles: dict[str, Style]) -> list[Block]:
    """The blocks of some HTML, in order. Whatever the HTML is, something is given."""
    found: list[Block] = []
    around: list[set[str]] = []  # the elements and classes of each block that is open
    words = ""
    for said, end, tag, attributes in PART.findall(html):
        words += re.sub(r"\s+", " ", unescape(said)) + ("\n" if tag == "br" else "")
        if tag and tag not in BLOCKS:
            continue
        names = set().union(*around)
        if words.strip() and HIDDEN not in names:
            found.append((next((styles[name] for name in styles if name in names), styles["p"]), words))
        words = ""
        if tag and not end:
            around.append({tag, *" ".join(CLASS.findall(attributes)).split(), *attributes.split()})
        elif tag and around:
            around.pop()
            if tag in ("ul", "ol"):
                found.append((Style(styles["p"].size, 0, styles["p"].size), ""))
    return found


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


def height(blocks: list[Block], width: float) -> float:
    """How high the blocks are, one below the other. width: of the sheet between its margins."""
    total = gap = 0.0
    for style, words in blocks:
        count = lines(words, min(style.width, width) / style.size / (BOLD if style.bold else 1))
        total += (max(gap, style.before) if count else 0) + count * style.leading
        gap = style.after if count else max(gap, style.after)
    return total + gap
