"""A page in every mode that a visitor may use it in, and what is wrong with it there; of any site that is served."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.axe import broken_rules

SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
LEAST_TARGET = 44  # CSS pixels, WCAG 2.2 success criterion 2.5.5 (AAA); links in a sentence are excepted there


@dataclass(frozen=True)
class Mode:
    """How a visitor has set up phone or computer.

    style: CSS of their own. colours: whether axe looks as well: once light, once dark, on a phone, on a computer, and forced;
    most of its time goes into contrast. Sideways scrolling and targets are looked at in every mode.
    """

    width: int = 360
    scheme: str = "light"
    forced: str = "none"
    motion: str = "no-preference"
    style: str = ""
    colours: bool = True


MODES = {
    "320 px": Mode(320, colours=False),
    "360 px, light": Mode(360),
    "360 px, dark": Mode(360, "dark", colours=False),
    "1280 px, light": Mode(1280, colours=False),
    "1280 px, dark": Mode(1280, "dark"),
    "forced colours, light": Mode(forced="active"),
    "forced colours, dark": Mode(scheme="dark", forced="active", colours=False),
    "reduced motion": Mode(motion="reduce", colours=False),
    "text at 200 %, phone": Mode(360, style="html { font-size: 212.5% !important }", colours=False),
    "text at 200 %, computer": Mode(1280, style="html { font-size: 212.5% !important }", colours=False),
    "text spacing": Mode(320, style=SPACING, colours=False),
}
SMALL_TARGETS = """least => [...document.querySelectorAll('a, button, label, summary, input')].filter(item => {
  if (!item.checkVisibility()) return false;
  const ticks = input => ['checkbox', 'radio'].includes(input?.type);  // of these, the label is the target
  if (ticks(item) || item.control && !ticks(item.control)) return false;
  const box = item.getBoundingClientRect();
  const inSentence = getComputedStyle(item).display === 'inline' && item.parentElement.textContent.trim() !== item.textContent.trim();
  const fillsItsCard = getComputedStyle(item, '::after').position === 'absolute';
  const offScreen = box.bottom < 0;  // the skip link, until it has focus
  return !inSentence && !fillsItsCard && !offScreen && (box.height < least || box.width < least);
}).map(item => item.outerHTML)"""


def put_on(tab: Page, mode: Mode) -> None:
    tab.set_viewport_size({"width": mode.width, "height": 800})
    tab.emulate_media(color_scheme=mode.scheme, forced_colors=mode.forced, reduced_motion=mode.motion)
    tab.evaluate(
        "css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own] }",
        mode.style,
    )


def faults(tab: Page, mode: Mode) -> list[str]:
    """What is wrong with the page as it looks now: rules of accessibility, sideways scrolling, small targets."""
    found = broken_rules(tab) if mode.colours else []
    if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("scrolls sideways")
    return found + [f"small target: {html}" for html in tab.evaluate(SMALL_TARGETS, LEAST_TARGET)]


HARDEST = ("320 px", "360 px, light", "text at 200 %, phone")  # where other words tell first


def faults_in_every_mode(tab: Page, modes: Iterable[str] = MODES) -> Mapping[str, list[str]]:
    """Modes with their faults; empty when there are none."""
    found = {}
    for name in modes:
        mode = MODES[name]
        put_on(tab, mode)
        if wrong := faults(tab, mode):
            found[name] = wrong
    return found
