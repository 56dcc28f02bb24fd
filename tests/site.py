"""The built site as a visitor meets it: its pages, and what is in their HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from playwright.sync_api import Page

from macros import pages
from macros.build import ROOT
from macros.pages import address

NOT_FOUND = "404.html"
OUTSIDE = {"https", "tel", "mailto"}
IN_THE_PAGE = "data:"
SUBFOLDER = "/parents/"  # where the tests serve the site


PAGES = pages.read(ROOT / "docs")
ADDRESSES = [*map(address, PAGES), NOT_FOUND]
WITH_SCRIPTS = [address(path) for path, page in PAGES.items() if getattr(page.record.entries, "scripts", ())]


@dataclass(frozen=True)
class Html:
    """A built page."""

    address: str
    source: str

    @cached_property
    def root(self) -> Element:
        return html5lib.parse(self.source, namespaceHTMLElements=False)

    def all(self, path: str) -> list[Element]:
        """Elements by ElementTree's path, such as './/a[@href]'."""
        return self.root.findall(path)

    def ids(self) -> list[str]:
        return [element.get("id") for element in self.all(".//*[@id]")]


def text(element: Element) -> str:
    """All the words in an element, with white space folded and quotation marks as typed."""
    return straight(" ".join("".join(element.itertext()).split()))


def straight(words: str) -> str:
    """Words with their quotation marks as typed."""
    for curly, straight in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"')):
        words = words.replace(curly, straight)
    return words


@dataclass(frozen=True)
class Site:
    """folder: where it was built. url: where it is served, with a slash at the end."""

    folder: Path
    url: str

    def file(self, address: str) -> Path:
        path = self.folder / address
        return path / "index.html" if path.is_dir() else path

    def html(self, address: str) -> Html:
        return Html(address, self.file(address).read_text("utf-8"))

    def pages(self) -> Iterator[Html]:
        return map(self.html, ADDRESSES)


def sheets(page: Page) -> int:
    """How many sheets of A4 a page takes when it is printed."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def broken_links(site: Site, address: str) -> list[str]:
    """The links of a page that lead nowhere, out of the site's folder, or to no place on their page."""
    html, found = site.html(address), []
    top = "/" if address == NOT_FOUND else SUBFOLDER  # only the page for unknown addresses has absolute links
    for element in [*html.all(".//*[@href]"), *html.all(".//*[@src]")]:
        link = element.get("href") or element.get("src")
        if urlsplit(link).scheme in OUTSIDE or link.startswith(IN_THE_PAGE):
            continue
        target = urlsplit(urljoin(top + address, link))
        path = target.path.removeprefix(top)
        file = site.folder / path
        if urlsplit(link).scheme or not target.path.startswith(top):
            found.append(f"{link} leads out of the site")
        elif not ((file / "index.html").is_file() or file.is_file()):
            found.append(f"{link} leads nowhere")
        elif target.fragment and file.suffix != ".pdf" and target.fragment not in site.html(path).ids():
            found.append(f"{link} leads to no place on that page")
    return found
