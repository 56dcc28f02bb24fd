"""The policy at one moment: what is frozen when it is adopted, and what changes are told from."""

import hashlib
from collections.abc import Iterable

from macros.reading.kinds import Entries, Model


class FrozenSection(Model):
    """A section as it was adopted."""

    id: str
    number: int
    title: str


class WrittenClause(Model):
    """A clause as others read it. text: with every definition resolved."""

    id: str
    number: str
    section: str
    under: str | None
    title: str
    text: str


class FrozenClause(WrittenClause):
    """A clause as it was adopted. uses: the terms it uses, by key."""

    uses: tuple[str, ...]


class FrozenTerm(Model):
    """A definition as it was. meaning: in plain words. clause: the id of the one that defines it, where one does."""

    word: str
    meaning: str
    clause: str | None


class Snapshot(Model):
    """The policy at one moment, as far as changes are told from it.

    facts: what the school calls itself, and each person or body, such as 'headteacher': words of clauses name them.
    check: question id of the self-check to input id to outcome. now_see: withdrawn id to what to see now.
    """

    sections: tuple[FrozenSection, ...]
    clauses: tuple[FrozenClause, ...]
    definitions: Entries[str, FrozenTerm]
    check: Entries[str, Entries[str, str]]
    now_see: Entries[str, str]
    facts: Entries[str, str]

    def clause(self, id: str) -> FrozenClause | None:
        """The clause of that name, where there is one."""
        return next((clause for clause in self.clauses if clause.id == id), None)

    def own(self, id: str) -> str:
        """A clause's own words; '' where there is no such clause."""
        clause = self.clause(id)
        return clause.text if clause else ""

    def says(self, id: str) -> str:
        """A clause's words, behind those that lead into its list; '' where there is no such clause."""
        clause = self.clause(id)
        above = self.clause(clause.under) if clause and clause.under else None
        return f"{above.text} {clause.text}" if clause and above else clause.text if clause else ""

    def asked(self) -> list[str]:
        """The clauses that the check asks about, in their order."""
        inputs = {*self.check, *(id for inputs in self.check.values() for id in inputs)}
        return [clause.id for clause in self.clauses if clause.id in inputs]

    def defines(self, key: str) -> str:
        """What a word means; '' where it is not defined."""
        return self.definitions[key].meaning if key in self.definitions else ""

    @property
    def written_out(self) -> str:
        """The words as plain text, of which the fingerprint is."""
        return written_out(
            ((part.number, part.title) for part in self.sections), ((c.number, c.text) for c in self.clauses)
        )

    @property
    def digest(self) -> str:
        """The SHA-256 of that text, in hexadecimal, as a command gives it for the file."""
        return sha256(self.written_out)


def written_out(sections: Iterable[tuple[int, str]], clauses: Iterable[tuple[str, str]]) -> str:
    """The text of policy.txt: each section and clause in order, a line each. sections, clauses: numbers and words."""
    below: dict[str, list[str]] = {}
    for number, words in clauses:
        below.setdefault(number.split(".")[0], []).append(f"{number} {' '.join(words.split())}\n")
    return "\n".join("\n".join([f"{number}. {title}\n", *below.get(str(number), [])]) for number, title in sections)


def fingerprint(text: str) -> str:
    """Twelve characters that stand for a text: the first of its SHA-256, which anybody can reckon by hand."""
    digest = sha256(text)
    return "-".join(digest[n : n + 4] for n in (0, 4, 8))


def sha256(text: str) -> str:
    """The SHA-256 of a text as a file has it, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
