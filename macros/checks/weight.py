"""What a built page weighs, with all that it loads, compressed as a web server sends it."""

import gzip
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from macros.reading.mistakes import Mistake
from macros.shared.pages import SEARCH, STAFF, Page, address

MOST, MOST_FILES = 16_000, 4  # bytes, and files
MORE = {  # where these are not for a parent on a phone at night
    SEARCH: (64_000, 6),  # the library and the index come to the page
    STAFF: (24_000, 4),  # every clause with its address, and once one is in force with what it said
}
NOT_FOUND, ITS_WORDS = "404.html", "docs/_shared/wording.yml"
LOADS = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')
WORD = 4  # bytes of a word, compressed, about; for what to say


def loaded(folder: Path, file: Path) -> list[Path]:
    """A built page's file and those that it loads. site: the folder that the site was built into."""
    return [file, *(_file(folder, file, link) for link in LOADS.findall(file.read_text("utf-8")))]


def _file(folder: Path, file: Path, link: str) -> Path:
    """What a link leads to; the page for unknown addresses has links from the top of the web server, above the site."""
    if not link.startswith("/"):
        return Path(os.path.normpath(file.parent / link))
    names = PurePosixPath(link).parts[1:]
    return next(found for n in range(len(names)) if (found := folder.joinpath(*names[n:])).is_file())


def weight(folder: Path, file: Path) -> int:
    """Bytes of a built page and of all that it loads."""
    return sum(len(gzip.compress(part.read_bytes())) for part in loaded(folder, file))


def limits(path: str) -> tuple[int, int]:
    """The most bytes and files that a page may load. path: from docs/."""
    return MORE.get(path, (MOST, MOST_FILES))


def too_heavy(pages: Mapping[str, Page], folder: Path) -> Iterator[Mistake]:
    """Pages of a built site that weigh too much, or load too many files."""
    files = {page.name: folder / address(path) / "index.html" for path, page in pages.items()}
    for name, file in (files | {ITS_WORDS: folder / NOT_FOUND}).items():
        path = name.removeprefix("docs/")
        most, most_files = limits(path)
        if (bytes := weight(folder, file)) > most:
            what = (
                "take words out of any page"
                if path == SEARCH
                else "take words out, or give some of them a page of their own"
            )
            text = f"with all that it loads, the page has {bytes:,} bytes, and {most:,} is the most; {what} (about {-(-(bytes - most) // WORD)})"
            yield Mistake(name, 0, text)
        if (count := len(loaded(folder, file))) > most_files:
            yield Mistake(
                name, 0, f"the page loads {count} files, and {most_files} is the most; take out one of its scripts"
            )
