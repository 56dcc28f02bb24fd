"""The pages in docs/: which of them are on the site, and what each of them is."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.reading.entries import parse
from macros.reading.files import read_text
from macros.reading.mistakes import Found, Mistake, mistake
from macros.shared.front_matter import ClauseRecord, PageRecord
from macros.typed.models import likely

HOME = "index.md"
POLICY = "policy/index.md"
VERSIONS = "policy/versions"  # the folder of the adopted versions' pages
CHECK = "before-you-post.md"
CONCERNS = "raise-a-concern.md"
DEFINITIONS = "definitions.md"
HELP = "help/index.md"
NOW = "help/happening-now.md"
LETTERS = "letters/index.md"
CHANGES = "changes.md"
SEARCH = "search.md"
STAFF = "staff.md"
# Links lead to these from anywhere.
NEEDED = (HOME, CHECK, CONCERNS, POLICY, DEFINITIONS, CHANGES, HELP, NOW, LETTERS, STAFF, SEARCH)
NOT_FOUND = "404.html"  # what a web server shows for an address that leads nowhere
NO_TITLE = "the page has no title; begin with a line '---', then 'title: …', then '---'"
KEY = re.compile(r"^(\w+):", re.MULTILINE)
NO_CLAUSE = {"description", "kind"}  # entries of every page but a clause's
RULED = re.compile(r"\s*---\s*\n")
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A page on the site. path: from docs/, such as 'policy/clause-id.md'. text: the whole file."""

    path: str
    text: str
    record: PageRecord | ClauseRecord

    @property
    def name(self) -> str:
        return f"docs/{self.path}"

    @property
    def clause_id(self) -> str | None:
        """The clause whose record this page is; None for every other page."""
        return self.path.removeprefix("policy/").removesuffix(".md") if is_clause_page(self.path) else None

    @property
    def is_version(self) -> bool:
        """Whether this is the page of an adopted version."""
        return self.path.startswith(f"{VERSIONS}/")

    @property
    def is_letter(self) -> bool:
        """Whether it is one of the letters."""
        return isinstance(self.record, PageRecord) and self.record.kind == "letter"

    @property
    def under(self) -> str | None:
        """The page that leads to this one; None where that is the first page."""
        return self.record.under if isinstance(self.record, PageRecord) else POLICY

    @property
    def first_line(self) -> int:
        """The number of the line that ends the front matter."""
        front_matter = FRONT_MATTER.match(self.text)
        return front_matter[0].rstrip("\n").count("\n") + 1 if front_matter else 0

    @property
    def is_withdrawn(self) -> bool:
        """Whether this page is all that is left of a clause."""
        return isinstance(self.record, ClauseRecord) and self.record.withdrawn is not None

    @property
    def is_guidance(self) -> bool:
        """Whether what is typed on it is guidance: on a clause's page, and on one that says so."""
        return self.record.kind == "guidance" if isinstance(self.record, PageRecord) else not self.is_withdrawn


def address(path: str, folders: bool = True) -> str:
    """A page's lasting address from the top of the site: 'policy/clause-id/', or '' for the first page.

    folders: False for the copy that opens from a disk, where it is 'policy/clause-id.html'.
    """
    stem = path.removesuffix(".md")
    if not folders:
        return f"{stem}.html"
    return "" if stem == "index" else stem.removesuffix("index") if stem.endswith("/index") else f"{stem}/"


def is_clause_page(path: str) -> bool:
    return path.startswith("policy/") and path.count("/") == 1 and path != POLICY


def read(docs: Path, paths: Iterable[str]) -> Mapping[str, Page]:
    """Every page on the site by its path. paths: of them, from docs/. Raises Mistakes for wrong front matter."""
    found = Found()
    pages: dict[str, Page] = {}
    first: dict[str, str] = {"404/": NOT_FOUND}
    for path in sorted(paths):
        if page := found.take(_read_page, docs / path, path):
            pages[path] = page
        if (other := first.setdefault(address(path), path)) != path:
            late, there = (other, path) if path in NEEDED else (path, other)
            text = f"this page would have the same address as {there}; rename it, or take it out"
            found.mistakes.append(Mistake(f"docs/{late}", 0, text))
    return found.give(pages)


def _read_page(file: Path, path: str) -> Page:
    """Raises Mistakes, with as much of the page as can be read."""
    found, name = Found(), f"docs/{path}"
    text = found.take(read_text, file, name) or ""
    front_matter = FRONT_MATTER.match(text)
    if wrong := _misplaced(path, front_matter[1] if front_matter else ""):
        raise mistake(name, wrong)
    model: type[PageRecord | ClauseRecord] = ClauseRecord if is_clause_page(path) else PageRecord
    record = found.take(parse, front_matter[1], name, model, first_line=2) if front_matter else None
    if text and not front_matter:
        found.mistakes.append(Mistake(name, 1, _no_front_matter(text)))
    return found.give(Page(path, text, record or likely(model, {}).read_from(name, {}, "", whole=False)))


def _no_front_matter(text: str) -> str:
    """What to say of a page that has no entries above its words, or none that can be told from them."""
    if text.startswith("---"):
        return "the entries at the top have no end; put a line '---' below them, above the words"
    return "the first '---' has to be the first line; take out what stands above it" if RULED.match(text) else NO_TITLE


def _misplaced(path: str, front_matter: str) -> str | None:
    """What to say of a page in another folder than its kind; of what is wrong in it otherwise nothing is said."""
    keys, name = {*KEY.findall(front_matter)}, posixpath.basename(path)
    if not is_clause_page(path) and "added" in keys and not keys & NO_CLAUSE:
        return f"this is a clause's page, by its 'added: …'; move it to docs/policy/{name}, where those stand"
    if is_clause_page(path) and keys & NO_CLAUSE and "added" not in keys:
        under = re.search(r"^under: *(\S+)", front_matter, re.MULTILINE)
        there = posixpath.join(posixpath.dirname(under[1] if under else ""), name)
        key = min(keys & NO_CLAUSE)
        return f"this is no clause's page, by its '{key}: …'; move it out of docs/policy/, such as to docs/{there}"
    return None
