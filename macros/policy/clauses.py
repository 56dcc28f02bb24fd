"""The clauses of the policy, in its own order: docs/policy/index.md. Numbers are computed from where they stand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.shared.pages import POLICY

NAME = f"docs/{POLICY}"
ID = re.compile(r"[a-z]+(-[a-z]+)*")
RESERVED = {"content", "contents", "none", "tick-boxes", "result", "result-heading"}  # ids of the frame
RESERVED |= {"search-words", "all", "index", "versions", "withdrawn", "numbers"}


@dataclass(frozen=True)
class Section:
    """A heading of the policy. line: where it stands in the policy's file."""

    id: str
    number: int
    title: str
    line: int


@dataclass(frozen=True)
class Clause:
    """A clause of the policy.

    id: permanent, its address. number: such as '4.11', computed.
    lines: its words as they stand, one sentence a line, Markdown with macros.
    text: its words as plain text with every definition resolved, sentences joined by spaces.
    sentences: the same, one for each line.
    line: where its marker stands in the policy's file. first_line: where its words begin.
    under: for a clause in a list, the id of the clause that leads into the list; its words complete that one.
    """

    id: str
    number: str
    section: Section
    lines: tuple[str, ...]
    line: int
    first_line: int
    under: str | None = None
    title: str = ""
    sentences: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return "\n".join(self.lines)

    @property
    def last_line(self) -> int:
        """Where its words end in the policy's file."""
        return self.first_line + len(self.lines) - 1

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    @property
    def path(self) -> str:
        return f"policy/{self.id}.md"


@dataclass(frozen=True)
class Policy:
    """sections, and clauses by id, in the order of the document. whole: whether all that is typed could be read."""

    sections: tuple[Section, ...]
    clauses: Mapping[str, Clause]
    whole: bool = True

    def items(self, id: str) -> list[Clause]:
        """The clauses of the list that the clause `id` leads into."""
        return [clause for clause in self.clauses.values() if clause.under == id]

    def of(self, section: Section) -> list[Clause]:
        return [clause for clause in self.clauses.values() if clause.section == section]
