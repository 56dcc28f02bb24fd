"""How to point to a page or a clause from a letter: its lasting address and its citation, all plain text.

Until the school has given the site's address, lasting links are without it, and the browser makes them
whole on the page for staff and in letters. A QR code needs a whole address, so there is none until then.
"""

from dataclasses import dataclass

from macros.policy.clauses import Clause
from macros.policy.frozen import FrozenClause
from macros.policy.versions import Standing
from macros.reading.markup import fill
from macros.shared.pages import address
from macros.shared.school import School
from macros.shared.wording_of_policy import CiteWords


@dataclass(frozen=True)
class Citing:
    """How letters name clauses. school: its name, as a letter has it. standing: how the words stand today."""

    words: CiteWords
    school: str
    standing: Standing

    @property
    def status(self) -> str:
        """How the words stand, in a few words: 'not adopted yet', 'version 2027-01'."""
        version = self.standing.version
        if not version:
            return self.words.not_adopted
        words = self.words.changed if self.standing.stage == "changed" else self.words.adopted
        return fill(words, label=version.label)

    def name(self, clause: Clause) -> str:
        """'Clause 4.11, "Its title"'."""
        return self._filled(self.words.name, clause)

    def citation(self, clause: Clause) -> str:
        """What to write beside the address: school, policy, status, number and title."""
        return self._filled(self.words.citation, clause)

    def sentence(self, clause: Clause, asks_parents: bool) -> str:
        """A sentence for a letter: 'please follow' where the clause asks something of parents, else 'please see'."""
        return self._filled(self.words.please_follow if asks_parents else self.words.please_see, clause)

    def said(self, clause: FrozenClause, label: str, since: str) -> str:
        """What a clause said in a version, for a letter about what was not kept to. since: its first day, in words."""
        filled = {"label": label, "in_force": since, "number": clause.number, "text": clause.text}
        return fill(self.words.said, policy=self.words.policy, **filled)

    def _filled(self, words: str, clause: Clause) -> str:
        filled = {"policy": self.words.policy, "status": self.status, "school": self.school}
        return fill(words, **filled, number=clause.number, title=clause.title)


def full_address(school: School, path: str) -> str:
    """A page's lasting address; from the top of the site while the school has given no address. path: from docs/."""
    return (school.site_address or "") + address(path)
