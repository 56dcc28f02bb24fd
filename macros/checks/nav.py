"""The pages of the menu are there, each in its place, and so are those that the site cannot do without."""

from collections.abc import Iterator, Mapping

from macros.reading.files import PUT_BACK
from macros.reading.mistakes import Mistake
from macros.shared.menu import NAME, Named
from macros.shared.pages import CONCERNS, NEEDED, SEARCH, Page


def check(menu: tuple[Named, ...], pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Pages that are named or needed and not there, or that stand in the wrong place, and pages that nothing leads to."""
    for path in NEEDED:
        if path not in pages:
            yield Mistake(f"docs/{path}", 0, f"the file is missing; {PUT_BACK}")
    first: dict[str, int] = {}
    for named in menu:
        if text := _wrong(named, menu, pages, first):
            yield Mistake(NAME, named.line, text)
        first.setdefault(named.path, named.line)
    for path, page in pages.items():
        if path not in first and not page.under and path not in NEEDED and page.record.whole:
            remedy = "add a line under nav in mkdocs.yml; or, for a page of help or a letter, one here such as 'under: help/index.md'"
            yield page.record.mistake(f"no page leads here; {remedy}", "title")


def _wrong(page: Named, menu: tuple[Named, ...], pages: Mapping[str, Page], first: Mapping[str, int]) -> str | None:
    """What is wrong with a page's place in the menu: each page is marked there once, and the ways to people and search stand on top."""
    group = next((other.group for other in menu if other.group), 0)
    if page.path not in pages:
        there = "put it back, or take it out here and where links lead to it"
        return f"there is no page docs/{page.path}; {there}" if page.path not in NEEDED else None
    if page.path in first:
        return f"{page.path} stands here a second time (first on line {first[page.path]}); keep one of them"
    if page.group and page.path in (CONCERNS, SEARCH):
        return f"{page.path} has to be on top of every page; put it above the group"
    if page.group not in (0, group):
        return f"one group can stand here; put {page.path} into the one on line {group}"
    if above := pages[page.path].under:
        return f"{page.path} stands under {above} already; take it out here"
    return None
