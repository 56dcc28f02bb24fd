"""What stands above the words of some pages: files with the same words, and what to know before a letter is sent."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import markdown
from markupsafe import Markup

from macros.adopted.standing import wordings
from macros.adopted.versions import PDF, TEXT
from macros.pages.cite import citing
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


def files(site: Site, folder: Path) -> dict[str, tuple[Link, ...]]:
    """The policy's words, and each version's, as a PDF and as text, by the page's path. folder: where they are."""
    found = {POLICY: (PDF, TEXT)} | {version.page: (version.pdf, version.txt) for version in site.versions}
    says = site.wording.pdf.link, site.wording.pdf.text
    sizes = {name: f"{(folder / name).stat().st_size / 1000:.0f} kB" for names in found.values() for name in names}
    return {
        page: tuple(Link(name, fill(words, size=sizes[name])) for name, words in zip(names, says, strict=True))
        for page, names in found.items()
    }


def notices(site: Site, expand: Callable[[str], str], *, folders: bool) -> dict[str, Notice]:
    """Of each letter that should not go out as it is, by its path: it follows words that are not those in force."""
    words, found = site.wording, dict[str, Notice]()
    cite = citing(site.wording, site.school, site.standing)
    for path, page in site.pages.items():
        if not (isinstance(page.record, PageRecord) and page.record.kind == "letter"):
            continue
        needed, says = page.record.needs_adoption, ""
        other = [cite.clause(site.policy.clauses[id]) for id in named(page.text) if _differs(site, id)]
        if needed and not site.standing.applies:
            says = words.needs_adoption
        elif other:
            says = words.staff.waits if needed else words.staff.differs
        links = (Link(f"{address(one.path, folders)}{one.anchor}", f"{cite.name(one)} ({one.status})") for one in other)
        if says:
            found[path] = Notice(Markup(markdown.markdown(expand(says))), needed, tuple(links))
    return found


def named(text: str) -> list[str]:
    """The clauses that a page's text refers to, by their ids."""
    return [*dict.fromkeys(call.key for call in braces.find(text, "") if call.macro == "see")]


def _differs(site: Site, id: str) -> bool:
    return bool(wordings(site.standing, site.snapshot, lambda text: text.says(id)))
