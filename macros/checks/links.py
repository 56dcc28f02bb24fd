"""Links typed in words: each leads to a page that exists, safely; no pictures. mkdocs_said.py has their places."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from macros.reading.mistakes import Mistake
from macros.reading.refusals import CALLED, LINK, NEVER, OUTSIDE, SCHEME
from macros.shared.pages import Page
from macros.values.phones import A_CALL, DIALLED


def check(texts: Mapping[str, str], pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Links that lead nowhere, or cannot stand where they do. texts: by the file's name. pages: by path from docs/."""
    for file, text in texts.items():
        for number, line in enumerate(text.split("\n"), start=1):
            wrong = [(text, "") for pattern, text in NEVER.items() if pattern.search(line)]
            for what, about in (*wrong, *_calls(line), *_leads(line, file, pages)):
                yield Mistake(file, number, what, about)


def _calls(line: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the numbers that a line's links call, and the file that each is about: none."""
    for words, target in CALLED.findall(line):
        said = re.sub(r"\(0\)|[^\d+]", "", words)
        if not re.fullmatch(DIALLED, target) or said not in ("", target.replace(";ext=", "")):
            yield f"the link [{words}](tel:{target}) does not call that number; write it as in {A_CALL}", ""


def _leads(line: str, file: str, pages: Collection[str]) -> Iterator[tuple[str, str]]:
    """The same of the pages that they lead to. file: from the project's folder. pages: paths from docs/.

    A page links from its own place; a shared file from the top of docs/, with a '/' in front.
    """
    shared = not file.endswith(".md")
    here = "/" if shared else posixpath.dirname(f"/{file.removeprefix('docs/')}")
    for target in (target for target in LINK.findall(line) if not OUTSIDE.match(target)):
        path = target.partition("#")[0]
        found = posixpath.normpath(posixpath.join(here, path)).lstrip("/")
        if scheme := SCHEME.match(target):
            yield f"a link cannot begin with {scheme[0]}; it can be https:, tel: or mailto:", ""
        elif shared != path.startswith("/"):
            whole = path.replace("../", "")
            remedy = f"write /{whole}" if shared else "write it from this page's own place, without the '/' in front"
            yield f"the link to {path} leads nowhere; {remedy}", ""
        elif found not in pages:
            near = get_close_matches(found, pages, n=1)
            meant = [f"/{page}" if shared else posixpath.relpath(f"/{page}", here) for page in near]
            remedy = f"did you mean {meant[0]}?" if meant else "look at the names in docs/"
            yield f"the link to {path} leads nowhere; {remedy}", f"docs/{found}"
