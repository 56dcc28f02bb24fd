"""Adopted versions of the policy: docs/_versions/<label>.json, written by make adopt, frozen, never edited."""

import datetime
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ValidationError

from macros.reading.files import read_text
from macros.reading.kinds import Entries, Marked, Model, written_like
from macros.reading.mistakes import Mistake, Mistakes
from macros.reading.wrong_entries import explain
from macros.shared.changes import Reason
from macros.shared.pages import VERSIONS

FOLDER = "docs/_versions"
PDF = "policy.pdf"  # of the working text, from the top of the site
Label = Annotated[
    str, written_like(r"(?!index$)[a-z0-9]+(-[a-z0-9]+)*", "small letters, digits and hyphens, such as 2027-01")
]


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
    """A definition as it was. meaning: in plain words."""

    word: str
    meaning: str


class Snapshot(Model):
    """The policy at one moment, as far as changes are told from it.

    check: question id of the self-check to input id to outcome. now_see: withdrawn id to what to see now.
    """

    sections: tuple[FrozenSection, ...]
    clauses: tuple[FrozenClause, ...]
    definitions: Entries[str, FrozenTerm]
    check: Entries[str, Entries[str, str]]
    now_see: Entries[str, str]

    @property
    def fingerprint(self) -> str:
        """Twelve characters that stand for the words: each section and clause, in order, by number."""
        return fingerprint(self.sections, self.clauses)


class Version(Snapshot):
    """A snapshot that was adopted. changes: why each clause changed, by id. addresses: the lasting addresses at the time.

    sha256: of everything else, so that an edit is noticed.
    """

    label: Label
    adopted_on: datetime.date
    minute: Marked
    approved_by: Marked
    in_force_from: datetime.date
    review_due: datetime.date
    changes: Entries[str, Reason]
    addresses: tuple[str, ...]
    words: str
    sha256: str

    @property
    def page(self) -> str:
        """The path of its page from docs/."""
        return f"{VERSIONS}/{self.label}.md"

    @property
    def pdf(self) -> str:
        """Its PDF, from the top of the site."""
        return f"{VERSIONS}/{self.label}.pdf"


@dataclass(frozen=True)
class Standing:
    """How the working text stands on a day.

    stage: 'not-adopted'; 'in-force' or 'later' (adopted as it is, in force or not yet); 'changed' since it was adopted.
    version: the last one adopted. applies: the one in force, which is an earlier one until the last begins.
    overdue: whether the review of the one in force was due before that day, and no later one was adopted.
    """

    stage: Literal["not-adopted", "in-force", "later", "changed"]
    version: Version | None = None
    applies: Version | None = None
    overdue: bool = False


def fingerprint(sections: Iterable[FrozenSection], clauses: Iterable[FrozenClause]) -> str:
    lines = [f"{section.number}. {section.title}" for section in sections]
    lines += [f"{clause.number} {clause.id} {' '.join(clause.text.split())}" for clause in clauses]
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return "-".join(digest[n : n + 4] for n in (0, 4, 8))


def today() -> datetime.date:
    """The day that the site is built for: TODAY in the environment, such as 2027-03-01, or else the clock's."""
    given = os.environ.get("TODAY")
    try:
        return datetime.date.fromisoformat(given) if given else datetime.date.today()
    except ValueError:
        raise Mistakes([Mistake("TODAY", 0, f"'{given}' is not a day; write it as 2027-03-01")]) from None


def standing(fingerprint: str, versions: tuple[Version, ...], today: datetime.date) -> Standing:
    """How a working text stands on a day. fingerprint: of its words. versions: oldest first."""
    if not versions:
        return Standing("not-adopted")
    last = versions[-1]
    begun = [version for version in versions if version.in_force_from <= today]
    applies = begun[-1] if begun else None
    overdue = applies is last and last.review_due < today  # adopting the next one was the review
    if fingerprint != last.words:
        return Standing("changed", last, applies, overdue)
    return Standing("in-force" if applies is last else "later", last, applies, overdue)


def read(root: Path) -> tuple[Version, ...]:
    """Every adopted version, oldest first. Raises Mistakes for one that cannot be read or was edited."""
    found, mistakes = [], []
    for file in sorted((root / FOLDER).glob("*.json")):
        name = f"{FOLDER}/{file.name}"
        try:
            found.append(_read(file, name))
        except Mistakes as error:
            mistakes += error.mistakes
    versions = tuple(sorted(found, key=lambda version: (version.adopted_on, version.label)))
    for earlier, later in zip(versions, versions[1:], strict=False):
        if later.in_force_from < earlier.in_force_from:
            text = (
                f"is in force from {later.in_force_from}, before the version adopted before it; put the dates in order"
            )
            mistakes.append(Mistake(f"{FOLDER}/{later.label}.json", 0, text))
    if mistakes:
        raise Mistakes(mistakes)
    return versions


def _read(file: Path, name: str) -> Version:
    text = read_text(file, name)
    remedy = "put it back from the commit that added it"
    try:
        version = Version.model_validate_json(text)
    except ValidationError as error:
        wrong = [f"{said}; {remedy}" for _, said in explain(error.errors(), Version)]
        raise Mistakes([Mistake(name, 0, f"cannot be read as a version: {wrong[0]}")]) from None
    if version.label != file.stem:
        raise Mistakes([Mistake(name, 0, f"says that its label is '{version.label}'; {remedy}")])
    if frozen(version.model_dump(mode="json", exclude={"sha256"})) != text:
        raise Mistakes([Mistake(name, 0, f"was edited after it was adopted; a version never changes, so {remedy}")])
    return version


def frozen(record: Mapping[str, object]) -> str:
    """The text of a version's file, with its hash at the end. record: everything but the hash."""
    own = [name for name in Version.model_fields if name not in Snapshot.model_fields and name != "sha256"]
    ordered = {name: record[name] for name in (*own, *Snapshot.model_fields)}  # first what a reader looks for
    digest = hashlib.sha256(json.dumps(ordered, ensure_ascii=False).encode()).hexdigest()
    return json.dumps({**ordered, "sha256": digest}, ensure_ascii=False, indent=1) + "\n"
