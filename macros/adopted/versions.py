"""Adopted versions of the policy: docs/_versions/<label>.json, written by make adopt, frozen, never edited."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import ValidationError

from macros.adopted.frozen import Snapshot, fingerprint
from macros.adopted.why import Reason, Why
from macros.policy.history import FOLDER
from macros.reading.files import read_text
from macros.reading.kinds import Entries, Words, at_most, written_like
from macros.reading.mistakes import Found, mistake, raise_any
from macros.shared.pages import VERSIONS
from macros.typed.wrong_entries import explain
from macros.values.days import Day, Past

PDF, TEXT = "policy.pdf", "policy.txt"  # of the working text, from the top of the site
LIKE = "small letters, digits and hyphens, such as 2027-01, and no name that computers keep for themselves"
Label = Annotated[
    str,
    at_most(20),  # a letter with it in it keeps to its sheet
    written_like(r"(?!(index|con|prn|aux|nul|(com|lpt)\d)$)[a-z0-9]+(-[a-z0-9]+)*", LIKE),
]


class Version(Snapshot):
    """A snapshot that was adopted. after: the label of the school's version before it.

    changes: why each clause changed, by id; definitions_changed: each definition. addresses: those that last, at the
    time. letters: the SHA-256 of each, by its path; page_sha256: of its own page. words: the fingerprint.
    sha256: of the rest, so that an edit is noticed.
    """

    label: Label
    after: str | None
    adopted_on: Past
    minute: Annotated[Words, at_most(60)]
    approved_by: Annotated[Words, at_most(120)]
    in_force_from: Day
    review_due: Day
    changes: Entries[str, Reason]
    definitions_changed: Entries[str, Words]
    addresses: tuple[str, ...]
    letters: Entries[str, str]
    page_sha256: str
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

    @property
    def txt(self) -> str:
        """Its words as plain text, whose SHA-256 begins with the fingerprint; likewise."""
        return f"{VERSIONS}/policy-{self.label}.txt"

    @property
    def why(self) -> Why:
        return Why(self.changes, self.definitions_changed)


def read(root: Path) -> tuple[Version, ...]:
    """Every adopted version, oldest first. Raises Mistakes for one that cannot be read or was edited."""
    found = Found()
    read = [found.take(_read, file, f"{FOLDER}/{file.name}") for file in sorted((root / FOLDER).glob("*.json"))]
    whole = [version for version in read if isinstance(version, Version)]
    labels = {version.label: version for version in whole}

    def place(version: Version) -> int:
        before = labels.get(version.after or "")
        return 1 + place(before) if before and before.adopted_on <= version.adopted_on else 0

    versions = sorted(whole, key=lambda version: (version.adopted_on, place(version), version.label))
    raise_any(found.mistakes)
    return tuple(versions)


def _read(file: Path, name: str) -> Version:
    """Raises Mistakes. name: how messages call the file."""
    text, remedy = read_text(file, name), "put it back from the commit that added it"
    try:
        version = Version.model_validate_json(text)
    except ValidationError as error:
        _, wrong = next(explain(error.errors(), Version))
        raise mistake(name, f"cannot be read as a version: {wrong}; {remedy}") from None
    if version.label != file.stem:
        right = file.with_name(f"{version.label}.json")
        remedy = "take this one out" if right.exists() else f"rename it {right.name}"
        raise mistake(name, f"says that its label is '{version.label}'; {remedy}")
    whole = frozen(version.model_dump(mode="json", exclude={"sha256"})) == text
    if not whole or fingerprint(version.written_out) != version.words:
        raise mistake(name, f"was edited after it was adopted; a version never changes, so {remedy}")
    return version


def frozen(record: Mapping[str, object]) -> str:
    """The text of a version's file, with its hash at the end. record: everything but the hash."""
    own = [name for name in Version.model_fields if name not in Snapshot.model_fields and name != "sha256"]
    ordered = {name: record[name] for name in (*own, *Snapshot.model_fields)}  # first what a reader looks for
    digest = hashlib.sha256(json.dumps(ordered, ensure_ascii=False).encode()).hexdigest()
    return json.dumps({**ordered, "sha256": digest}, ensure_ascii=False, indent=1) + "\n"
