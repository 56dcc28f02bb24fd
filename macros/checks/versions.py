"""Adopted versions and their pages belong together, and every address that stood when one was adopted still stands."""

from collections.abc import Iterator, Mapping

from macros.policy.versions import Version
from macros.reading.mistakes import Mistake
from macros.shared.pages import VERSIONS, Page


def pages(versions: tuple[Version, ...], pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Versions without a page, and pages without a version."""
    wanted, there = {version.page for version in versions}, {path for path in pages if path.startswith(f"{VERSIONS}/")}
    for path in wanted - there:
        yield Mistake(f"docs/{path}", 0, "the page of this version is missing; put it back")
    for path in there - wanted:
        yield Mistake(f"docs/{path}", 0, "there is no version for this page; versions come from make adopt")


def lost(versions: tuple[Version, ...], addresses: tuple[str, ...]) -> Iterator[Mistake]:
    """Addresses that stood when a version was adopted and are lost. addresses: of the site as it is."""
    gone = {lost: version.label for version in versions for lost in version.addresses if lost not in addresses}
    for address, label in gone.items():
        text = f"the address {address} stood when version {label} was adopted and has to stay; put back its page or id"
        path, _, anchor = address.partition("#")
        yield Mistake("docs", 0, text, about=anchor or f"docs/{path.rstrip('/') or 'index'}.md")
