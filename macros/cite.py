"""How to point to a clause in a letter: its lasting address, its citation, and a sentence to paste. All plain text."""

from macros.content import Content
from macros.pages import address
from macros.policy import Clause


def full_address(content: Content, path: str) -> str:
    """The lasting address of the page at `path` in docs/; from the top of the site while the school has given no address."""
    return (content.school.site_address or "") + address(path)


def name(content: Content, clause: Clause) -> str:
    """'Clause 4.11, "Threats of violence"'."""
    return _filled(content, content.wording.cite.name, clause)


def citation(content: Content, clause: Clause) -> str:
    """What to write beside the address: school, policy, status, number and title."""
    return _filled(content, content.wording.cite.citation, clause)


def sentence(content: Content, clause: Clause) -> str:
    """A sentence for a letter: 'please follow' where the clause asks something of parents, else 'please see'."""
    words = content.wording.cite
    asks = content.pages[clause.path].record.entries.asks_parents
    return _filled(content, words.please_follow if asks else words.please_see, clause)


def _filled(content: Content, words: str, clause: Clause) -> str:
    places = {
        "{school}": content.school.name,
        "{policy}": content.wording.cite.policy,
        "{status}": content.wording.cite.status,
        "{number}": clause.number,
        "{title}": clause.title,
    }
    for place, filling in places.items():
        words = words.replace(place, filling)
    return words
