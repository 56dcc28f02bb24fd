"""How to point to a page or a clause from a letter or a wall: its lasting address, its citation, and its QR code. All plain text."""

from dataclasses import dataclass
from typing import NamedTuple

import segno

from macros.policy.clauses import Clause
from macros.policy.versions import FrozenClause, Standing
from macros.reading.templates import fill
from macros.shared.pages import address
from macros.shared.school import School
from macros.shared.wording_of_policy import CiteWords

QUIET_ZONE = 4  # modules of white around a QR code, as ISO/IEC 18004 asks for


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
        """What a clause said in the version `label`, for a letter about what was not kept to. since: its first day, in words."""
        filled = {"label": label, "in_force": since, "number": clause.number, "text": clause.text}
        return fill(self.words.said, policy=self.words.policy, **filled)

    def _filled(self, words: str, clause: Clause) -> str:
        filled = {"policy": self.words.policy, "status": self.status, "school": self.school}
        return fill(words, **filled, number=clause.number, title=clause.title)


def full_address(school: School, path: str) -> str:
    """The lasting address of the page at `path` in docs/; from the top of the site while the school has given no address."""
    return (school.site_address or "") + address(path)


class QrCode(NamedTuple):
    """picture: the code as the address of an image. modules: how many are in a side, with the white around."""

    picture: str
    modules: int


def qr_code(text: str) -> QrCode:
    """A QR code, black on white."""
    code = segno.make(text, error="m", micro=False)
    picture = code.svg_data_uri(border=QUIET_ZONE, dark="#000", light="#fff", xmldecl=False, svgns=True)
    return QrCode(picture, int(code.symbol_size(border=QUIET_ZONE)[0]))
