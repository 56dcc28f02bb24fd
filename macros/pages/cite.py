"""How to point to a clause in a letter: its lasting address, its citation, and a sentence to paste. All plain text."""

from macros.pages.markdown import day
from macros.policy.clauses import Clause
from macros.policy.versions import FrozenClause, Version
from macros.shared.pages import address
from macros.shared.wording import fill
from macros.site import Site


def full_address(site: Site, path: str) -> str:
    """The lasting address of the page at `path` in docs/; from the top of the site while the school has given no address."""
    return (site.school.site_address or "") + address(path)


def name(site: Site, clause: Clause) -> str:
    """'Clause 4.11, "Its title"'."""
    return _filled(site, site.wording.cite.name, clause)


def citation(site: Site, clause: Clause) -> str:
    """What to write beside the address: school, policy, status, number and title."""
    return _filled(site, site.wording.cite.citation, clause)


def said(site: Site, clause: FrozenClause, version: Version) -> str:
    """What a clause said in an adopted version, for a letter about what was not kept to."""
    words = site.wording.cite
    since = day(site, version.in_force_from)
    places = {
        "policy": words.policy,
        "label": version.label,
        "in_force": since,
        "number": clause.number,
        "text": clause.text,
    }
    return fill(words.said, **places)


def status(site: Site) -> str:
    """How the words stand, in a few words: 'not adopted yet', 'version 2027-01'."""
    words, version = site.wording.cite, site.standing.version
    if not version:
        return words.not_adopted
    return fill(words.changed if site.standing.stage == "changed" else words.adopted, label=version.label)


def sentence(site: Site, clause: Clause) -> str:
    """A sentence for a letter: 'please follow' where the clause asks something of parents, else 'please see'."""
    words = site.wording.cite
    asks = site.pages[clause.path].record.asks_parents
    return _filled(site, words.please_follow if asks else words.please_see, clause)


def _filled(site: Site, words: str, clause: Clause) -> str:
    places = {"policy": site.wording.cite.policy, "status": status(site), "school": site.school.name}
    return fill(words, **places, number=clause.number, title=clause.title)
