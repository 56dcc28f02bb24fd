"""A built site as a visitor meets it: its pages, and what is in their HTML."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from playwright.sync_api import Page

from macros.checks.load import load
from macros.commands.site import build
from macros.listed.inventory import on_the_site
from macros.policy.plain import plain
from macros.reading.project import ROOT
from macros.register import Register
from macros.running.environment import today
from macros.shared import pages
from macros.shared.pages import POLICY, address
from macros.site import Site

NOT_FOUND = "404.html"
OUTSIDE = {"https", "http", "tel", "mailto"}
IN_THE_PAGE = "data:"
SUBFOLDER = "/parents/"  # where the tests serve a site
AS_TYPED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "–": "--", "—": "---"})


def addresses(paths: Iterator[str]) -> list[str]:
    """The addresses of a site's pages, by their paths from docs/, and of the page for unknown addresses."""
    return [*map(address, paths), NOT_FOUND]


def pages_of(docs: Path) -> Mapping[str, pages.Page]:
    """The pages in a project's docs/, by their paths."""
    return pages.read(docs, on_the_site(f"docs/{file.relative_to(docs).as_posix()}" for file in docs.rglob("*.md")))


PAGES = pages_of(ROOT / "docs")  # of this project
ADDRESSES = addresses(PAGES)
WITH_SCRIPTS = [address(path) for path, page in PAGES.items() if getattr(page.record, "scripts", ())]


@cache  # pages of two projects are often the same
def parsed(source: str) -> Element:
    return html5lib.parse(source, namespaceHTMLElements=False)


@cache
def ids_in(source: str) -> tuple[str, ...]:
    return tuple(element.get("id") for element in parsed(source).iterfind(".//*[@id]"))


@dataclass(frozen=True)
class Html:
    """A built page."""

    address: str
    source: str

    @cached_property
    def root(self) -> Element:
        return parsed(self.source)

    @property
    def main(self) -> Element:
        return self.root.find(".//main")

    def all(self, path: str) -> list[Element]:
        """Elements by ElementTree's path, such as './/a[@href]'."""
        return self.root.findall(path)

    def links(self, path: str = ".//a[@href]") -> list[str]:
        return [element.get("href") for element in self.all(path)]

    def ids(self) -> tuple[str, ...]:
        return ids_in(self.source)

    def __str__(self) -> str:
        return self.address or "the first page"


def text(element: Element | None) -> str:
    """All the words in an element, as `straight` gives them; '' where there is none."""
    return straight("".join(element.itertext())) if element is not None else ""


def straight(words: str) -> str:
    """Words with quotation marks, dashes and dots as typed, and with white space folded."""
    return " ".join(words.translate(AS_TYPED).split())


@dataclass(frozen=True)
class Built:
    """A built site. project: what it was built from. folder: where. content: its words. day: on which. url: where it is served, with a slash."""

    project: Path
    folder: Path
    content: Site
    day: date
    url: str = ""

    def file(self, address: str) -> Path:
        path = self.folder / address
        return path / "index.html" if path.is_dir() else path

    def html(self, address: str) -> Html:
        return Html(address, self.file(address).read_text("utf-8"))

    @property
    def addresses(self) -> list[str]:
        return addresses(self.content.pages)

    def pages(self) -> Iterator[Html]:
        return map(self.html, self.addresses)

    def reached(self, here: str, link: str) -> str | None:
        """The address of the page that a link on the page `here` leads to; None where that is no page of the site."""
        url = urlsplit(urljoin(SUBFOLDER + here, link))
        inside = not urlsplit(link).scheme and url.path.startswith(SUBFOLDER)
        there = url.path.removeprefix(SUBFOLDER)
        return there if inside and there in self.addresses else None

    def address_of(self, kind: str) -> list[str]:
        """The addresses of the pages of a kind, such as 'letter'."""
        found = {path: getattr(page.record, "kind", "clause") for path, page in self.content.pages.items()}
        return [address(path) for path in found if found[path] == kind]

    def register(self, here: str = POLICY) -> Register:
        return Register(self.content, lambda: here)

    def says(self, words: str) -> str:
        """Words of the project with macros in them, as a page shows them."""
        return straight(plain(self.register().expand(words)))


def built(project: Path, day: date | None = None, folder: Path | None = None) -> Built:
    """Builds a project's site as it is on a day, today if none is given."""
    folder = folder or project / "site"
    with pytest.MonkeyPatch.context() as patch:
        if day:
            patch.setenv("TODAY", day.isoformat())
        assert build(project, folder) == 0, "the site does not build; make site says why"
        return Built(project, folder, load(project), today())


def sheets(page: Page) -> int:
    """How many sheets of A4 a page takes when it is printed."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def broken_links(site: Built, html: Html) -> Iterator[str]:
    """The links of a page that lead nowhere, out of the site's folder, or to no place on their page."""
    top = "/" if html.address == NOT_FOUND else SUBFOLDER  # only the page for unknown addresses has absolute links
    if html.address == NOT_FOUND and site.content.school.site_address:
        top = urlsplit(site.content.school.site_address).path
    for element in [*html.all(".//*[@href]"), *html.all(".//*[@src]")]:
        link = element.get("href") or element.get("src")
        if urlsplit(link).scheme in OUTSIDE or link.startswith(IN_THE_PAGE):
            continue
        target = urlsplit(urljoin(top + html.address, link))
        path = target.path.removeprefix(top)
        file = site.folder / path
        if urlsplit(link).scheme or not target.path.startswith(top):
            yield f"{link} leads out of the site"
        elif not ((file / "index.html").is_file() or file.is_file()):
            yield f"{link} leads nowhere"
        elif target.fragment and file.suffix != ".pdf" and target.fragment not in site.html(path).ids():
            yield f"{link} leads to no place on that page"
