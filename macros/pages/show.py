"""Shows the components of overrides/components/: all look is there; here is only what every one of them may use.

A component whose name ends in .md gives Markdown, one in .html gives HTML that Markdown takes as it stands.
Text in it is escaped for the one or the other by itself, and what is a Markup is not: what macros and `expand` give.
In HTML, text inside an element that Markdown reads is `|escaped`; in Markdown, text inside an attribute is `|e`.
Shared words link from the top of docs/, '[words](/raise-a-concern.md#staff)'; `expand` turns that into a link from the
page that shows them, which MkDocs then checks like any other.
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from macros.pages.dates import day, month
from macros.reading.markup import escaped, fill
from macros.reading.templates import template
from macros.running.boundary import at_work
from macros.running.bounds import Bounded
from macros.shared import pages
from macros.shared.routes import Message
from macros.values.phones import dialled
from macros.wording.whole import Wording

FROM_DOCS = re.compile(
    r"(?<!\\)\]\(/([^)\s#]+)#?([^)\s]*)\)"
)  # shared words link from docs/: [the policy](/policy/index.md)


BREAKS = re.compile(r"\s*\n\s*(?![-*+•]\s)|[ \t]+")


class Show:
    """Puts facts into components, for one page at a time.

    root: the project's folder. names: what shared words may call and name, such as the macros by their names.
    here: gives the path of the page being made. always: what else every component may use.
    """

    def __init__(
        self, root: Path, words: Wording, names: Mapping[str, object], here: Callable[[], str], **always: object
    ) -> None:
        self._root, self._templates, self._names, self._here = root, _templates(root), names, here
        months = words.sources.months
        dates = {"day": partial(day, months), "month": partial(month, months)}
        own = {"words": words, "macros": names, "expand": self.expand, "line": self._line, "paths": pages}
        self._always = always | dates | own | {"phone": phone, "mailto": mailto}

    def __call__(self, component: str, **facts: object) -> Markup:
        """A component, such as 'note.md', with what it shows. Raises UndefinedError for a fact that is missing."""
        here = self._here()
        page = {"here": here, "link": partial(link, here=here)}
        kind = component.rpartition(".")[2]
        with at_work(f"overrides/components/{component}", self._root):
            shown = self._templates[kind].get_template(component).render(self._always | page | facts)
        return flat(shown) if kind == "html" else Markup(re.sub(r"\n\s*\n", "\n\n", shown).strip())

    def expand(self, text: str, **places: object) -> Markup:
        """Shared words with macros called, places filled in, and links that are right from the page being made."""
        here = self._here()
        names = {**self._names, **{place: escaped(value) for place, value in places.items()}}
        expanded = template(text).render(names) if "{" in text else text.removesuffix("\n")
        return Markup(FROM_DOCS.sub(lambda found: f"]({_relative(found[1], here, found[2])})", expanded))

    def _line(self, text: str) -> Markup:
        """The same in one line; a list, which cannot stand in one, keeps its lines, and macros/gate/ sees its signs."""
        return Markup(BREAKS.sub(" ", self.expand(text).strip()))


@lru_cache(maxsize=1)  # it keeps the templates that it has read, and reads one again that has changed
def _templates(root: Path) -> Mapping[str, jinja2.Environment]:
    """What renders components, by how their names end."""
    loader = jinja2.FileSystemLoader(root / "overrides/components")
    found = Bounded(
        loader=loader, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=True
    )
    found.filters |= {"fill": fill, "escaped": escaped, "flat": flat}
    return {"html": found, "md": found.overlay(finalize=escaped)}


def flat(html: str) -> Markup:
    """HTML without its indentation, which would be code in Markdown, and without empty lines, which would end it."""
    return Markup("\n".join(line.strip() for line in html.splitlines() if line.strip()))


def _relative(target: str, here: str, anchor: str) -> str:
    path = "" if target == here and anchor else posixpath.relpath(target, posixpath.dirname(here) or ".")
    return f"{path}#{anchor}" if anchor else path


def link(words: str, target: str, here: str, anchor: str = "", attributes: str = "") -> Markup:
    """A Markdown link from the page `here` to the page `target`; both are paths from docs/."""
    attributed = f"{{ {attributes} }}" if attributes else ""
    return Markup(f"[{escaped(words)}]({_relative(target, here, anchor)}){attributed}")


def phone(number: str) -> Markup:
    """A number to dial."""
    return Markup(f"[{escaped(number)}]({dialled(number)})")


def mailto(address: str, message: Message) -> Markup:
    """The link that begins an email with these words. Source: RFC 6068, section 5: a line ends in CR LF."""
    subject, body = (quote(text.strip().replace("\n", "\r\n"), safe="") for text in (message.subject, message.body))
    return Markup(f"mailto:{address}?subject={subject}&body={body}")
