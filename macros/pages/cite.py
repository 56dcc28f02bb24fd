"""How to point to a page or a clause from a letter: its lasting address and its citation, all plain text.

Until the school has given the site's address, lasting links are without it, and the browser makes them
whole on the page for staff and in letters. A QR code needs a whole address, so there is none until then.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from macros.adopted.standing import Standing
from macros.adopted.versions import Version
from macros.pages.dates import day
from macros.policy.clauses import Clause
from macros.reading.markup import fill
from macros.shared.pages import address
from macros.shared.school import School
from macros.wording.of_letters import CiteWords
from macros.wording.whole import Wording


class Cited(NamedTuple):
    """A clause as a letter names it. status: of which words, such as 'version 2027-01, in force since …'.

    path: of the page with those words, from docs/; anchor: their place on it, such as '#clause-id', or ''.
    """

    number: str
    title: str
    text: str
    status: str
    path: str
    anchor: str = ""


@dataclass(frozen=True)
class Citing:
    """How letters name clauses. school: its name, as a letter has it. standing: how the words stand today.

    day: a date in words, such as '22 November 2026'.
    """

    words: CiteWords
    school: str
    standing: Standing
    day: Callable[[datetime.date], str]

    @property
    def status(self) -> str:
        """How the working text stands, in a few words: 'not adopted yet', 'version 2027-01, in force since …'."""
        last = self.standing.version
        if not last:
            return self.words.not_adopted
        if self.standing.stage == "changed":
            return fill(self.words.changed, label=last.label)
        return self._of(last)

    @property
    def today(self) -> str:
        """The same of what applies today, or will first; of the working text where nothing was adopted."""
        return self._of(self._first) if self._first else self.status

    @property
    def _first(self) -> Version | None:
        """The version in force; else the first that will be."""
        return self.standing.applies or next(iter(self.standing.coming), None)

    def _of(self, version: Version) -> str:
        begun = version is self.standing.applies
        words = self.words.adopted if begun else self.words.later
        return fill(words, label=version.label, in_force=self.day(version.in_force_from))

    def clause(self, clause: Clause) -> Cited:
        """A clause as it applies today; else as it was adopted for a later day; else as it is proposed."""
        last = self.standing.version
        if self._first and (now := self.then(clause.id, self._first)):
            return now
        if last and (later := self.then(clause.id, last)) and last.own(clause.id) == clause.text:
            return later
        status = self.words.proposed if last else self.words.not_adopted
        return Cited(clause.number, clause.title, clause.text, status, clause.path)

    def then(self, id: str, version: Version) -> Cited | None:
        """A clause as a version had it; None where it had none of that name."""
        then = version.clause(id)
        return (
            Cited(then.number, then.title, version.says(id), self._of(version), version.page, f"#{id}")
            if then
            else None
        )

    def name(self, cited: Cited) -> str:
        """'Clause 4.11, "Its title"'."""
        return self._filled(self.words.name, cited)

    def citation(self, cited: Cited) -> str:
        """What to write beside the address: school, policy, status, number and title."""
        return self._filled(self.words.citation, cited)

    def sentence(self, cited: Cited, asks_parents: bool) -> str:
        """A sentence for a letter: 'please follow' where the clause asks something of parents, else 'please see'."""
        return self._filled(self.words.please_follow if asks_parents else self.words.please_see, cited)

    def said(self, cited: Cited) -> str:
        """What a clause said, for a letter about what was not kept to."""
        return self._filled(self.words.said, cited)

    def _filled(self, words: str, cited: Cited) -> str:
        facts = {"policy": self.words.policy, "school": self.school, **cited._asdict()}
        return fill(words, **{name: str(fact) for name, fact in facts.items()})


def citing(words: Wording, school: School, standing: Standing) -> Citing:
    """How letters of a site name clauses."""
    return Citing(words.cite, school.name, standing, partial(day, words.sources.months))


def full_address(school: School, path: str) -> str:
    """A page's lasting address; from the top of the site while the school has given no address. path: from docs/."""
    return (school.site_address or "") + address(path)
