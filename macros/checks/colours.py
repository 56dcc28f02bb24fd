"""Contrast of colours, as WCAG 2.2 defines it, and the check of the school's colours against the site's."""

import re
from collections.abc import Iterator, Mapping

from macros.reading.files import STYLESHEET
from macros.reading.mistakes import Mistake
from macros.reading.project import PUT_BACK
from macros.shared.school import School
from macros.shared.self_check import OUTCOMES, TODO

DARK_CHANNEL = 0.04045  # of 1; up to this a channel's light grows evenly (sRGB)
LEAST = 7.0  # WCAG 2.2, success criterion 1.4.6 (AAA) for text
LEAST_OF_EDGES = 3.0  # success criterion 1.4.11 (AA) for lines that show where a thing is
TEXT_ON_GROUND = (
    *((text, ground) for text in ("ink", "quiet", "school") for ground in ("paper", "card")),
    *((text, "talk-card") for text in ("ink", "school", "quiet")),  # the status, and a clause that is linked to
    ("paper", "school"),  # a button
    ("ink", "todo-card"),  # an answer that is chosen
    *((outcome, f"{outcome}-card") for outcome in (*OUTCOMES, TODO)),
)
EDGES = (("edge", "paper"), ("edge", "card"))
DARK = "@media (prefers-color-scheme: dark)"

Palette = Mapping[str, str]  # name without its prefix, such as 'paper', to '#rrggbb'


def luminance(colour: str) -> float:
    """Relative luminance of '#rrggbb', from 0 (black) to 1 (white)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= DARK_CHANNEL else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21, whichever of them is the ground."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palettes(stylesheet: str) -> Mapping[str, Palette]:
    """The colours that the stylesheet names, for 'light' and for 'dark'."""
    light, _, rest = stylesheet.partition(DARK)
    dark, end, _ = rest.partition("\n}")
    named = re.compile(r"--ps-([a-z-]+):\s*(#[0-9a-fA-F]{6})")
    return {"light": dict(named.findall(light)), "dark": dict(named.findall(dark if end else ""))}


def too_weak(palette: Palette) -> Iterator[tuple[str, str, float, float]]:
    """Each pair of colours that does not stand out: both names, the contrast reached, and the least that it needs."""
    for pairs, least in ((TEXT_ON_GROUND, LEAST), (EDGES, LEAST_OF_EDGES)):
        for one, other in pairs:
            if (reached := ratio(palette[one], palette[other])) < least:
                yield one, other, reached, least


def check(stylesheet: str, school: School | None = None) -> Iterator[Mistake]:
    """A Mistake for each pair of colours that is hard to read; of those with the school's own, for the first."""
    for scheme, named in palettes(stylesheet).items():
        if not named:
            text = f"the {scheme} scheme names no colour; {PUT_BACK}"
            yield Mistake(STYLESHEET, 0, text)
            continue
        known = school if school and school.whole else None
        palette = {**named, "school": getattr(known.colours, scheme) if known else named.get("ink", "")}
        missing = dict.fromkeys(name for pair in TEXT_ON_GROUND + EDGES for name in pair if name not in palette)
        for name in missing:
            text = f"the {scheme} scheme names no colour --ps-{name}; write it as --ps-{name}: #rrggbb"
            yield Mistake(STYLESHEET, 0, text)
        weak = [] if missing else list(too_weak(palette))
        for one, other, reached, least in (pair for pair in weak if "school" not in pair):
            low = _low(reached, f"--ps-{other}", least)
            yield Mistake(STYLESHEET, 0, f"in the {scheme} scheme --ps-{one} {low}; make them differ more")
        if known and (own := [pair for pair in weak if "school" in pair]):
            one, other, reached, least = own[0]
            low = _low(reached, palette[other if one == "school" else one], least)
            change = "darker" if scheme == "light" else "lighter"
            yield known.wrong(f"{palette['school']} {low}; make it {change}", "colours", scheme)


def _low(reached: float, ground: str, least: float) -> str:
    return f"has a contrast of {reached:.2f} with {ground}, and {least:g} is the least"
