"""What stands above the words of some pages: files with the same words, and what to know before a letter is sent."""

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import markdown
from markupsafe import Markup

from macros.adopted.frozen import sha256
from macros.adopted.standing import until
from macros.adopted.versions import PDF, TEXT
from macros.pages.cite import citing
from macros.pages.dates import day
from macros.reading import braces
from macros.reading.markup import fill
from macros.shared.front_matter import PageRecord
from macros.shared.pages import POLICY, address
from macros.site import Site


class Link(NamedTuple):
    """address: from the top of the site, such as 'policy/'. title: its words."""

    address: str
    title: str


class Notice(NamedTuple):
    """html: what to know of a letter. withheld: whether it shows in its place. clauses: those that it is about."""

    html: Markup
    withheld: bool
    clauses: tuple[Link, ...]


class Due(NamedTuple):
    """html: what is true from a day on, and until another where one is known; a page that is read later shows it."""

    html: Markup
    begins: datetime.date
    until: datetime.date | None


def due(site: Site, expand: Callable[..., str]) -> tuple[Due, ...]:
    """What every page says once its day has come, where the site was not made anew."""
    words, in_words = site.wording.status, partial(day, site.wording.sources.months)
    found = []
    for version in site.standing.coming:
        said = expand(words.begun, label=version.label, in_force=in_words(version.in_force_from))
        found.append((said, version.in_force_from, until(site.versions, version)))
    last = site.standing.coming[-1] if site.standing.coming else site.standing.applies
    if last and not site.standing.overdue:
        said = expand(words.overdue, review=in_words(last.review_due))
        found.append((said, last.review_due + datetime.timedelta(1), None))
    return tuple(Due(Markup(markdown.markdown(said)), begins, end) for said, begins, end in found)


def files(site: Site, folder: Path) -> dict[str, tuple[Link, ...]]:
    """The policy's words, and each version's, as a PDF and as text, by the page's path. folder: where they are."""
    found = {POLICY: (PDF, TEXT)} | {version.page: (version.pdf, version.txt) for version in site.versions}
    says = site.wording.pdf.link, site.wording.pdf.text
    sizes = {name: f"{(folder / name).stat().st_size / 1000:.0f} kB" for names in found.values() for name in names}
    return {
        page: tuple(Link(name, fill(words, size=sizes[name])) for name, words in zip(names, says, strict=True))
        for page, names in found.items()
    }


def notices(site: Site, expand: Callable[..., str], *, folders: bool) -> dict[str, Notice]:
    """Of each letter that should not go out as it is, by its path: it follows words that are not those in force.

    One that is as it was when the version in force was adopted follows that one, whatever is proposed since.
    """
    words, found = site.wording, dict[str, Notice]()
    cite = citing(site.wording, site.school, site.standing)
    for path, page in site.pages.items():
        if not (page.is_letter and isinstance(page.record, PageRecord)):
            continue
        needed, says, applies, last = page.record.needs_adoption, "", site.standing.applies, site.standing.version
        as_adopted = applies and applies.letters.get(path) == sha256(page.text)
        other = [cite.clause(site.policy.clauses[id]) for id in named(page.text) if _differs(site, id)]
        if needed and not applies:
            begins = last and day(words.sources.months, last.in_force_from)
            says = expand(words.staff.not_begun, in_force=begins) if begins else expand(words.needs_adoption)
        elif other and not as_adopted:
            says = expand(words.staff.waits if needed else words.staff.differs)
        links = (Link(f"{address(one.path, folders)}{one.anchor}", f"{cite.name(one)} ({one.status})") for one in other)
        if says:
            found[path] = Notice(Markup(markdown.markdown(says)), needed, tuple(links))
    return found


def named(text: str) -> list[str]:
    """The clauses that a page's text refers to, by their ids."""
    return [*dict.fromkeys(call.key for call in braces.find(text, "") if call.macro == "see")]


def _differs(site: Site, id: str) -> bool:
    return bool(site.wordings(lambda text: text.says(id)))
