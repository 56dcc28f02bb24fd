"""What only a built page shows: headings and places that come from anywhere, and its weight with all that it loads."""

import gzip
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import pairwise
from pathlib import Path, PurePosixPath

from macros.reading.mistakes import Mistake
from macros.shared.pages import SEARCH, STAFF, Page, address

MOST, MOST_FILES = 16_000, 4  # bytes, compressed as a web server sends them, and files
MORE = {  # where these are not for a parent on a phone at night
    SEARCH: (64_000, 6),  # the library and the index come to the page
    STAFF: (24_000, 4),  # every clause with its address, and once one is in force with what it said
}
WORD = 4  # bytes of a word, compressed, about; for what to say
NOT_FOUND, ITS_WORDS = "404.html", "docs/_shared/wording.yml"
HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
ANCHOR = re.compile(r'<[^>]* id="([^"]+)"')
LOADS = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')


def check(pages: Mapping[str, Page], site: Path) -> Iterator[Mistake]:
    """What is wrong with the pages as they were built into the folder `site`."""
    files = {page.name: site / address(path) / "index.html" for path, page in pages.items()}
    for name, file in (files | {ITS_WORDS: site / NOT_FOUND}).items():
        html = file.read_text("utf-8")
        for text in (*_headings(html), *_places(html), *_weight(name.removeprefix("docs/"), site, file)):
            yield Mistake(name, 0, text)


def _headings(html: str) -> Iterator[str]:
    for (above, _), (level, words) in pairwise([("0", ""), *HEADING.findall(html)]):
        if int(level) > int(above) + 1 or (level == "1" and above != "0"):
            plain = " ".join(unescape(re.sub("<[^>]*>", "", words)).split())
            wrong = f"the heading '{plain}' is a second title or skips a level"
            yield f"{wrong}; look for '#' in the words that it comes from"


def _places(html: str) -> Iterator[str]:
    """Those that two parts of a page have the name of; a link would lead to the first of them."""
    for anchor in (anchor for anchor, count in Counter(ANCHOR.findall(html)).items() if count > 1):
        remedy = "give the heading or key that it comes from another name, such as"
        yield f"two places on this page are called '{anchor}'; {remedy} {{ #{anchor}-too }} behind a heading"


def _weight(path: str, site: Path, file: Path) -> Iterator[str]:
    (most, most_files), parts = limits(path), loaded(site, file)
    if (more := _compressed(parts) - most) > 0:
        wrong = f"with all that it loads, the page has {most + more:,} bytes, and {most:,} is the most"
        where = " of any page" if path == SEARCH else ", or give some of them a page of their own"
        yield f"{wrong}; take words out{where} (about {-(-more // WORD)})"
    if len(parts) > most_files:
        yield f"the page loads {len(parts)} files, and {most_files} is the most; take out one of its scripts"


def limits(path: str) -> tuple[int, int]:
    """The most bytes and files that a page may load. path: from docs/."""
    return MORE.get(path, (MOST, MOST_FILES))


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
