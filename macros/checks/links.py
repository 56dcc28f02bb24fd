"""Links typed in words: each leads to a page that exists, in a way that is safe; no pictures. mkdocs_said.py has their places."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from macros.reading.mistakes import Mistake
from macros.reading.refusals import CALLED, FAR, LINK, OUTSIDE, SCHEME, SOURCE_IN_LINK
from macros.shared.pages import Page
from macros.shared.school import DIALS


def check(texts: Mapping[str, str], pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """The links that lead nowhere, or that cannot stand where they do. texts: by the file's name. pages: by path from docs/."""
    for file, text in texts.items():
        yield from _links(text, file, pages)


def _links(text: str, file: str, pages: Collection[str]) -> Iterator[Mistake]:
    """Those of a file. file: from the project's folder. pages: paths from docs/.

    A page links from its own place; a shared file from the top of docs/, with a '/' in front.
    """
    shared = not file.endswith(".md")
    here = "/" if shared else posixpath.dirname(f"/{file.removeprefix('docs/')}")
    for number, line in enumerate(text.split("\n"), start=1):
        if FAR.match(line):
            yield Mistake(file, number, "an address stands right behind its words; write [words](address)")
        if "![" in line:
            yield Mistake(
                file, number, "a picture cannot stand here; take out the '!' to link to it, or say it in words"
            )
        if SOURCE_IN_LINK.search(line):
            yield Mistake(file, number, "a source cannot stand inside a link's words; put it behind the link")
        for words, target in CALLED.findall(line):
            said = re.sub(r"[^\d+]", "", words)
            if not re.fullmatch(DIALS, target.removeprefix("tel:")) or said not in ("", target.removeprefix("tel:")):
                yield Mistake(
                    file,
                    number,
                    f"the link [{words}]({target}) does not call that number; write it as in [0800 1111](tel:08001111)",
                )
        for target in LINK.findall(line):
            if OUTSIDE.match(target) or target.startswith(("#", "{")):
                continue
            if scheme := SCHEME.match(target):
                yield Mistake(file, number, f"a link cannot begin with {scheme[0]}; it can be https:, tel: or mailto:")
                continue
            path = target.partition("#")[0]
            if shared != path.startswith("/"):
                remedy = f"write /{path}" if shared else "write it from this page's own place, without the '/' in front"
                yield Mistake(file, number, f"the link to {path} leads nowhere; {remedy}")
            elif (found := posixpath.normpath(posixpath.join(here, path)).lstrip("/")) not in pages:
                near = get_close_matches(found, pages, n=1)
                remedy = f"did you mean {near[0]}?" if near else "look at the names in docs/"
                yield Mistake(file, number, f"the link to {path} leads nowhere; {remedy}", about=f"docs/{found}")
