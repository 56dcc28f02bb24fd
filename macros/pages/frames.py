"""What stands around every page: reckoned here, and shown by overrides/main.html and the templates beside it."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

import markdown
from markupsafe import Markup

from macros.pages import beside
from macros.pages.beside import Due, Link, Notice
from macros.pages.dates import day, month
from macros.pages.search import Place, words_of
from macros.policy.plain import plain
from macros.reading.markup import fill
from macros.shared.front_matter import ClauseRecord, PageRecord
from macros.shared.pages import POLICY, Page, address
from macros.shared.school import Security
from macros.shared.sources import Source
from macros.site import Site

STALE = datetime.timedelta(days=31)  # after which a site that is made anew each day is out of date
Cited = Mapping[str, Mapping[str, Source]]


@dataclass(frozen=True)
class Frame:
    """What is around one page.

    record: its front matter; that of a clause has no kind, scripts and the like. name: in the breadcrumb.
    is_preview: whether search engines skip it. trail: the pages that lead to it, from the one below the first page.
    description: for search engines and previews; '' where there is none. files: its words as a PDF, and as plain text.
    notice: above a letter, or in its place.
    """

    title: str
    name: str
    is_preview: bool
    record: PageRecord | ClauseRecord | None = None
    trail: tuple[Link, ...] = ()
    description: str = ""
    files: tuple[Link, ...] = ()
    notice: Notice | None = None


@dataclass(frozen=True)
class Frames:
    """What is the same around every page, and each page's own frame by its path.

    links: to every page, by its path. security: None once it has run out.
    as_of: on which day it was made. stale: HTML, for whoever reads it long after, from the day stale_from on.
    due: what will be true on a later day.
    cited: by a page's path, the sources that it names, by their keys; it grows while pages are made.
    """

    site: Site
    links: Mapping[str, Link]
    security: Security | None
    another_way: str
    as_of: str
    stale: Markup
    stale_from: datetime.date
    due: tuple[Due, ...]
    places: Sequence[Place]
    words_of: Callable[[str], str]
    fill: Callable[..., str]
    month: Callable[[str], str]
    cited: Cited
    pages: Mapping[str, Frame]
    not_found: Frame

    def __deepcopy__(self, memo: object) -> Self:
        """Itself, since nothing in it is changed: Zensical copies a build's settings, and this is among them."""
        return self


def frames(
    site: Site,
    places: Sequence[Place],
    expand: Callable[[str], str],
    cited: Cited,
    *,
    folders: bool,
    made: Path | None,
) -> Frames:
    """places: all that can be found. expand: calls macros in shared words, without sources.

    folders: whether a page's address is a folder's. made: where the PDFs are; None while serving, when there are none.
    """
    words, security = site.wording, site.school.security
    links = {path: Link(address(path, folders), page.record.title) for path, page in site.pages.items()}
    files = beside.files(site, made) if made else {}
    notices = beside.notices(site, expand, folders=folders)
    return Frames(
        site=site,
        links=links,
        security=security if security and security.expires >= site.today else None,
        another_way=plain(expand(words.another_way)),
        places=places,
        words_of=words_of,
        fill=fill,
        month=partial(month, words.sources.months),
        cited=cited,
        as_of=fill(words.frame.as_of, day=day(words.sources.months, site.today)),
        stale_from=site.today + STALE,
        stale=Markup(markdown.markdown(expand(words.frame.stale))),
        due=beside.due(site, expand),
        pages={
            path: _frame(site, page, links, files.get(path, ()), notices.get(path)) for path, page in site.pages.items()
        },
        not_found=Frame(words.not_found.title, words.not_found.title, not site.versions),
    )


def _frame(site: Site, page: Page, links: Mapping[str, Link], files: tuple[Link, ...], notice: Notice | None) -> Frame:
    record, words, clause = page.record, site.wording, site.policy.clauses.get(page.clause_id or "")
    applies = site.standing.applies
    then = applies.clause(clause.id) if applies and clause else None
    name = fill(words.clause.number, number=(then or clause).number) if clause else record.title
    is_preview = not site.versions or (site.standing.stage == "changed" and bool(clause or page.path == POLICY))
    trail = tuple(links[above] for above in site.trail(page.path)[:-1])
    if isinstance(record, PageRecord):
        description = record.description
    elif clause:
        description = f"{name}: {(applies and applies.says(clause.id)) or site.snapshot.says(clause.id)}"
    else:
        date = day(words.sources.months, record.withdrawn) if record.withdrawn else ""
        description = fill(words.withdrawn.description, title=name, date=date)
    return Frame(record.title, name, is_preview, record, trail, description, files, notice)
