"""Headings: a page's title is its only one of the first level, and none skips a level."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from markupsafe import Markup

from macros.reading.mistakes import Mistake
from macros.shared.pages import Page, address

TYPED = re.compile(r"(?:\s|>|[-*+]\s|\d+[.)]\s)*(#+)")  # also where it stands in a list or in a quotation
UNDERLINE = re.compile(r"\s*(=+|-+)\s*")
MADE = {  # the level of the first heading that a macro makes
    "routes": 3,
    "history": 3,
    "talk_to": 2,
    "what_to_do": 2,
    "definitions": 2,
    "self_check": 2,
    "citations": 2,
    "poster": 2,
    "proposed": 2,
    "withdrawn": 2,
    "a_to_z": 2,
}
CALL = re.compile(r"\{\{\s*(\w+)\(")
ANCHOR = re.compile(r'<[^>]* id="([^"]+)"')
BUILT = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)


def check(pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """What is typed on pages and would be a second title, a heading by accident, or one that skips a level."""
    for page in pages.values():
        yield from _headings(page)


def _headings(page: Page) -> Iterator[Mistake]:
    level, above = 1, ""
    for number, line in enumerate(page.text.split("\n")[page.first_line :], start=page.first_line + 1):
        typed = TYPED.match(line)
        levels = [len(typed[1])] if typed else [MADE[macro] for macro in CALL.findall(line) if macro in MADE]
        if levels == [1]:
            text = "a line that begins with '#' is a title, and the page has its own; begin it with '## ' for a heading, or else with a word"
            yield Mistake(page.name, number, text)
        elif UNDERLINE.fullmatch(line) and above.strip():
            text = f"'{line.strip()}' under words makes a heading of them; write '## ' in front of the words, or put an empty line between"
            yield Mistake(page.name, number, text)
        elif levels and levels[0] > level + 1:
            needed = "#" * (level + 1)
            remedy = f"begin it with '{needed} '" if typed else f"put a heading that begins with '{needed} ' above it"
            text = f"a heading skips a level here, from {level} to {levels[0]}; {remedy}"
            yield Mistake(page.name, number, text)
        if typed and "{{ source(" in line:
            yield Mistake(page.name, number, "a source cannot stand in a heading; put it behind a sentence below it")
        level = max(2, levels[-1]) if levels else level
        above = line


def built(pages: Mapping[str, Page], site: Path) -> Iterator[Mistake]:
    """The same of the pages as they were built into the folder `site`, for headings that come from anywhere else."""
    for path, page in pages.items():
        level = 0
        for found, words in BUILT.findall((site / address(path) / "index.html").read_text("utf-8")):
            if int(found) > level + 1 or (level and int(found) == 1):
                text = f"the heading '{Markup(words).striptags()}' is a second title or skips a level; look for '#' in the words that it comes from"
                yield Mistake(page.name, 0, text)
            level = int(found)


def anchors(pages: Mapping[str, Page], site: Path) -> Iterator[Mistake]:
    """Places of a built page that two of its parts have the name of; a link would lead to the first of them."""
    for path, page in pages.items():
        counts = Counter(ANCHOR.findall((site / address(path) / "index.html").read_text("utf-8")))
        for anchor in [anchor for anchor, count in counts.items() if count > 1]:
            remedy = (
                f"give the heading or key that it comes from another name, such as {{ #{anchor}-too }} behind a heading"
            )
            yield Mistake(page.name, 0, f"two places on this page are called '{anchor}'; {remedy}")
