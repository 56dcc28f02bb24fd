"""What a page must be besides its words: in the menu or under a page, with its scripts and with somebody to talk to."""

import posixpath
from collections.abc import Iterator, Mapping

from macros.listed.inventory import LIBRARY, RENDERED, SCRIPTS
from macros.listed.menu import Named
from macros.listed.settings import NAME
from macros.reading import braces
from macros.reading.macro_rules import Keyed
from macros.reading.mistakes import Mistake
from macros.reading.project import PUT_BACK
from macros.shared.front_matter import PageRecord
from macros.shared.pages import CONCERNS, HELP, NEEDED, SEARCH, Page
from macros.shared.routes import HELP_NOW, Routes

NEEDS = {  # what a page needs for what it shows, by macro or by kind
    "self_check": ("self-check.js",),
    "citations": ("copy.js",),
    "letter": ("copy.js",),
    "search": (LIBRARY, "search/index.js", "search.js"),
}


def in_menu(menu: tuple[Named, ...], pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Pages that are named or needed and not there, or stand in the wrong place, and pages that nothing leads to."""
    for path in NEEDED:
        if path not in pages:
            yield Mistake(f"docs/{path}", 0, f"the file is missing; {PUT_BACK}")
    first: dict[str, int] = {}
    for named in menu:
        if text := _misplaced(named, menu, pages, first):
            yield Mistake(NAME, named.line, text, about=f"docs/{named.path}")
        first.setdefault(named.path, named.line)
    for path, page in pages.items():
        if path not in first and not page.under and path not in NEEDED and page.record.whole:
            remedy = "add a line under nav in mkdocs.yml; or, for a page of help or a letter, one here such as"
            yield page.record.mistake(f"no page leads here; {remedy} 'under: help/index.md'", "title")


def _misplaced(page: Named, menu: tuple[Named, ...], pages: Mapping[str, Page], first: Mapping[str, int]) -> str | None:
    """What is wrong with a page's place: each is marked there once, and the ways to people and search stand on top."""
    group = next((other.group for other in menu if other.group), 0)
    if page.path not in pages:
        near = posixpath.normpath(page.path).lstrip("/").removeprefix("docs/")
        if near != page.path and near in pages:
            return f"a page is named here as it stands in docs/; write {near}"
        remedy = "put it back, or take it out here"
        return f"there is no page docs/{page.path}; {remedy}" if page.path not in NEEDED else None
    if page.path in first:
        return f"{page.path} stands here a second time (first on line {first[page.path]}); keep one of them"
    if page.group and page.path in (CONCERNS, SEARCH):
        return f"{page.path} has to be on top of every page; put it above the group"
    if page.group not in (0, group):
        return f"one group can stand here; put {page.path} into the one on line {group}"
    above = pages[page.path].under
    return f"{page.path} stands under {above} already; take it out here" if above else None


def under(pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Pages under one that is not there, or under themselves by way of others, which is said of the first of them."""
    there = Keyed("page", "docs/", pages)
    for path, page in pages.items():
        if page.under and page.under not in pages:
            yield page.record.wrong(there.unknown(page.under), "under", about=f"docs/{page.under}")
        seen = [path]
        while (above := pages[seen[-1]].under) and above in pages and above not in seen:
            seen.append(above)
        if above == path == min(seen):
            circle = " to ".join([*seen, above])
            yield page.record.wrong(f"leads round in a circle ({circle}); let one of them stand under none", "under")


def help(pages: Mapping[str, Page], routes: Routes | None = None) -> Iterator[Mistake]:
    """A page of help is marked as guidance, says first what to do first, and ends in somebody to talk to."""
    for page, record in _whole(pages):
        if not page.path.startswith("help/"):
            continue
        if record.kind != "guidance":
            yield record.wrong("a page of help is guidance; write 'kind: guidance'", "kind")
        if page.path == HELP:
            continue
        if not record.lead:
            yield record.mistake("lead: is missing; say in one sentence what to do first", "title")
        above, _, last = page.text.rstrip().rpartition("\n")
        if not last.startswith('{{ talk_to("'):
            route = next(iter(routes.routes), HELP_NOW) if routes else HELP_NOW
            call = f'{{{{ talk_to("{route}") }}}}'
            text = f"a page of help ends in somebody to talk to; make the last line {call} or the like"
            yield Mistake(page.name, above.count("\n") + 2, text)


def scripts(pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Scripts that are not there, else those that a page needs for what it shows and does not name."""
    there = {LIBRARY, *SCRIPTS, *(name for name in RENDERED if name.endswith(".js"))}
    for page, record in _whole(pages):
        shown = {call.macro for call in braces.find(page.text, page.name)} | {record.kind}
        needed = [script for name, scripts in NEEDS.items() if name in shown for script in scripts]
        if unknown := [script for script in record.scripts if script not in there]:
            yield record.wrong(f"there is no overrides/{unknown[0]}; name a file that is there", "scripts")
        elif missing := [script for script in needed if script not in record.scripts]:
            write = f"write scripts: [{', '.join(needed)}]"
            yield record.wrong(f"this page needs {' and '.join(missing)}; {write}", "scripts")


def _whole(pages: Mapping[str, Page]) -> Iterator[tuple[Page, PageRecord]]:
    """The pages that are no clause's and have nothing wrong above their words."""
    for page in pages.values():
        if isinstance(page.record, PageRecord) and page.record.whole:
            yield page, page.record
