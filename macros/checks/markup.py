"""Markup that is typed on pages: headings in their order, and no HTML but the boxes that may stand around words."""

import re
from collections.abc import Collection, Iterator, Mapping

from markdown.extensions.toc import slugify

from macros.listed.allowed import ALLOWED, Allowed
from macros.reading.mistakes import Mistake
from macros.reading.refusals import ANGLES, ATTRIBUTES, BOX, BOX_END, HTML_TAG, NAMED
from macros.shared.pages import FRONT_MATTER, Page

TYPED = re.compile(r"(?:\s|>|[-*+]\s|\d+[.)]\s)*(#+)")  # a heading, also where it stands in a list or in a quotation
UNDERLINE = re.compile(r"\s*(=+|-+)\s*")
RULE = re.compile(r"\s{0,3}([-*_])(\s*\1){2,}\s*")
NUMBERED = re.compile(r"\s*\d{3,}\.\s")
SECOND = (
    "talk_to",
    "what_to_do",
    "definitions",
    "self_check",
    "citations",
    "poster",
    "proposed",
    "withdrawn",
    "a_to_z",
)
MADE = {"routes": 3, "history": 3, **dict.fromkeys(SECOND, 2)}  # the level of the first heading that a macro makes
FRAME = ("content", "contents", "sources")  # ids of overrides/main.html
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CALL = re.compile(r"\{\{\s*(\w+)\(")


def check(pages: Mapping[str, Page], allowed: Allowed) -> Iterator[Mistake]:
    """What is typed on pages and would be a second title, a heading by accident or out of order, or HTML."""
    classes = {*allowed.in_words.split()} if allowed.whole else None
    for page in (page for page in pages.values() if FRONT_MATTER.match(page.text)):
        lines = page.text.split("\n")
        if page.text and not "".join(lines[page.first_line :]).strip():
            yield Mistake(page.name, len(lines), "the page has no words; write them below the second '---'")
        for number, text in (*_headings(lines, page.first_line), *_html(lines), *_classes(lines, classes)):
            yield Mistake(page.name, number, text)


def _headings(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """The number of each line that is wrong, and what to say of it. first: how many lines the front matter has."""
    level, above = 1, ""
    for number, line in enumerate(lines[first:], start=first + 1):
        typed = TYPED.match(line)
        levels = [len(typed[1])] if typed else [MADE[macro] for macro in CALL.findall(line) if macro in MADE]
        if levels == [1]:
            remedy = "begin it with '## ' for a heading, or else with a word"
            yield number, f"a line that begins with '#' is a title, and the page has its own; {remedy}"
        elif UNDERLINE.fullmatch(line) and above.strip():
            remedy = "write '## ' in front of the words, or put an empty line between"
            yield number, f"'{line.strip()}' under words makes a heading of them; {remedy}"
        elif RULE.fullmatch(line):
            yield number, f"'{line.strip()}' would be a line across the page, which it does not have; take it out"
        elif year := NUMBERED.match(line):
            yield number, f"'{year[0].strip()}' would be shown as '1.', as in a list; begin the line with a word"
        elif levels and levels[0] > level + 1:
            needed = "#" * (level + 1)
            remedy = f"begin it with '{needed} '" if typed else f"put a heading that begins with '{needed} ' above it"
            yield number, f"a heading skips a level here, from {level} to {levels[0]}; {remedy}"
        if typed and "{{ source(" in line:
            yield number, "a source cannot stand in a heading; put it behind a sentence below it"
        elif typed and "{" not in line and (wrong := _unnamed(line)):
            yield number, f"{wrong}; write a name behind it, in small letters, such as {{ #name }}"
        level, above = max(2, levels[-1]) if levels else level, line


def _unnamed(heading: str) -> str | None:
    """What to say of a heading that gives no address of its own."""
    name = slugify(heading.lstrip("> #"), "-")
    if name in FRAME:
        return f"the page has a place called '{name}' already, by its frame"
    return None if ID.fullmatch(name) else "no address can be made of these words alone"


def _classes(lines: list[str], classes: Collection[str] | None) -> Iterator[tuple[int, str]]:
    """Names for looks that words cannot have. classes: that they can, where these are known."""
    for number, line in enumerate(lines, start=1):
        named = [part for typed in NAMED.findall(line) for part in typed.split() if part[0] == "."]
        for name in [*(part[1:] for part in named), *BOX.findall(line)]:
            if classes is not None and name not in classes:
                yield number, f"words cannot look like '{name}'; take it out ({ALLOWED} lists what they can)"


def _html(lines: list[str]) -> Iterator[tuple[int, str]]:
    boxes: list[int] = []  # the lines of those that are open
    for number, line in enumerate(lines, start=1):
        if BOX.fullmatch(line):
            boxes.append(number)
        elif BOX_END.fullmatch(line) and boxes:
            boxes.pop()
        elif BOX_END.fullmatch(line):
            yield number, "this </div> ends a box that nothing began; take it out"
        elif address := ANGLES.search(line):
            start = "mailto:" if "@" in address[1] and ":" not in address[1] else ""
            yield number, f"'<' cannot stand around an address; write [words]({start}{address[1]})"
        elif HTML_TAG.search(line):
            remedy = 'a page can have only <div class="ps-…" markdown="block"> and </div>, each on a line of its own'
            yield number, f"HTML is not allowed here; {remedy}"
        elif found := ATTRIBUTES.search(line):
            yield (
                number,
                f"{found[0]} would become HTML; only an id and a class can stand there, such as {{ #id .class }}",
            )
    for number in boxes:
        yield number, "this box has no end; put </div> on a line of its own below it"
