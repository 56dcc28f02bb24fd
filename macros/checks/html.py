"""HTML typed on pages: none, but for the boxes that a page may put around its words, and ids and classes."""

from collections.abc import Iterator, Mapping

from macros.reading.mistakes import Mistake
from macros.reading.refusals import ATTRIBUTES, BOX, BOX_END, HTML_TAG
from macros.shared.pages import Page

REMEDY = 'a page can have only <div class="ps-…" markdown="block"> and </div>, each on a line of its own'


def check(pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """The HTML on pages that cannot stand there."""
    for page in pages.values():
        yield from _html(page.text, page.name)


def _html(text: str, file: str) -> Iterator[Mistake]:
    boxes: list[int] = []  # the lines of those that are open
    for number, line in enumerate(text.split("\n"), start=1):
        if BOX.fullmatch(line):
            boxes.append(number)
        elif BOX_END.fullmatch(line):
            if not boxes:
                yield Mistake(file, number, "this </div> ends a box that nothing began; take it out")
            boxes = boxes[:-1]
        elif HTML_TAG.search(line):
            yield Mistake(file, number, f"HTML is not allowed here; {REMEDY}")
        elif found := ATTRIBUTES.search(line):
            remedy = "only an id and a class can stand there, such as { #id .class }"
            yield Mistake(file, number, f"{found[0]} would become HTML; {remedy}")
    for number in boxes:
        yield Mistake(file, number, "this box has no end; put </div> on a line of its own below it")
