"""Contrast of colours, as WCAG 2.2 defines it, and the check of the school's colours against the site's."""

import re
from collections.abc import Mapping
from pathlib import Path

from macros.mistakes import Mistake
from macros.school import School
from macros.strict_yaml import Document, read_text

STYLESHEET = "overrides/site.css"
LEAST = 7.0  # WCAG 2.2, success criterion 1.4.6 (AAA) for text
GROUNDS = ("paper", "card", "talk-card")  # what the school's colour is read on, and what is read on it
DARK = "@media (prefers-color-scheme: dark)"

Palette = Mapping[str, str]  # name without its prefix, such as 'paper', to '#rrggbb'


def luminance(colour: str) -> float:
    """Relative luminance of '#rrggbb', from 0 (black) to 1 (white)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21, whichever of them is the ground."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palettes(stylesheet: str) -> Mapping[str, Palette]:
    """The colours that the stylesheet names, for 'light' and for 'dark'."""
    light, _, rest = stylesheet.partition(DARK)
    dark = rest[: rest.index("\n}")] if rest else ""
    named = re.compile(r"--ps-([a-z-]+):\s*(#[0-9a-fA-F]{6})")
    return {"light": dict(named.findall(light)), "dark": dict(named.findall(dark))}


def check(root: Path, school: Document[School]) -> list[Mistake]:
    """A Mistake for each of the school's colours that would be hard to read."""
    mistakes = []
    for scheme, palette in palettes(read_text(root / STYLESHEET, STYLESHEET)).items():
        colour = getattr(school.entries.colours, scheme)
        for ground in GROUNDS:
            if ground not in palette:
                text = f"the {scheme} scheme names no colour --ps-{ground}; write it as --ps-{ground}: #rrggbb"
                mistakes.append(Mistake(STYLESHEET, 0, text))
                continue
            reached = ratio(colour, palette[ground])
            if reached < LEAST:
                change = "darker" if scheme == "light" else "lighter"
                text = f"colours.{scheme}: {colour} has a contrast of {reached:.2f} with {palette[ground]}, and 7 is the least; make it {change}"
                mistakes.append(school.mistake(text, "colours", scheme))
                break
    return mistakes
