"""Every pair of colours that the site puts together stands out, in light and in dark."""

import pytest

from macros.checks.colours import palettes, ratio, too_weak
from macros.reading.files import STYLESHEET
from macros.reading.project import ROOT
from macros.site import Site

PALETTES = palettes((ROOT / STYLESHEET).read_text("utf-8"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_edges_stand_out_from_their_grounds(scheme: str, content: Site) -> None:
    assert list(too_weak({**PALETTES[scheme], "school": getattr(content.school.colours, scheme)})) == []


@pytest.mark.parametrize("name", ["ink", "quiet", "paper", "edge", "stop", "talk-card", "school"])
def test_a_colour_that_does_not_is_named(name: str, content: Site) -> None:
    palette = {**PALETTES["light"], "school": content.school.colours.light, name: "#c0c0c0"}
    assert any(name in pair[:2] for pair in too_weak(palette))


def test_dark_names_every_colour_that_light_names() -> None:
    light, dark = PALETTES.values()
    assert light.keys() == dark.keys() and light


@pytest.mark.parametrize(
    "one, other, expected", [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)]
)
def test_the_ratio_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert ratio(one, other) == pytest.approx(ratio(other, one)) == pytest.approx(expected, abs=0.01)
