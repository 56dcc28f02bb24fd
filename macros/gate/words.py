"""The words on a built page: nothing that cannot be seen, and nothing that should have become another thing."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.reading.refusals import UNSEEN, unseen

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {*HEADINGS, "p", "li", "dt", "dd", "td", "th", "summary", "legend", "label", "title"}
# What Markdown, Jinja and the like leave in the words when they are not written as they should be.
LEFT = re.compile(  # each begins with the sign itself, which makes it quick
    r"\*\*(?=\w)(?<![\w*]\*\*)|\*\*(?=[\s.,;:!?)])(?<=\w\*\*)|__(?=[^\W_])(?<!\w__)|~~"  # emphasis
    r"|`|[{}]"  # code, macros and attributes
    r"|\]\(|\] \((?=[^\s()]*[./#][^\s()]*\))|\]\[|\[(?:[ xX]\]\s|\^|!)"  # links, tasks, footnotes
    r"|:[a-z_]{2,}:(?!\w)|<{7}|={7}|>{7}"  # pictures by name, merges
    r"|\n[ \t]*(?:[-*+•·▪●‣◦]\s|:[ ]{2}|!!!|\||#{1,6}\s)"  # lists, boxes, tables, headings
)

ITEM = re.compile(r"(?<=\S)\n[ \t]*(?:\d{1,2}[.)]|[a-z]\))\s")  # of a list, within a block of words
BULLETS, LIST = "-*+•·▪●‣◦", "begin each line of a list with '- ', and leave an empty line above the list"

FEW, TOP = 3, ("body", "main", "-document", None)


class Fault(NamedTuple):
    """What is wrong on a page.

    says: with the remedy. file: that it comes from, or '' where the words tell. sign: what the fault was typed as, or
    is part of. words: that stand around it.
    """

    says: str
    file: str = ""
    sign: str = ""
    words: str = ""


def in_text(page: LexborHTMLParser) -> Iterator[Fault]:
    """All words of a page are looked at in one go, and one by one only where there is something to find."""
    whole = page.root.text() if page.root else ""
    if UNSEEN.search(whole) or LEFT.search(whole):
        found = [fault for node in page.css(",".join(BLOCKS)) for fault in words(node.text())]
        yield from found or words(whole)
    elif ITEM.search(whole):
        for text in (node.text() for node in page.css("p, li, dd")):
            if item := ITEM.search(text):
                says = f"'{item[0].strip()}' runs into the words before it; leave an empty line above a list"
                yield Fault(f"{says}, and begin its lines with '1. '", "", item[0].strip(), text)


def words(text: str) -> Iterator[Fault]:
    """Of a block of words, or an attribute."""
    if found := unseen(text):
        sign, says = found
        yield Fault(says, "", sign, text)
    elif left := LEFT.search(f"\n{text}"):
        sign = left[0].strip()
        remedy = LIST if sign in BULLETS else "look at how the words around it are written"
        says = f"'{sign}' would stand on the page as it is typed; {remedy}"
        typed = re.compile(rf"\w{{0,8}}{re.escape(sign)} ?\w{{0,8}}").search(text)
        yield Fault(says, "", typed[0] if typed else sign, text)


def around(node: LexborNode) -> str:
    """The words of a node, or of the block that it is in where it has few of its own."""
    while node.tag not in BLOCKS and len(node.text().split()) < FEW and node.parent and node.parent.tag not in TOP:
        node = node.parent
    return node.text()
