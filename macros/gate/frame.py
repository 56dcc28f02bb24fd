"""What every built page has around its words, and the security policy that it and the web server state."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from macros.gate.page import FRAME, Seen
from macros.gate.words import Fault

POLICY = "overrides/security.html"
LOST = "put the files of overrides/ back from the last good version"
ALLOWED_SOURCES = {  # all that the security policy may name
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "script-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}


def frame(page: LexborHTMLParser, call: str, seen: Seen, *, secured: bool) -> Iterator[Fault]:
    """What every page has around its words. call: the address that the line on top of it calls in an emergency.

    secured: whether the security policy has to be there.
    """
    root, title = page.root, page.css_first("title")
    order = [node.tag for node in page.css("body > header, body > aside, main#content, body > footer")]
    if order != ["header", "aside", "main", "footer"] or not page.css_first(f'body > aside a[href="{call}"]'):
        yield Fault(f"a page is not whole: it has no header, line for emergencies, content or foot; {LOST}", FRAME)
    elif not (root and root.attributes.get("lang") and title and title.text().strip()):
        yield Fault(f"a page does not say its language and title; {LOST}", FRAME)
    elif not seen.titles:  # that there is a second, what it comes from says
        yield Fault(f"a page does not have one heading of the first level; {LOST}", FRAME)
    elif secured and (said := unsafe(_policy(page), scripts=bool(seen.scripts))):
        yield Fault(said, POLICY)


def _policy(page: LexborHTMLParser) -> str:
    """What the page states before it loads anything; '' where a browser would not heed it."""
    stated, first = page.css("meta[http-equiv]"), page.css_first("head > meta[http-equiv], head > link, head > script")
    alone = len(stated) == 1 and first is not None and first.mem_id == stated[0].mem_id
    is_policy = alone and stated[0].attributes.get("http-equiv") == "Content-Security-Policy"
    return (stated[0].attributes.get("content") or "") if is_policy else ""


def unsafe(policy: str, *, scripts: bool) -> str | None:
    """What is wrong with a security policy. scripts: whether there is one to allow."""
    parts = [part.split() for part in policy.split(";") if part.strip()]
    stated = {name.lower(): sources for name, *sources in parts}
    wanted = {name: sources for name, sources in ALLOWED_SOURCES.items() if scripts or name != "script-src"}
    others = stated.keys() - wanted.keys() - {"frame-ancestors"}
    lax = any(not {*sources} <= {*wanted.get(name, ["'self'"])} for name, sources in stated.items())
    if lax or others or len(stated) < len(parts) or not wanted.keys() <= stated.keys():
        return f"the security policy is missing or allows too much; {LOST}"
    return None
