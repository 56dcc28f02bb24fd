"""How to point to a clause in a letter: its lasting address, its citation, and a sentence to paste. All plain text."""

from macros.pages.markdown import day
from macros.policy.clauses import Clause
from macros.policy.versions import FrozenClause, Version
from macros.shared.pages import address
from macros.shared.wording import fill
from macros.site import Content


def full_address(content: Content, path: str) -> str:
    """The lasting address of the page at `path` in docs/; from the top of the site while the school has given no address."""
    return (content.school.site_address or "") + address(path)


def name(content: Content, clause: Clause) -> str:
    """'Clause 4.11, "Its title"'."""
    return _filled(content, content.wording.cite.name, clause)


def citation(content: Content, clause: Clause) -> str:
    """What to write beside the address: school, policy, status, number and title."""
    return _filled(content, content.wording.cite.citation, clause)


def said(content: Content, clause: FrozenClause, version: Version) -> str:
    """What a clause said in an adopted version, for a letter about what was not kept to."""
    words = content.wording.cite
    since = day(content, version.in_force_from)
    places = {
        "policy": words.policy,
        "label": version.label,
        "in_force": since,
        "number": clause.number,
        "text": clause.text,
    }
    return fill(words.said, **places)


def status(content: Content) -> str:
    """How the words stand, in a few words: 'not adopted yet', 'version 2027-01'."""
    words, version = content.wording.cite, content.standing.version
    if not version:
        return words.not_adopted
    return fill(words.changed if content.standing.stage == "changed" else words.adopted, label=version.label)


def sentence(content: Content, clause: Clause) -> str:
    """A sentence for a letter: 'please follow' where the clause asks something of parents, else 'please see'."""
    words = content.wording.cite
    asks = content.pages[clause.path].record.entries.asks_parents
    return _filled(content, words.please_follow if asks else words.please_see, clause)


def _filled(content: Content, words: str, clause: Clause) -> str:
    places = {"policy": content.wording.cite.policy, "status": status(content), "school": content.school.name}
    return fill(words, **places, number=clause.number, title=clause.title)
