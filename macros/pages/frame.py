"""What stands around the words of one page: reckoned here, shown by overrides/main.html, which decides nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from macros.pages.dates import day
from macros.reading.templates import fill
from macros.shared.front_matter import PageRecord
from macros.shared.pages import HOME, POLICY, Page
from macros.site import Site


class Link(NamedTuple):
    """address: from the top of the site, such as 'policy/'. title: its words."""

    address: str
    title: str


@dataclass(frozen=True)
class Frame:
    """What is around one page.

    tab: its title in the browser's tab. name: in the breadcrumb. trail: the pages that lead to it, from the one below the first page.
    description: for search engines and previews; '' where there is none. robots: what they are asked, such as 'noindex', or ''.
    kind, scripts: as in its front matter. has_contents: whether its headings are listed once they are many.
    withheld: whether a notice stands in the place of its words.
    """

    title: str
    tab: str
    name: str
    robots: str
    trail: tuple[Link, ...] = ()
    description: str = ""
    kind: str = ""
    scripts: tuple[str, ...] = ()
    is_policy: bool = False
    has_contents: bool = False
    withheld: bool = False
    pdf: Link | None = None


def frame(site: Site, page: Page, links: Mapping[str, Link], pdf: Link | None) -> Frame:
    """What is around a page of the site. links: to every page, by its path."""
    record, words, clauses, applies = page.record, site.wording, site.policy.clauses, site.standing.applies
    names = (site.school.name, record.title) if page.path == HOME else (record.title, site.school.name)
    of_policy = page.path == POLICY or page.clause_id in clauses
    is_preview = not site.versions or (site.standing.stage == "changed" and of_policy)
    around = Frame(
        title=record.title,
        tab=words.frame.separator.join(names),
        name=record.title,
        robots="noindex" if is_preview else "",
        trail=tuple(links[above] for above in site.trail(page.path)[:-1]),
        is_policy=page.path == POLICY,
        has_contents=True,
        pdf=pdf,
    )
    if isinstance(record, PageRecord):
        return replace(
            around,
            description=record.description,
            kind=record.kind,
            scripts=record.scripts,
            has_contents=record.contents,
            withheld=record.needs_adoption and not applies,
        )
    if record.withdrawn:
        gone = fill(words.withdrawn.description, title=record.title, date=day(words.sources.months, record.withdrawn))
        return replace(around, description=gone)
    clause = clauses[page.clause_id or ""]
    name = fill(words.clause.number, number=clause.number)
    said = " ".join(part.text for part in (clauses.get(clause.under or ""), clause) if part)
    return replace(around, name=name, description=f"{name}: {said}", has_contents=False)
