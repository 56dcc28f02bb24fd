"""What overrides/ can name: what stands around every page, and what the stylesheet, search and a web server's files need."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

import markdown

from macros.pages.dates import month
from macros.pages.frame import Frame, Link, frame
from macros.pages.search import Place, words_of
from macros.policy.plain import plain
from macros.policy.versions import PDF, Version, today
from macros.reading.templates import fill
from macros.shared.now import EMERGENCY, Bar
from macros.shared.pages import NOW, POLICY, SEARCH, address
from macros.shared.school import School, Security
from macros.shared.self_check import TICK_BOXES
from macros.shared.wording import Wording
from macros.site import Site


@dataclass(frozen=True)
class Frames:
    """What is the same around every page, and each page's own frame by its path.

    emergency: what the bar's call dials. now: the address that it leads on to. needs_adoption: HTML, for a page that is withheld.
    security: None once it has run out. questions, reasons: ids of the check's questions, and of its inputs that have a reason.
    cited: by a page's path, the sources that it names, by their keys; it grows while pages are made.
    """

    words: Wording
    school: School
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
    fill: Callable[..., str]
    month: Callable[[str], str]
    cited: Mapping[str, Mapping[str, object]]
    pages: Mapping[str, Frame]
    not_found: Frame

    def __deepcopy__(self, memo: object) -> Self:
        """Itself, since nothing in it is changed: Zensical copies a build's settings, and this is among them."""
        return self


def frames(
    site: Site,
    places: Iterable[Place],
    expand: Callable[[str], str],
    cited: Mapping[str, Mapping[str, object]],
    folders: bool,
    made: Path | None,
) -> Frames:
    """expand: calls macros in shared words, without sources. folders: whether a page's address is a folder's.

    made: where the PDFs are; None while serving, when there are none.
    """
    words, school, check = site.wording, site.school, site.self_check
    links = {path: Link(address(path, folders), page.record.title) for path, page in site.pages.items()}
    files = pdfs(made, site.versions, words.pdf.link)
    missing = words.not_found.title
    robots = "" if site.versions else "noindex"
    return Frames(
        words=words,
        school=school,
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
        places=tuple(places),
        words_of=words_of,
        fill=fill,
        month=partial(month, words.sources.months),
        cited=cited,
        pages={path: frame(site, page, links, files.get(path)) for path, page in site.pages.items()},
        not_found=Frame(missing, f"{missing}{words.frame.separator}{school.name}", missing, robots),
    )


def pdfs(folder: Path | None, versions: Iterable[Version], words: str) -> dict[str, Link]:
    """The PDF of each page that has one, by the page's path. folder: where they are; while serving there are none. words: with '{{ size }}'."""
    found = {POLICY: PDF} | {version.page: version.pdf for version in versions}
    sizes = {pdf: (folder / pdf).stat().st_size / 1000 for pdf in found.values()} if folder else {}
    return {path: Link(pdf, fill(words, size=f"{sizes[pdf]:.0f} kB")) for path, pdf in found.items() if pdf in sizes}
