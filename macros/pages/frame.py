"""What stands around the words of every page: reckoned here, shown by overrides/main.html and the other files of the look."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Self

import markdown

from macros.pages.markdown import Expand, day, month
from macros.policy.plain import plain
from macros.policy.versions import PDF, Version, today
from macros.shared.front_matter import PageRecord
from macros.shared.now import EMERGENCY, Bar
from macros.shared.pages import HOME, NOW, POLICY, SEARCH, Page, address
from macros.shared.school import Colours, Security
from macros.shared.search import Place, places, words_of
from macros.shared.self_check import TICK_BOXES
from macros.shared.wording import Wording, fill
from macros.site import Site


@dataclass(frozen=True)
class Link:
    """address: from the top of the site, such as 'policy/'."""

    address: str
    title: str


@dataclass(frozen=True)
class Pdf:
    """The same words to print. address: from the top of the site. size: such as '120 kB'."""

    address: str
    size: str


@dataclass(frozen=True)
class Frame:
    """What is around one page.

    tab: its title in the browser's tab. name: in the breadcrumb. trail: the pages that lead to it, from the one below the first page.
    description: for search engines and previews; '' where there is none. robots: what they are asked, such as 'noindex', or ''.
    kind, lead, scripts: as in its front matter. has_contents: whether its headings are listed once they are many.
    withheld: whether a notice stands in the place of its words.
    """

    title: str
    tab: str
    name: str
    robots: str
    trail: tuple[Link, ...] = ()
    description: str = ""
    kind: str = ""
    lead: str = ""
    scripts: tuple[str, ...] = ()
    is_policy: bool = False
    has_contents: bool = False
    withheld: bool = False
    pdf: Pdf | None = None


@dataclass(frozen=True)
class Frames:
    """What is around every page, and what the other files of the look need.

    emergency: what the bar's call dials. now: the address that it leads on to. needs_adoption: HTML, for a page that is withheld.
    security: None once it has run out. questions, reasons: ids of the check's questions, and of its inputs that have a reason.
    cited: the sources that each page names, by its path and theirs; it grows while pages are made.
    """

    words: Wording
    school: str
    colours: Colours
    security: Security | None
    robots: str
    bar: Bar
    emergency: str
    now: str
    search: Link
    another_way: str
    needs_adoption: str
    questions: tuple[str, ...]
    reasons: tuple[str, ...]
    places: tuple[Place, ...]
    words_of: Callable[[str], str]
    month: Callable[[str], str]
    cited: Mapping[str, Mapping[str, object]]
    pages: Mapping[str, Frame]
    not_found: Frame

    def __deepcopy__(self, memo: object) -> Self:
        """Itself, since nothing in it is changed: Zensical copies a build's settings, and this is among them."""
        return self


def frames(site: Site, expand: Expand, cited: Mapping[str, Mapping[str, object]], folders: bool) -> Frames:
    """expand: calls macros in shared words, without sources. folders: whether a page's address is a folder's."""
    words, school, check = site.wording, site.school, site.check
    links = {path: Link(address(path, folders), page.record.title) for path, page in site.pages.items()}
    files = pdfs(os.environ.get("PDFS"), site.versions)
    missing = words.not_found.title
    robots = "" if site.versions else "noindex"
    return Frames(
        words=words,
        school=school.name,
        colours=school.colours,
        security=school.security if school.security and school.security.expires >= today() else None,
        robots=robots,
        bar=site.now.bar,
        emergency=site.now.helplines[EMERGENCY].link,
        now=links[NOW].address,
        search=links[SEARCH],
        another_way=plain(expand(words.another_way)),
        needs_adoption=markdown.markdown(expand(words.needs_adoption)),
        questions=(TICK_BOXES, *check.questions),
        reasons=tuple(id for _, id, answer in check.inputs() if answer.because),
        places=tuple(places(site)),
        words_of=words_of,
        month=partial(month, site),
        cited=cited,
        pages={
            path: _frame(site, page, tuple(links[above] for above in site.trail(path)[:-1]), files.get(path))
            for path, page in site.pages.items()
        },
        not_found=Frame(missing, f"{missing}{words.frame.separator}{school.name}", missing, robots),
    )


def pdfs(folder: str | None, versions: Iterable[Version]) -> dict[str, Pdf]:
    """The PDF of each page that has one, by the page's path. folder: they were written there; while serving there are none."""
    if not folder:
        return {}
    found = {POLICY: PDF} | {version.page: version.pdf for version in versions}
    return {path: Pdf(pdf, f"{(Path(folder) / pdf).stat().st_size / 1000:.0f} kB") for path, pdf in found.items()}


def _frame(site: Site, page: Page, trail: tuple[Link, ...], pdf: Pdf | None) -> Frame:
    record, words, clauses, applies = page.record, site.wording, site.policy.clauses, site.standing.applies
    names = (site.school.name, record.title) if page.path == HOME else (record.title, site.school.name)
    of_policy = page.path == POLICY or page.clause_id in clauses
    is_preview = not site.versions or (site.standing.stage == "changed" and of_policy)
    frame = Frame(
        title=record.title,
        tab=words.frame.separator.join(names),
        name=record.title,
        robots="noindex" if is_preview else "",
        trail=trail,
        is_policy=page.path == POLICY,
        has_contents=True,
        pdf=pdf,
    )
    if isinstance(record, PageRecord):
        return replace(
            frame,
            description=record.description,
            kind=record.kind,
            lead=record.lead or "",
            scripts=record.scripts,
            has_contents=record.contents,
            withheld=record.needs_adoption and not applies,
        )
    if record.withdrawn:
        gone = fill(words.withdrawn.description, title=record.title, date=day(site, record.withdrawn))
        return replace(frame, description=gone)
    clause = clauses[page.clause_id or ""]
    name = fill(words.clause.number, number=clause.number)
    said = " ".join(part.text for part in (clauses.get(clause.under or ""), clause) if part)
    return replace(frame, name=name, description=f"{name}: {said}", has_contents=False)
