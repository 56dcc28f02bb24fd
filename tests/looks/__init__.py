"""Looks at a built site, whatever words it was built from: each gives what is wrong, and nothing where all is well.

A look is a function that any built site can be given. It knows no clause, no sentence and no number of this policy;
what must show, it takes from the site's own content. Beside each stands how the frozen school's site is spoilt for it,
so that every look is seen to find something.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from macros.shared import pages
from tests.site import NOT_FOUND, Built, Html

OfPage = Callable[[Built, Html], Iterable[str]]
OfSite = Callable[[Built], Iterable[str]]
Spoil = tuple[str, str | None, str | None]
"""A file of the built site, what is in it, and what is put in the place of that.

('x', "", None) takes it away, ('x', None, "words") is a new one, ('x', "", "y") puts the site's file y in its place.
"""

PAGE_LOOKS: dict[str, OfPage] = {}
SITE_LOOKS: dict[str, OfSite] = {}
SPOILT: dict[str, tuple[Spoil, ...]] = {}


def of_page(*spoilt: Spoil) -> Callable[[OfPage], OfPage]:
    """A look at one page. spoilt: ways to spoil the frozen school's site, each of which it must notice."""

    def listed(look: OfPage) -> OfPage:
        PAGE_LOOKS[look.__name__], SPOILT[look.__name__] = look, spoilt
        return look

    return listed


def of_site(*spoilt: Spoil) -> Callable[[OfSite], OfSite]:
    """A look at a site as a whole."""

    def listed(look: OfSite) -> OfSite:
        SITE_LOOKS[look.__name__], SPOILT[look.__name__] = look, spoilt
        return look

    return listed


def faults(site: Built) -> Mapping[str, list[str]]:
    """What each look finds wrong with a site, by its name and page; empty when all is well."""
    found = {name: list(look(site)) for name, look in SITE_LOOKS.items()}
    for html in site.pages():
        found |= {f"{name} of {html}": list(look(site, html)) for name, look in PAGE_LOOKS.items()}
    return {name: wrong for name, wrong in found.items() if wrong}


def led_to(html: Html, element: Element | None) -> list[str]:
    """Where the links in an element of a page lead, from the top of the site, such as 'policy/#a-clause'."""
    links = element.iter("a") if element is not None else ()
    return [urljoin(f"/{html.address}", a.get("href")).removeprefix("/") for a in links if a.get("href")]


def page_of(site: Built, html: Html) -> pages.Page | None:
    """The page in docs/ that a built page was made from."""
    return next((page for path, page in site.content.pages.items() if pages.address(path) == html.address), None)


def is_page(html: Html) -> bool:
    """Whether this is a page of docs/, and not the one for unknown addresses."""
    return html.address != NOT_FOUND


for module in iter_modules([str(Path(__file__).parent)]):
    import_module(f"{__name__}.{module.name}")
