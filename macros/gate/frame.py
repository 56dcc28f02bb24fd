"""What every built page has around its words, and the security policy that it and the web server state."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from macros.gate.page import FRAME, Seen
from macros.gate.words import Fault

POLICY = "overrides/security.html"
LOST = "put the files of overrides/ back from the last good version"
SAFE = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}  # of the security policy, and
SOURCES = {"'none'", "'self'", "data:"}  # what any part of it can name


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
    stated = page.css_first('meta[http-equiv="Content-Security-Policy"]')
    return (stated.attributes.get("content") or "") if stated else ""


def unsafe(policy: str, *, scripts: bool) -> str | None:
    """What is wrong with a security policy. scripts: whether there is one to allow."""
    parts = {part.split()[0]: part.split()[1:] for part in policy.split(";") if part.strip()}
    parts.pop("frame-ancestors", None)
    lax = any(parts.pop(name, None) != [value] for name, value in SAFE.items())
    lax |= ("script-src" in parts) != scripts or parts.get("script-src", ["'self'"]) != ["'self'"]
    if lax or any(not SOURCES.issuperset(sources) for sources in parts.values()):
        return f"the security policy is missing or allows too much; {LOST}"
    return None
