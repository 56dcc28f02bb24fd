"""The pages in docs/: which of them are on the site, and what each of them is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.mistakes import Mistake, Mistakes
from macros.reading.entries import parse
from macros.reading.files import read_text
from macros.shared.front_matter import ClauseRecord, PageRecord

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
NEEDED = (
    HOME,
    CHECK,
    CONCERNS,
    POLICY,
    DEFINITIONS,
    CHANGES,
    HELP,
    NOW,
    LETTERS,
    STAFF,
    SEARCH,
)  # links lead there from anywhere
NOT_ON_THE_SITE = ("_shared", "_versions", "governors")  # folders of docs/; mkdocs.yml excludes the same ones
NAME = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*/)*[a-z0-9]+(-[a-z0-9]+)*\.md")  # of a page, from docs/
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
    def under(self) -> str | None:
        """The page that leads to this one; None where that is the first page."""
        return POLICY if self.clause_id else self.record.under

    @property
    def first_line(self) -> int:
        """The number of the line that ends the front matter."""
        return FRONT_MATTER.match(self.text)[0].rstrip("\n").count("\n") + 1

    @property
    def is_withdrawn(self) -> bool:
        """Whether this page is all that is left of a clause."""
        return self.clause_id is not None and self.record.withdrawn is not None

    @property
    def is_guidance(self) -> bool:
        """Whether what is typed on it is guidance: on a clause's page, and on one that says so."""
        return not self.is_withdrawn if self.clause_id else self.record.kind == "guidance"


def address(path: str, folders: bool = True) -> str:
    """A page's lasting address from the top of the site: 'policy/clause-id/' for 'policy/clause-id.md', '' for the first page.

    folders: False for the copy that opens from a disk, where it is 'policy/clause-id.html'.
    """
    stem = path.removesuffix(".md")
    if not folders:
        return f"{stem}.html"
    return "" if stem == "index" else stem.removesuffix("index") if stem.endswith("/index") else f"{stem}/"


def is_clause_page(path: str) -> bool:
    return path.startswith("policy/") and path.count("/") == 1 and path != POLICY


def read(docs: Path) -> Mapping[str, Page]:
    """Every page on the site by its path. Raises Mistakes for front matter that is missing or wrong."""
    found: dict[str, Page] = {}
    mistakes: list[Mistake] = []
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs).as_posix()
        if path.split("/")[0] in NOT_ON_THE_SITE or file.is_dir() and file.suffix != ".md" or file.name.startswith("."):
            continue
        try:
            if not path.endswith(".md"):
                remedy = "it would be published as it is, so take it out"
                raise Mistakes([Mistake(f"docs/{path}", 0, f"this file is no page, whose name ends in .md; {remedy}")])
            if not NAME.fullmatch(path):
                remedy = "rename it, such as new-page.md"
                raise Mistakes(
                    [Mistake(f"docs/{path}", 0, f"a page's name has small letters, digits and hyphens; {remedy}")]
                )
            found[path] = _read_page(file, path)
        except Mistakes as error:
            mistakes.extend(error.mistakes)
    if mistakes:
        raise Mistakes(mistakes)
    return found


def _read_page(file: Path, path: str) -> Page:
    name = f"docs/{path}"
    text = read_text(file, name)
    front_matter = FRONT_MATTER.match(text)
    if not front_matter:
        remedy = "begin with a line '---', then 'title: …', then '---'"
        raise Mistakes([Mistake(name, 1, f"the page has no title; {remedy}")])
    model = ClauseRecord if is_clause_page(path) else PageRecord
    return Page(path, text, parse(front_matter[1], name, model, first_line=2))
