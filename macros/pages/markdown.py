"""What Markdown needs reckoned: links that are right from a page, and words that show as they are."""

import datetime
import html
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from macros.pages import dates
from macros.policy.clauses import Clause
from macros.reading import braces
from macros.shared.pages import CONCERNS
from macros.shared.routes import Message
from macros.shared.school import dialled
from macros.shared.wording import fill
from macros.site import Site

LINK_FROM_DOCS = re.compile(r"\]\(/([^)\s]+)\)")  # shared words link from docs/: [the policy](/policy/index.md)


def link(words: str, target: str, here: str, anchor: str = "", attributes: str = "") -> str:
    """A Markdown link from the page `here` to the page `target`; both are paths from docs/."""
    path = "" if target == here and anchor else posixpath.relpath(target, posixpath.dirname(here) or ".")
    fragment = f"#{anchor}" if anchor else ""
    return f"[{words}]({path}{fragment})" + (f"{{ {attributes} }}" if attributes else "")


def expand(text: str, names: Mapping[str, Any], here: str) -> str:
    """Shared words with their macros called, and with links that are right from the page `here`."""
    expanded = braces.template(text).render(names)

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


# Until the merge: what follows is used by clause.py, version.py, changes.py, letters.py, cite.py and review.py alone.

Expand = Callable[[str], str]  # calls the macros in shared words


def box(css_class: str, *blocks: str, tag: str = "div") -> str:
    """Markdown blocks inside an element of their own; nothing where all of them are empty."""
    inside = "\n\n".join(block.strip() for block in blocks if block.strip())
    if not inside:
        return ""
    return f'<{tag} class="{css_class}" markdown="block">\n\n{inside}\n\n</{tag}>'


def reference(site: Site, clause: Clause, words: str, here: str) -> str:
    return link(words or fill(site.wording.clause.reference, number=clause.number), clause.path, here)


def way_on(site: Site, keys: Iterable[str], here: str) -> str:
    """Whom to talk to about what, under its heading: how a page of guidance ends. Then: talk-to.md."""
    routes, labels = {key: site.routes.routes[key] for key in keys}, site.wording
    rows = [
        f"- {link(route.about, CONCERNS, here, key)} "
        + (fill(labels.contact.talk_to, who=route.who) if route.who else "")
        for key, route in routes.items()
    ]
    return f"## {labels.clause.talk_to} {{ #talk-to }}\n\n" + box("ps-subjects", "\n".join(rows))


def day(site: Site, date: datetime.date) -> str:
    """'22 November 2026'. Then: dates.day."""
    return dates.day(site.wording.sources.months, date)
