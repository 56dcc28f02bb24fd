"""What may be on a built page: the elements, attributes and addresses that overrides/html.yml lists, and words.

Whatever an entry, a macro or a component did to bring something else about, it is found here, where a browser would be.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.gate.words import HEADINGS, Fault, around, in_text, words
from macros.listed.allowed import HERE, Allowed
from macros.values.addresses import wrong_address, wrong_email
from macros.values.phones import A_CALL, DIALLED

FRAME = "overrides/main.html"
SHOWN = ("content", "title", "alt", "aria-label")  # attributes with words that somebody reads or hears
ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


@dataclass
class Seen:
    """What was met while a page was read. links: with the element of each."""

    ids: set[str] = field(default_factory=set)
    links: list[tuple[str, LexborNode]] = field(default_factory=list)
    scripts: int = 0
    level: int = 0
    titles: int = 0


def faults(page: LexborHTMLParser, allowed: Allowed, seen: Seen) -> Iterator[Fault]:
    """All that is wrong on one page but for where its links lead, which `seen` gathers with the page's ids."""
    for node in page.root.traverse(include_text=False) if page.root else ():
        tag = node.tag or ""
        if tag not in allowed.attributes:
            name = "a remark" if "comment" in tag else f"<{tag}>"
            yield Fault(f"{name} cannot stand on a page; write plain words, or Markdown", "", f"<{tag}", around(node))
            continue
        for name, value in node.attributes.items():
            yield from _attribute(tag, name, value or "", node, allowed, seen)
        if tag in HEADINGS:
            yield from _heading(HEADINGS[tag], node, seen)
        elif tag == "blockquote" and node.parent and node.parent.tag == tag:
            yield Fault("a quotation stands inside another; take out one '>'", "", "", around(node))
        elif tag in ("strong", "em") and _in_a_word(node):
            says = "stars hide letters here, and would not be shown; write the word out, or leave it out"
            yield Fault(says, "", "*", around(node.parent or node))
        elif tag == "a" and not (node.text().strip() or node.attributes.get("aria-label")):
            says = "a link has no words; write them in its square brackets"
            yield Fault(says, "", f"[]({node.attributes.get('href')}", around(node.parent or node))
        elif tag == "script":
            seen.scripts += 1
            if "src" not in node.attributes or node.text().strip():
                yield Fault("a script stands in the page itself; put it into a file of its own", FRAME)
    yield from in_text(page)


def _in_a_word(node: LexborNode) -> bool:
    """Whether letters stand right before and behind it, and a blank within: it hides letters of two words."""
    before, behind = node.prev, node.next
    touching = [node.text(deep=False) for node in (before, behind) if node is not None and node.tag == "-text"]
    both = len(touching) == 2 and touching[0][-1:].isalnum() and touching[1][:1].isalnum()
    return both and " " in node.text()


def _attribute(tag: str, name: str, value: str, node: LexborNode, allowed: Allowed, seen: Seen) -> Iterator[Fault]:
    listed = name in allowed.attributes[tag] or name.startswith("data-")
    if not listed or name == "style" or name.startswith("on"):  # whatever is listed
        sign = name if value in ("", name) else f"{name}="
        yield Fault(f"'{name}' cannot stand in <{tag}>; take it out", "", sign, around(node))
    elif name == "id":
        yield from _id(value, node, seen)
    elif name in ("href", "src"):
        kind = " ".join([tag, *filter(None, [node.attributes.get("rel")])])
        yield from _address(tag, value, node, allowed.schemes.get(kind, ()), seen)
    elif value and name in SHOWN:
        yield from words(value)


def _id(id: str, node: LexborNode, seen: Seen) -> Iterator[Fault]:
    if not ID.fullmatch(id):
        yield Fault(
            f"'{id}' cannot be an id; it should be small letters, digits and hyphens", "", f"#{id}", around(node)
        )
    if id in seen.ids:
        remedy = f"give the heading or key that it comes from another name, such as {{ #{id}-too }} behind a heading"
        yield Fault(f"two places on a page are called '{id}'; {remedy}", "", f"#{id}", around(node))
    seen.ids.add(id)


def _address(tag: str, link: str, node: LexborNode, schemes: tuple[str, ...], seen: Seen) -> Iterator[Fault]:
    whole = re.match(r"\s*([A-Za-z][A-Za-z0-9+.-]*:|//)", link)
    if not whole and HERE in schemes:
        seen.links.append((link, node))
    elif tag == "script" or not link.startswith(schemes):
        says = f"an address cannot be {link.strip()} here; it can be {', '.join(schemes)}"
        yield Fault(says, "", link.strip(), around(node))
    elif tag == "a" and (wrong := _astray(link)):
        yield Fault(wrong, "", link, around(node))


def _astray(link: str) -> str | None:
    """What to say of a link that leads elsewhere, and nowhere."""
    if link.startswith("http"):
        wrong = wrong_address(link, schemes=("https?",))
    elif link.startswith("mailto:"):
        wrong = wrong_email(unquote(link.removeprefix("mailto:").partition("?")[0]))
    else:
        wrong = None if re.fullmatch(f"tel:{DIALLED}", link) else f"is '{link}'; write it as in {A_CALL}"
    return wrong and f"the address of a link {wrong}"


def _heading(level: int, node: LexborNode, seen: Seen) -> Iterator[Fault]:
    words = " ".join(node.text().split())
    seen.titles += level == 1
    if level > seen.level + 1 or (level == 1 and seen.level):
        wrong = f"the heading '{words}' is a second title or skips a level"
        yield Fault(f"{wrong}; look for '#' in the words that it comes from", "", words, words)
    if not words:
        yield Fault("a heading has no words; write them behind '##', or take it out", "", "##")
    seen.level = level
