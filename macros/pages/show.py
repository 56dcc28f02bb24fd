"""Shows the components of overrides/components/: all look is there; here is only what every one of them may use.

A component whose name ends in .md gives Markdown, one in .html gives HTML that Markdown takes as it stands.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import jinja2

from macros.pages.dates import day, month
from macros.pages.markdown import escaped, expand, link, phone
from macros.pages.version import told
from macros.reading.templates import fill
from macros.shared.wording import Wording


class Show:
    """Puts facts into components, for one page at a time.

    root: the project's folder. names: what shared words may call and name, such as the macros by their names.
    here: gives the path of the page being made. always: what else every component may use.
    """

    def __init__(self, root: Path, words: Wording, names: Mapping[str, Any], here: Callable[[], str], **always: object):
        self._templates = _templates(root)
        self._names, self._here = names, here
        months = words.sources.months
        self._always = always | {
            "words": words,
            "macros": names,
            "day": partial(day, months),
            "month": partial(month, months),
            "phone": phone,
            "told": partial(told, day=partial(day, months)),
            "expand": self.expand,
            "line": self._line,
        }

    def __call__(self, component: str, **facts: object) -> str:
        """A component with what it shows. component: its file's name, such as 'note.md'. Raises UndefinedError for a missing fact."""
        here = self._here()
        page = {"here": here, "link": partial(link, here=here)}
        shown = self._templates.get_template(component).render(self._always | page | facts)
        return _flat(shown) if component.endswith(".html") else _loose(shown)

    def expand(self, text: str, **places: object) -> str:
        """Shared words with their macros called and their places filled in."""
        return expand(text, {**self._names, **places}, self._here())

    def _line(self, text: str) -> str:
        """The same in one line."""
        return " ".join(self.expand(text).split())


@lru_cache(maxsize=1)  # it keeps the templates that it has read, and reads one again that has changed
def _templates(root: Path) -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(root / "overrides/components")
    found = jinja2.Environment(
        loader=loader, undefined=jinja2.StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True
    )
    found.filters |= {"fill": fill, "escaped": escaped}
    return found


def _flat(html: str) -> str:
    """HTML as Markdown takes it: no indentation and no blank line."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def _loose(markdown: str) -> str:
    """Markdown with one blank line where the template leaves several."""
    return re.sub(r"\n\s*\n", "\n\n", markdown).strip()
