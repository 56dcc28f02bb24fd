"""The front matter of pages: what every page says of itself, and the record of a clause."""

from typing import Literal, Self

from pydantic import model_validator

from macros.reading.entries import Written
from macros.reading.kinds import Marked, Passage, Several, Words
from macros.values.days import Past
from macros.values.names import Count, Title

WITHDRAWN = ("withdrawn", "now_see", "last_number", "last_words")  # a clause's record has all of these, or none


class PageRecord(Written):
    """Front matter of a page.

    lead: a sentence in larger letters under the title.
    under: the page that leads to this one, in the breadcrumb; without it that is the first page.
    order: its place in a list of the pages under that one.
    kind: 'guidance' puts "guidance, not policy" at its top; a 'letter' is for staff to send, on one sheet.
    scripts: files of overrides/ that only this page loads.
    contents: whether a list of its headings stands beside it when it is long.
    needs_adoption: of a letter that waits for a version in force; until then its page has a notice instead.
    """

    title: Title
    description: Words
    kind: Literal["policy", "guidance", "site", "letter"]
    lead: Words | None = None
    under: str | None = None
    order: Count = 0
    scripts: Several[Words] = ()
    contents: bool = True
    needs_adoption: bool = False

    @model_validator(mode="after")
    def only_letters_wait(self) -> Self:
        if self.needs_adoption and self.kind != "letter":
            raise ValueError("needs_adoption: only a letter can wait for a version; take the line out")
        return self


class ClauseRecord(Written):
    """Front matter of a clause's page: the clause's record, and guidance on it.

    added: the day on which its address was first published.
    asks_parents: whether a letter can ask a parent to follow it; other clauses say what the school does, or why.
    plain: guidance: the same for who reads slowly, beside the clause and above its question in the check.
    means, instead, fine, not_fine, talk_to: guidance: what it means, what to do instead, posts that it is not about
    and posts that it is about, and routes by key.
    withdrawn: the day on which it left the policy; its page then stays with its last number and words,
    and now_see leads on: another clause's id, or a page such as 'policy/index.md'.
    """

    title: Title
    added: Past
    asks_parents: bool = False
    plain: Words | None = None
    means: Passage | None = None
    instead: Several[Passage] = ()
    fine: Several[Words] = ()
    not_fine: Several[Words] = ()
    talk_to: Several[str] = ()
    withdrawn: Past | None = None
    now_see: str | None = None
    last_number: Words | None = None
    last_words: Marked | None = None

    @model_validator(mode="after")
    def withdrawn_whole(self) -> Self:
        missing = [name for name in WITHDRAWN if getattr(self, name) is None]
        if 0 < len(missing) < len(WITHDRAWN):
            raise ValueError(f"a clause that is withdrawn needs {', '.join(WITHDRAWN)}; add {', '.join(missing)}")
        if self.withdrawn and self.withdrawn < self.added:
            raise ValueError(f"withdrawn on {self.withdrawn}, before it was added; put the dates right")
        return self
