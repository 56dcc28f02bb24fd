"""What changes as a PDF for a meeting's papers: the words of the Markdown, from overrides/changes.typ."""

from collections.abc import Collection, Iterator
from itertools import groupby, islice
from pathlib import Path
from textwrap import shorten
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.outputs.pdf import PAGE, PAGES, curly
from macros.pages.printed import not_printable, printed
from macros.policy.plain import MARKDOWN
from macros.reading.markup import fill
from macros.reading.mistakes import mistake
from macros.running import place
from macros.shared.pages import POLICY
from macros.site import Site

TEMPLATE = "overrides/changes.typ"
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {*HEADINGS, "p", "li", "td", "th"}
TEXT = "-text"  # as selectolax calls what is no element
MARKS = {"del": "out", "ins": "in"}


def write(site: Site, markdown: str, fingerprint: str, file: Path) -> None:
    """Writes the PDF in its place, whole. fingerprint: of the words that the changes lead to.

    Raises Mistakes for a sign that cannot be printed, and where something stands in the place that is no file.
    """
    place.free(file, folder=False)
    data = printed(site.root, _facts(site, markdown, fingerprint), TEMPLATE)
    place.clear(file.parent)
    with place.beside(file.parent) as scratch:
        (scratch / place.NEW).write_bytes(data)
        place.put(scratch / place.NEW, file)


def _facts(site: Site, markdown: str, fingerprint: str) -> dict[str, object]:
    words, blocks = site.wording, list(_blocks(markdown))
    for block in blocks:
        if text := not_printable(block["words"]):
            raise mistake("PDF", f"{text}; it stands in '{shorten(block['words'], 100, placeholder=' …')}'")
    what = blocks[0]["words"] if blocks[0]["level"] else words.changes.changes
    return {
        "title": curly(f"{site.school.name}: {words.cite.policy} ({what})"),
        "name": site.pages[POLICY].record.title,
        "school": site.school.name,
        "label": what,
        "fingerprint": fill(words.status.fingerprint, fingerprint=fingerprint),
        "page": fill(words.pdf.page, n=PAGE, total=PAGES),
        "blocks": blocks,
    }


def _blocks(markdown: str) -> Iterator[dict[str, Any]]:
    """Each heading, paragraph and entry of a list, in order. level: of a heading, else 0. runs: its words, by mark."""
    root = LexborHTMLParser(MARKDOWN.reset().convert(markdown)).root
    texts = (node for node in (root.traverse(include_text=True) if root else ()) if node.tag == TEXT)
    for _, group in groupby(texts, key=lambda node: next(_above(node, BLOCKS), node).mem_id):
        nodes = [*group]
        words = curly("".join(node.text(deep=False) for node in nodes))  # a sign for a sign
        signs, tags = iter(words), {above.tag or "" for above in _above(nodes[0])}
        runs = [_run(node, "".join(islice(signs, len(node.text(deep=False))))) for node in nodes]
        if words.strip():
            level = max(HEADINGS.get(tag, 0) for tag in tags)
            yield {"words": words, "level": level, "item": "li" in tags, "runs": runs}


def _run(node: LexborNode, words: str) -> dict[str, object]:
    """Some words, which say whether they are strong, and whether they were put in or taken out."""
    mark = next(_above(node, MARKS), None)
    facts = {"mark": MARKS[mark.tag or ""], "says": mark.attributes.get("title") or ""} if mark else {"mark": None}
    return {"words": words, "strong": any(_above(node, {"strong"})), **facts}


def _above(node: LexborNode, tags: Collection[str] = ()) -> Iterator[LexborNode]:
    """What a node stands in, from the inside: all of it, or those with one of the tags."""
    while parent := node.parent:
        if not tags or parent.tag in tags:
            yield parent
        node = parent
