"""Which files a built site has, and none besides; and that each is whole."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from macros.gate.frame import LOST, unsafe
from macros.listed.inventory import LIBRARY, RENDERED, SCRIPTS
from macros.reading.mistakes import Mistake
from macros.shared.pages import Page, address

OF_THE_BUILD = ("sitemap.xml", "sitemap.xml.gz")
CONTACT = ".well-known/security.txt"  # there while somebody is named
LEAST = 100  # bytes of the smallest
REMARK = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
HEADERS = "_headers"


def names(folder: Path) -> set[str]:
    """Of every file in a folder, from the folder."""
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir()}


def page_files(pages: Mapping[str, Page], *, folders: bool) -> dict[str, str]:
    """The name of each page's file, and of the file in docs/ that it is made from."""
    made = {address(path, folders): page.name for path, page in pages.items()}
    return {f"{at}index.html" if at.endswith("/") or not at else at: name for at, name in made.items()}


def check(folder: Path, there: Collection[str], pages: Mapping[str, str], others: Collection[str]) -> Iterator[Mistake]:
    """there: the names of the folder's files. pages: of theirs, with what they are made from. others: of no page."""
    look = {name: f"overrides/{name}" for name in (*SCRIPTS, *RENDERED) if name != CONTACT}
    wanted = {**pages, **look} | dict.fromkeys(OF_THE_BUILD, "mkdocs.yml")
    for name in sorted({LIBRARY, *others, *wanted} - {*there}):
        source = wanted.get(name, "mkdocs.yml")
        yield Mistake(source, 0, f"nothing was made of this file; {LOST}, and mkdocs.yml")
    for name in sorted({*there} - {LIBRARY, CONTACT, *others, *wanted}):
        yield Mistake("mkdocs.yml", 0, f"{name} would be on the site, and nothing asks for it; {LOST}, and mkdocs.yml")
    for name in sorted({*there} & {*others, *look, *OF_THE_BUILD}):
        if wrong := _wrong(folder / name):
            yield Mistake(wanted.get(name, f"overrides/{name}"), 0, f"what was made of it {wrong}; {LOST}")


def _wrong(file: Path) -> str | None:
    """What to say of a file that is no page."""
    data = file.read_bytes()
    if len(data) < LEAST and file.suffix not in (".txt", ".html"):  # which the rest of the gate reads
        return f"has only {len(data)} bytes"
    if file.suffix == ".pdf":
        return None if data.startswith(b"%PDF-") and b"%%EOF" in data[-LEAST:] else "is no PDF"
    return _wrong_words(file, data.decode("utf-8", "replace")) if file.suffix != ".gz" else None


def _wrong_words(file: Path, text: str) -> str | None:
    """The same of one that can be read."""
    policy = text.partition("\n  Content-Security-Policy: ")[2].partition("\n")[0]
    if file.name == HEADERS and unsafe(policy, scripts=True):
        return "has no security policy, or one that allows too much"
    if file.suffix in (".css", ".js"):
        return _wrong_code(file, text)
    if file.suffix == ".json":
        try:
            json.loads(text)
        except ValueError:
            return "is no JSON"
    return None


def _wrong_code(file: Path, text: str) -> str | None:
    """The same of a script or a style sheet."""
    if file.suffix == ".js" and len(REMARK.sub("", text).strip()) < LEAST:
        return "does nothing"
    if any(text.count(a) != text.count(b) for a, b in ("{}", "()", "[]")):
        return "breaks off, since its brackets are not all closed"
    if file.suffix == ".css" and re.search(r"@import|url\(\s*['\"]?\s*(?:[a-z]+:|//)", text):
        return "asks for something from elsewhere"
    return "has something to fill in left in it" if "{{" in text or "{%" in text else None
