"""Adopted versions of the policy: docs/_versions/<label>.json, written by make adopt, frozen, never edited.

What the site says of a date is true on the day of the build: a daily build keeps it so.
"""

import datetime
import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ValidationError

from macros.policy.frozen import Snapshot
from macros.reading.files import read_text
from macros.reading.kinds import Entries, Words, written_like
from macros.reading.mistakes import Found, mistake, raise_any
from macros.shared.changes import Reason
from macros.shared.pages import VERSIONS
from macros.typed.wrong_entries import explain
from macros.values.days import CENTURY, Day, Past

FOLDER = "docs/_versions"
FIRST_YEAR = 2020  # of a day that anything is built on; a clock that has stopped is far behind it
PDF = "policy.pdf"  # of the working text, from the top of the site
Stage = Literal["not-adopted", "in-force", "later", "changed"]
Label = Annotated[
    str, written_like(r"(?!index$)[a-z0-9]+(-[a-z0-9]+)*", "small letters, digits and hyphens, such as 2027-01")
]


class Version(Snapshot):
    """A snapshot that was adopted. changes: why each clause changed, by id. addresses: those that last, at the time.

    sha256: of everything else, so that an edit is noticed.
    """

    label: Label
    adopted_on: Past
    minute: Words
    approved_by: Words
    in_force_from: Day
    review_due: Day
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

    stage: Stage
    version: Version | None = None
    applies: Version | None = None
    overdue: bool = False


def today() -> datetime.date:
    """The day that the site is built for: TODAY in the environment, such as 2027-03-01, or else the clock's."""
    given = os.environ.get("TODAY")
    try:
        day = datetime.date.fromisoformat(given) if given else datetime.date.today()  # noqa: DTZ011 - a school's own day
    except ValueError:
        raise mistake("TODAY", f"'{given}' is not a day; write it as 2027-03-01") from None
    if day.year not in range(FIRST_YEAR, CENTURY.stop):
        whose = f"'{given}'" if given else f"the day of this computer's clock, {day},"
        says = f"{whose} is not a day of the years {FIRST_YEAR} to {CENTURY[-1]}"
        raise mistake("TODAY", f"{says}; write it as 2027-03-01" if given else f"{says}; put the clock right")
    return day


def standing(fingerprint: str, versions: tuple[Version, ...], today: datetime.date) -> Standing:
    """How a working text stands on a day. fingerprint: of its words. versions: oldest first."""
    if not versions:
        return Standing("not-adopted")
    last = versions[-1]
    applies = next((version for version in reversed(versions) if version.in_force_from <= today), None)
    overdue = applies is last and last.review_due < today  # adopting the next one was the review
    stage: Stage = "changed" if fingerprint != last.words else "in-force" if applies is last else "later"
    return Standing(stage, last, applies, overdue)


def until(versions: Sequence[Version], version: Version) -> datetime.date | None:
    """The day on which a later version takes this one's place; None while there is none. versions: oldest first.

    A version that was adopted later may begin sooner: then the earlier one never applies, and this day is not after
    the one on which it was to begin.
    """
    later = versions[versions.index(version) + 1 :]
    return min((one.in_force_from for one in later), default=None)


def read(root: Path) -> tuple[Version, ...]:
    """Every adopted version, oldest first. Raises Mistakes for one that cannot be read or was edited."""
    found = Found()
    read = [found.take(_read, file, f"{FOLDER}/{file.name}") for file in sorted((root / FOLDER).glob("*.json"))]
    whole = [version for version in read if isinstance(version, Version)]
    versions = sorted(whole, key=lambda version: (version.adopted_on, version.label))
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
        raise mistake(name, f"says that its label is '{version.label}'; {remedy}")
    if frozen(version.model_dump(mode="json", exclude={"sha256"})) != text:
        raise mistake(name, f"was edited after it was adopted; a version never changes, so {remedy}")
    return version


def frozen(record: Mapping[str, object]) -> str:
    """The text of a version's file, with its hash at the end. record: everything but the hash."""
    own = [name for name in Version.model_fields if name not in Snapshot.model_fields and name != "sha256"]
    ordered = {name: record[name] for name in (*own, *Snapshot.model_fields)}  # first what a reader looks for
    digest = hashlib.sha256(json.dumps(ordered, ensure_ascii=False).encode()).hexdigest()
    return json.dumps({**ordered, "sha256": digest}, ensure_ascii=False, indent=1) + "\n"
