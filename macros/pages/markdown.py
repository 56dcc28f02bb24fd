"""What Markdown needs reckoned: links that are right from a page, and words that show as they are."""

import html
import posixpath
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from macros.reading.templates import template
from macros.shared.routes import Message
from macros.shared.school import dialled

LINK_FROM_DOCS = re.compile(r"\]\(/([^)\s]+)\)")  # shared words link from docs/: [the policy](/policy/index.md)


def link(words: str, target: str, here: str, anchor: str = "", attributes: str = "") -> str:
    """A Markdown link from the page `here` to the page `target`; both are paths from docs/."""
    path = "" if target == here and anchor else posixpath.relpath(target, posixpath.dirname(here) or ".")
    fragment = f"#{anchor}" if anchor else ""
    return f"[{words}]({path}{fragment})" + (f"{{ {attributes} }}" if attributes else "")


def expand(text: str, names: Mapping[str, Any], here: str) -> str:
    """Shared words with their macros called and places filled in, and with links that are right from the page `here`."""
    expanded = template(text).render(names)

    def from_here(match: re.Match[str]) -> str:
        path, _, anchor = match[1].partition("#")
        return link("", path, here, anchor)[1:]

    return LINK_FROM_DOCS.sub(from_here, expanded)


def escaped(words: str) -> str:
    """Plain words as Markdown that shows just them."""
    return re.sub(r"([\\`*_{}\[\]#|])", r"\\\1", html.escape(words, quote=False))


def phone(number: str) -> str:
    """A number to dial."""
    return f"[{number}]({dialled(number)})"


def mailto(address: str, message: Message) -> str:
    """The link that begins an email with these words. Source: RFC 6068, section 5: a line ends in CR LF."""
    subject, body = (quote(text.strip().replace("\n", "\r\n"), safe="") for text in (message.subject, message.body))
    return f"mailto:{address}?subject={subject}&body={body}"
