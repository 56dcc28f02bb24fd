"""What a page must be besides its words: whom and which scripts it names, what it stands under, how a page of help is made."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.reading import braces
from macros.reading.mistakes import Mistake
from macros.shared.front_matter import ClauseRecord, PageRecord
from macros.shared.pages import HELP, Page
from macros.shared.routes import HELP_NOW, Routes

LIBRARY = "search/lunr.js"  # the script that is not in overrides/ but comes with MkDocs
SCRIPTS = {  # what a page needs for what it shows, by macro or by kind
    "self_check": ("self-check.js",),
    "citations": ("copy.js",),
    "letter": ("copy.js",),
    "search": (LIBRARY, "search/index.js", "search.js"),
}


def talk_to(pages: Mapping[str, Page], routes: Routes) -> Iterator[Mistake]:
    """Routes that a clause's record names and that are not there."""
    there = braces.Keyed("route", routes.file, routes.routes)
    for record in (page.record for page in pages.values()):
        for n, key in enumerate(record.talk_to if isinstance(record, ClauseRecord) else ()):
            if key not in routes.routes:
                yield record.mistake(f"talk_to: {there.unknown(key)}", "talk_to", n, about=key)


def help(pages: Mapping[str, Page], routes: Routes | None = None) -> Iterator[Mistake]:
    """A page of help is marked as guidance, says first what to do first, and ends in somebody to talk to."""
    for path, page in pages.items():
        record = page.record
        if not path.startswith("help/") or not isinstance(record, PageRecord) or not record.whole:
            continue
        if record.kind != "guidance":
            yield record.mistake("kind: a page of help is guidance; write 'kind: guidance'", "kind")
        if path == HELP:
            continue
        if not record.lead:
            yield record.mistake("lead: is missing; say in one sentence what to do first", "title")
        above, _, last = page.text.rstrip().rpartition("\n")
        if not last.startswith('{{ talk_to("'):
            call = f'{{{{ talk_to("{next(iter(routes.routes)) if routes and routes.routes else HELP_NOW}") }}}}'
            text = f"a page of help ends in somebody to talk to; make the last line {call} or the like"
            yield Mistake(page.name, above.count("\n") + 2, text)


def under(pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Pages under one that does not exist, or under themselves by way of others; a circle is said of its first page alone."""
    there = braces.Keyed("page", "docs/", pages)
    for path, page in pages.items():
        if page.under and page.under not in pages:
            yield page.record.mistake(f"under: {there.unknown(page.under)}", "under", about=f"docs/{page.under}")
        seen = [path]
        while (above := pages[seen[-1]].under) and above in pages and above not in seen:
            seen.append(above)
        if above == path == min(seen):
            circle = " to ".join([*seen, above])
            text = f"under: leads round in a circle ({circle}); let one of them stand under none"
            yield page.record.mistake(text, "under")


def scripts(root: Path, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Scripts that are not there, else those that a page needs for what it shows and does not name."""
    for page in pages.values():
        record = page.record
        if not isinstance(record, PageRecord) or not record.whole:
            continue
        there = {LIBRARY, *(script for script in record.scripts if (root / "overrides" / script).is_file())}
        shown = {call.macro for call in braces.find(page.text, page.name)} | {record.kind}
        needed = [script for name, scripts in SCRIPTS.items() if name in shown for script in scripts]
        if unknown := [script for script in record.scripts if script not in there]:
            text = f"scripts: there is no overrides/{unknown[0]}; name a file that is there"
            yield record.mistake(text, "scripts")
        elif missing := [script for script in needed if script not in record.scripts]:
            text = f"scripts: this page needs {' and '.join(missing)}; write scripts: [{', '.join(needed)}]"
            yield record.mistake(text, "scripts")
