"""Every pair of colours that the site puts together reaches 7 to 1, in light and in dark."""

import pytest

from macros.build import ROOT
from macros.content import Content
from macros.contrast import LEAST, STYLESHEET, palettes, ratio

TEXT_ON_GROUND = [
    *((text, ground) for text in ("ink", "quiet", "school") for ground in ("paper", "card")),
    *(
        (text, ground) for text in ("ink", "school") for ground in ("talk-card",)
    ),  # the status, and a clause that is linked to
    ("paper", "school"),  # a button
    ("ink", "todo-card"),  # an answer that is chosen
    ("quiet", "talk-card"),
    *((outcome, f"{outcome}-card") for outcome in ("stop", "talk", "ok", "todo")),
]
EDGES = [("edge", "paper"), ("edge", "card")]  # lines that show where a thing is need 3 to 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text, ground", TEXT_ON_GROUND)
def test_text_stands_out_from_its_ground(scheme: str, text: str, ground: str, content: Content) -> None:
    palette = {**palettes((ROOT / STYLESHEET).read_text())[scheme], "school": getattr(content.school.colours, scheme)}
    assert ratio(palette[text], palette[ground]) >= LEAST


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("edge, ground", EDGES)
def test_an_edge_can_be_seen(scheme: str, edge: str, ground: str) -> None:
    palette = palettes((ROOT / STYLESHEET).read_text())[scheme]
    assert ratio(palette[edge], palette[ground]) >= 3


def test_dark_names_every_colour_that_light_names() -> None:
    light, dark = palettes((ROOT / STYLESHEET).read_text()).values()
    assert light.keys() == dark.keys() and light


@pytest.mark.parametrize(
    "one, other, expected", [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)]
)
def test_the_ratio_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert ratio(one, other) == pytest.approx(ratio(other, one)) == pytest.approx(expected, abs=0.01)
