"""The clause index, read from the policy's own Markdown.

A clause is a block that begins with its marker; a section is a heading whose words are a marker.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from types import MappingProxyType

from macros.policy.clauses import ID, NAME, RESERVED, Clause, Policy, Section
from macros.reading.mistakes import Found, Mistake
from macros.shared.pages import FRONT_MATTER
from macros.values.names import wrong_title
from macros.values.once import REMEDY, heard

LONGEST_SECTION = 100  # characters of a heading, which may be longer than a page's title
SECTION = re.compile(r'## \{\{ section\("([^"]+)", "([^"]+)"\) \}\}')
CLAUSE = re.compile(r"""([-*] )?\{\{\s*clause\(\s*["']([^"']+)["']\s*\)\s*\}\}(.*)""")
MARKER = re.compile(r"[\s>#*+\d.)-]*\{+\s*(\w+)(.*)")  # what was probably meant to be one
QUOTED = re.compile(r"""["'“”‘’„]([^"'“”‘’„]*)["'“”‘’„]""")
MARKERS = ("clause", "section")
HEADING = re.compile(r"#+\s+(?=[^\s{])")
BLOCK = re.compile(r"#|[-*+] |\d+[.)] |>")  # what begins a heading, a list or a quotation in Markdown
BESIDE = re.compile(r"\{\{ (?!clause\b|section\b)\w+\(.*\) \}\}")  # a line that only calls a macro: a note, the status


def read(text: str) -> Policy:
    """The index of the policy's Markdown; titles and sentences are still to come (see plain.py).

    Raises Mistakes, with what can be read: an id twice or not in kebab-case, words of no clause, no words.
    """
    body, reader, found = FRONT_MATTER.sub("", text), _Reader(), Found()
    for number, line in enumerate(body.split("\n"), start=text.count("\n") - body.count("\n") + 1):
        found.mistakes += [Mistake(NAME, number, wrong) for wrong in reader.take(number, line.rstrip())]
    for clause in reader.clauses.values():
        if not clause.lines:
            wrong = f"the clause '{clause.id}' has no words; write them on the next line, with no blank line between"
            found.mistakes.append(Mistake(NAME, clause.line, wrong))
    if not reader.clauses and not found.mistakes:
        found.mistakes.append(Mistake(NAME, 0, 'the policy has no clause; each begins with {{ clause("…") }}'))
    sections = tuple(reader.sections.values())
    return found.give(Policy(sections, MappingProxyType(reader.clauses), whole=not found.mistakes))


class _Reader:
    """Takes the policy's lines one by one; knows the section and the clause it is in."""

    def __init__(self) -> None:
        self.sections: dict[str, Section] = {}
        self.clauses: dict[str, Clause] = {}
        self.clause: Clause | None = None  # the one whose words are being read
        self.lead: str | None = None  # the last clause of the section that is not in a list
        self.above = ""  # the line above
        self.passing = False  # over the words of a clause that was refused

    def take(self, number: int, line: str) -> Iterator[str]:
        """Gives what is wrong with a line."""
        above, self.above = self.above, line
        if not line:
            self.clause, self.passing = None, False
        elif marker := SECTION.fullmatch(line):
            id, title = marker.groups()
            self.clause = None
            if wrong := self.wrong_id(id) or wrong_title(title, LONGEST_SECTION) or self.twice(title):
                yield wrong
            self.head(number, id, title)
        elif marker := CLAUSE.fullmatch(line):
            bullet, id, words = marker.groups()
            follows_item = bullet and self.clause and self.clause.under
            if above and not follows_item and not self.passing:
                yield "this clause runs into the line above; put a blank line between"
            wrong = self.wrong_place(id, bool(bullet)) or self.wrong_id(id)
            self.clause, self.passing = None, bool(wrong)
            if wrong:
                yield wrong
            else:
                self.begin(number, id, words.strip(), bool(bullet))
        else:
            yield from self.other(number, line)

    def other(self, number: int, line: str) -> Iterator[str]:
        """The same of a line that is no marker, as one is written."""
        near = get_close_matches(marker[1], MARKERS, n=1, cutoff=0.75) if (marker := MARKER.match(line)) else []
        if marker and near:
            yield self.unlike(number, line, near[0], QUOTED.findall(marker[2]))
        elif not self.clause and (heading := HEADING.match(line)):
            self.head(number, "", "")
            like = f'## {{{{ section("…", "{line[heading.end() :]}") }}}}'
            yield f"a heading of the policy begins a section; write {like}, with an id of small letters and hyphens"
        elif self.clause and BLOCK.match(line.strip()):
            sign, id = line.split(maxsplit=1)[0], self.clause.id
            yield f"'{sign}' would break off the clause '{id}' here; begin the line with a word"
        elif self.clause:
            self.clause = self.clauses[self.clause.id] = replace(self.clause, lines=(*self.clause.lines, line.strip()))
        elif not self.passing and not BESIDE.fullmatch(line):
            self.passing = True  # over what stands below it too
            remedy = 'take out the blank line above it, or begin with {{ clause("…") }}'
            yield f"these words belong to no clause; {remedy}"

    def head(self, number: int, id: str, title: str) -> None:
        """A section, unless its id is taken: then what stands below it belongs to the one above, or to the first."""
        if id not in self.clauses and id not in self.sections:
            self.sections[id], self.lead = Section(id, len(self.sections) + 1, title, number), None

    def unlike(self, number: int, line: str, kind: str, words: list[str]) -> str:
        """What to say of a marker that is not written like one; what follows is read as if it were."""
        id, title = (*words, "", "")[:2]
        self.clause, self.passing = None, True
        if kind == "section":
            self.head(number, id, title)
            title = title if len(words) <= 2 else "…"
            return f'a section begins with ## {{{{ section("{id or "…"}", "{title or "…"}") }}}}; write it like this'
        if not id:
            return 'this marker has no id in it; write {{ clause("…") }}, with small letters and hyphens'
        like = f'{{{{ clause("{id}") }}}}'
        if line.strip() == like and self.sections and not self.wrong_id(id):
            self.begin(number, id, "", in_list=False)
            return f"spaces stand before {like}; take them out"
        return f"a clause begins with {like} at the beginning of a line, or behind '- ' in a list; write it like this"

    def twice(self, title: str) -> str | None:
        other = next((section for section in self.sections.values() if heard(section.title) == heard(title)), None)
        return f"'{title}' is the title on line {other.line} as well; {REMEDY}" if other else None

    def begin(self, number: int, id: str, words: str, in_list: bool) -> None:
        """A clause whose words begin on its marker's own line, or below it."""
        *_, section = self.sections.values()
        place = 1 + sum(clause.section == section for clause in self.clauses.values())
        lines, first_line = ((words,), number) if words else ((), number + 1)
        under = self.lead if in_list else None
        self.clause = Clause(id, f"{section.number}.{place}", section, lines, number, first_line, under)
        self.clauses[id], self.lead = self.clause, under or id

    def wrong_place(self, id: str, in_list: bool) -> str | None:
        if not self.sections:
            return f'the clause \'{id}\' stands in no section; put a heading ## {{{{ section("…", "…") }}}} above it'
        if in_list and not self.lead:
            remedy = "put the clause that leads into the list above it, without '- '"
            return f"the clause '{id}' begins a list that nothing leads into; {remedy}"
        return None

    def wrong_id(self, id: str) -> str | None:
        if first := self.clauses.get(id) or self.sections.get(id):
            remedy = f"first on line {first.line}; every id stands once, so give this one an id of its own"
            return f"the id '{id}' stands here a second time ({remedy})"
        if not ID.fullmatch(id) or id in RESERVED:
            return f"'{id}' cannot be an id here; use small letters and hyphens, and another word"
        return None
