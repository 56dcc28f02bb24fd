"""Text and markup. What is meant as Markdown or HTML is a Markup; all else is text, and is made markup where it is shown."""

import html
import re

from markupsafe import Markup

SIGNS = re.compile(r"([\\`*_{}\[\]#|])")  # that Markdown takes for more than themselves, wherever they stand
BEGINS = re.compile(r"^\s*(?=[-+])|^\s*\d+(?=[.)](?:\s|$))", re.MULTILINE)  # before a sign that begins a list or a rule


def meant(words: str) -> Markup:
    """Words that are meant as markup: an editor's own in Markdown, or what components made."""
    return Markup(words)  # noqa: S704 - the one place where text becomes markup as it is


def escaped(words: object) -> Markup:
    """Text as Markdown that shows just it; markup as it is."""
    if isinstance(words, Markup):
        return words
    return meant(BEGINS.sub(r"\g<0>\\", SIGNS.sub(r"\\\1", html.escape(str(words), quote=False))))
