"""What is meant as Markdown or HTML is a Markup. All else is text, and is made markup where it is shown."""

import html
import re
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

from macros.reading.templates import template

SIGNS = re.compile(r"([\\`*_{}\[\]#|])")  # that Markdown takes for more than themselves, wherever they stand
BEGINS = re.compile(r"^\s*(?=[-+])|^\s*\d+(?=[.)](?:\s|$))", re.MULTILINE)  # before a sign that begins a list or a rule


def escaped(words: object) -> Markup:
    """Text as Markdown that shows just it; markup as it is."""
    if isinstance(words, Markup):
        return words
    shown = SIGNS.sub(r"\\\1", html.escape(str(words), quote=False))
    return Markup(BEGINS.sub(r"\g<0>\\", shown).replace("]:", "]&#58;"))  # which would say where a link leads


def marked(fact: Any) -> Any:
    """A fact, or all that stands in an entry, as markup: what words in Markdown can name."""
    if isinstance(fact, BaseModel):
        return fact.model_copy(update={name: marked(value) for name, value in fact})
    return escaped(fact) if isinstance(fact, str) else fact


def fill(words: str, **places: object) -> str:
    """Plain words with each '{{ place }}' filled in: text, and markup where a link or the like is filled in.

    Raises UndefinedError for a place that is not given.
    """
    if not any(isinstance(value, Markup) for value in places.values()):
        return template(words).render(places)
    typed = template(html.escape(words, quote=False))  # which has no other signs than these, see kinds.py
    return Markup(typed.render({name: escaped(value) for name, value in places.items()}))
