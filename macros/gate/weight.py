"""What a built page weighs, with all that it loads."""

import gzip
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from macros.reading.mistakes import Mistake
from macros.shared.pages import CHANGES, NOT_FOUND, SEARCH, STAFF, Page, address

MOST, MOST_FILES = 16_000, 4  # bytes, compressed as a web server sends them, and files
MORE = {  # where these are not for a parent on a phone at night
    SEARCH: (64_000, 6),  # the library and the index come to the page
    STAFF: (24_000, 4),  # every clause with its address, and once one is in force with what it said
}
FOR_EACH_VERSION = {STAFF: 8_000, CHANGES: 16_000}  # bytes more: of what was adopted nobody can take words out
WORD = 4  # bytes of a word, compressed, about; for what to say
ITS_WORDS = "docs/_shared/wording.yml"  # of the page for unknown addresses
LOADS = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')


def check(pages: Mapping[str, Page], site: Path) -> Iterator[Mistake]:
    """Pages that are too heavy, as they were built into the folder `site`."""
    files = {page.name: site / address(path) / "index.html" for path, page in pages.items()}
    for name, file in (files | {ITS_WORDS: site / NOT_FOUND}).items():
        path = name.removeprefix("docs/")
        for text in _weight(path, limits(path, sum(page.is_version for page in pages.values())), site, file):
            yield Mistake(name, 0, text)


def _weight(path: str, most_of_all: tuple[int, int], site: Path, file: Path) -> Iterator[str]:
    (most, most_files), parts = most_of_all, loaded(site, file)
    if (more := _compressed(parts) - most) > 0:
        wrong = f"with all that it loads, the page has {most + more:,} bytes, and {most:,} is the most"
        where = " of any page" if path == SEARCH else ", or give some of them a page of their own"
        yield f"{wrong}; take words out{where} (about {-(-more // WORD)})"
    if len(parts) > most_files:
        yield f"the page loads {len(parts)} files, and {most_files} is the most; take out one of its scripts"


def limits(path: str, versions: int = 0) -> tuple[int, int]:
    """The most bytes and files that a page may load. path: from docs/. versions: how many were adopted."""
    most, files = MORE.get(path, (MOST, MOST_FILES))
    return most + versions * FOR_EACH_VERSION.get(path, 0), files + bool(versions)  # as-of.js


def weight(site: Path, file: Path) -> int:
    """Bytes of a built page and of all that it loads, compressed."""
    return _compressed(loaded(site, file))


def _compressed(files: list[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def loaded(site: Path, file: Path) -> list[Path]:
    """A built page's file and those that it loads. site: the folder that the site was built into."""
    return [file, *(_file(site, file, link) for link in LOADS.findall(file.read_text("utf-8")))]


def _file(site: Path, file: Path, link: str) -> Path:
    """What a link leads to; the page for unknown addresses has links from the top of the web server, above the site."""
    if not link.startswith("/"):
        return Path(os.path.normpath(file.parent / link))
    names = PurePosixPath(link).parts[1:]
    return next(found for n in range(len(names)) if (found := site.joinpath(*names[n:])).is_file())
