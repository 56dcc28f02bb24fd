"""What a page must be besides its words: whom and which scripts it names, what it stands under, how a page of help is made."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.mistakes import Mistake
from macros.reading import braces
from macros.shared.front_matter import ClauseRecord
from macros.shared.pages import HELP, Page
from macros.shared.routes import Routes

LIBRARY = "search/lunr.js"  # the script that is not in overrides/ but comes with MkDocs
SCRIPTS = {  # what a page needs for what it shows, by macro or by kind
    "self_check": ("self-check.js",),
    "citations": ("copy.js",),
    "letter": ("copy.js",),
    "search": (LIBRARY, "search/index.js", "search.js"),
}


def check(root: Path, site: Mapping[str, Page], routes: Routes) -> Iterator[Mistake]:
    """Routes, pages and scripts that front matter names and that are not there, and pages of help without a way on."""
    for page in site.values():
        yield from _help(page, routes)
        yield from _talk_to(page.record, routes) if page.clause_id else [*_scripts(page, root), *_under(page, site)]


def _talk_to(record: ClauseRecord, routes: Routes) -> Iterator[Mistake]:
    keyed = braces.Keyed("route", "docs/_shared/routes.yml", routes.routes)
    for n, key in enumerate(record.talk_to):
        if key not in routes.routes:
            yield record.mistake(f"talk_to: {keyed.unknown(key)}", "talk_to", n)


def _help(page: Page, routes: Routes) -> Iterator[Mistake]:
    """A page of help is marked as guidance, says first what to do first, and ends in somebody to talk to."""
    if page.clause_id or not page.path.startswith("help/"):
        return
    record = page.record
    if record.kind != "guidance":
        yield page.record.mistake("kind: a page of help is guidance; write 'kind: guidance'", "kind")
    if page.path != HELP:
        if not record.lead:
            yield page.record.mistake("lead: is missing; say in one sentence what to do first", "title")
        last = page.text.rstrip().rpartition("\n")
        if not last[2].startswith('{{ talk_to("'):
            route = next(iter(routes.routes))
            text = f'a page of help ends in somebody to talk to; make the last line {{{{ talk_to("{route}") }}}} or the like'
            yield Mistake(page.name, last[0].count("\n") + 2, text)


def _under(page: Page, site: Mapping[str, Page]) -> Iterator[Mistake]:
    """A page under one that does not exist, or under itself by way of others; a circle is said of its first page alone."""
    if page.under and page.under not in site:
        yield page.record.mistake(f"under: {braces.Keyed('page', 'docs/', site).unknown(page.under)}", "under")
    seen = [page.path]
    while (above := site[seen[-1]].under) and above in site and above not in seen:
        seen.append(above)
    if above == page.path == min(seen):
        circle = " to ".join([*seen, above])
        yield page.record.mistake(
            f"under: leads round in a circle ({circle}); let one of them stand under none", "under"
        )


def _scripts(page: Page, root: Path) -> Iterator[Mistake]:
    """Scripts that are not there, else those that the page needs for what it shows and does not name."""
    record = page.record
    there = {LIBRARY, *(script for script in record.scripts if (root / "overrides" / script).is_file())}
    shown = {call.macro for call in braces.find(page.text, page.name)} | {record.kind}
    needed = [script for name, scripts in SCRIPTS.items() if name in shown for script in scripts]
    if unknown := [script for script in record.scripts if script not in there]:
        text = f"scripts: there is no overrides/{unknown[0]}; name a file that is there"
        yield page.record.mistake(text, "scripts")
    elif missing := [script for script in needed if script not in record.scripts]:
        text = f"scripts: this page needs {' and '.join(missing)}; write scripts: [{', '.join(needed)}]"
        yield page.record.mistake(text, "scripts")
