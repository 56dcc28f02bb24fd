"""The clause index, read from the policy's own Markdown: docs/policy/index.md.

A clause is a block that begins with its marker; a section is a heading whose words are a marker.
Numbers are computed from the order in which they stand.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from macros.reading.mistakes import Mistake, Mistakes
from macros.shared.pages import FRONT_MATTER, POLICY

NAME = f"docs/{POLICY}"
SECTION = re.compile(r'## \{\{ section\("([^"]+)", "([^"]+)"\) \}\}')
CLAUSE = re.compile(r"""([-*] )?\{\{\s*clause\(\s*["']([^"']+)["']\s*\)\s*\}\}(.*)""")
BLOCK = re.compile(r"#|[-*+] |\d+[.)] |>")  # what begins a heading, a list or a quotation in Markdown
RESERVED = {
    "content",
    "contents",
    "none",
    "tick-boxes",
    "result",
    "result-heading",
    "search-words",
    "all",
    "index",
    "versions",
    "withdrawn",
    "numbers",
}  # ids of the frame
BESIDE = re.compile(r"\{\{ (?!clause\b|section\b)\w+\(.*\) \}\}")  # a line that only calls a macro: a note, the status
ID = re.compile(r"[a-z]+(-[a-z]+)*")


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
    """sections and clauses in the order of the document; clauses by id. whole: whether all that is typed could be read."""

    sections: tuple[Section, ...]
    clauses: Mapping[str, Clause]
    whole: bool = True

    def items(self, id: str) -> list[Clause]:
        """The clauses of the list that the clause `id` leads into."""
        return [clause for clause in self.clauses.values() if clause.under == id]

    def of(self, section: Section) -> list[Clause]:
        return [clause for clause in self.clauses.values() if clause.section == section]


def read(text: str) -> Policy:
    """The index of the policy's Markdown; titles and sentences are still to come (see plain.py).

    Raises Mistakes: an id twice or not in kebab-case, words that belong to no clause, a clause without words.
    """
    reader = _Reader()
    front_matter = FRONT_MATTER.match(text)
    skipped = front_matter[0].count("\n") if front_matter else 0
    for number, line in enumerate(text.split("\n")[skipped:], start=skipped + 1):
        reader.take(number, line.rstrip())
    reader.end_clause()
    if not reader.clauses and not reader.mistakes:
        reader.mistakes.append(Mistake(NAME, 0, 'the policy has no clause; each begins with {{ clause("…") }}'))
    index = Policy(tuple(reader.sections.values()), MappingProxyType(reader.clauses), whole=not reader.mistakes)
    if reader.mistakes:
        raise Mistakes(reader.mistakes, rest=index)
    return index


class _Reader:
    """Takes the policy's lines one by one; knows the section and the clause it is in."""

    def __init__(self) -> None:
        self.sections: dict[str, Section] = {}
        self.clauses: dict[str, Clause] = {}
        self.mistakes: list[Mistake] = []
        self.section: Section | None = None
        self.clause: Clause | None = None  # the one whose words are being read
        self.lead: str | None = None  # the last clause that is not in a list
        self.after_blank = True  # whether a blank line stands above
        self.passing = False  # over the words of a clause that was refused

    def take(self, number: int, line: str) -> None:
        if not line:
            self.end_clause()
            self.passing = False
        elif match := SECTION.fullmatch(line):
            self.end_clause()
            self.begin_section(number, match[1], match[2])
        elif match := CLAUSE.fullmatch(line):
            follows_item = bool(match[1] and self.clause and self.clause.under)
            self.end_clause()
            if not (self.after_blank or follows_item or self.passing):
                self.mistakes.append(
                    Mistake(NAME, number, "this clause runs into the line above; put a blank line between")
                )
            self.begin_clause(number, match[2], match[3].strip(), in_list=bool(match[1]))
        elif self.clause and BLOCK.match(line.strip()):
            text = f"'{line.strip().split()[0]}' would break off the clause '{self.clause.id}' here; begin the line with a word"
            self.mistakes.append(Mistake(NAME, number, text))
        elif self.clause:
            self.clause = replace(self.clause, lines=(*self.clause.lines, line.strip()))
        elif not BESIDE.fullmatch(line) and not self.passing:
            remedy = 'take out the blank line above it, or begin with {{ clause("…") }}'
            self.mistakes.append(Mistake(NAME, number, f"these words belong to no clause; {remedy}"))
        self.after_blank = not line

    def begin_section(self, number: int, id: str, title: str) -> None:
        if self.is_new(number, id):
            self.section = self.sections[id] = Section(id, len(self.sections) + 1, title, number)
            self.lead = None

    def begin_clause(self, number: int, id: str, words: str, in_list: bool) -> None:
        self.passing = True  # over its words, unless nothing is wrong
        if not self.section:
            remedy = 'put a heading ## {{ section("…", "…") }} above it'
            self.mistakes.append(Mistake(NAME, number, f"the clause '{id}' stands in no section; {remedy}"))
        elif in_list and not self.lead:
            remedy = "put the clause that leads into the list above it, without '- '"
            self.mistakes.append(
                Mistake(NAME, number, f"the clause '{id}' begins a list that nothing leads into; {remedy}")
            )
        elif self.is_new(number, id):
            self.passing = False
            position = sum(clause.section == self.section for clause in self.clauses.values()) + 1
            lines = (words,) if words else ()
            self.lead = self.lead if in_list else id
            under = self.lead if in_list else None
            self.clause = Clause(
                id,
                f"{self.section.number}.{position}",
                self.section,
                lines,
                number,
                number if words else number + 1,
                under,
            )
            self.clauses[id] = self.clause

    def is_new(self, number: int, id: str) -> bool:
        first = self.clauses.get(id) or self.sections.get(id)
        if first:
            remedy = f"first on line {first.line}; every id stands once, so give this one an id of its own"
            self.mistakes.append(Mistake(NAME, number, f"the id '{id}' stands here a second time ({remedy})"))
        elif not ID.fullmatch(id) or id in RESERVED:
            text = f"'{id}' cannot be an id here; use small letters and hyphens, and another word"
            self.mistakes.append(Mistake(NAME, number, text))
        else:
            return True
        return False

    def end_clause(self) -> None:
        if not self.clause:
            return
        if not self.clause.lines:
            text = (
                f"the clause '{self.clause.id}' has no words; write them on the next line, with no blank line between"
            )
            self.mistakes.append(Mistake(NAME, self.clause.line, text))
        self.clauses[self.clause.id] = self.clause
        self.clause = None
