"""How the words stand on a day: adopted or not, in force or not.

What the site says of a date is true on the day of the build: a daily build keeps it so.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.adopted.frozen import Snapshot
from macros.adopted.versions import Version

Stage = Literal["not-adopted", "in-force", "later", "changed"]


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


@dataclass(frozen=True)
class Stands:
    """How some words stand that are not those in force. today: what is in force instead; '' where that is nothing.

    begins: when they will be in force themselves; None for those that are only proposed.
    """

    today: str
    begins: datetime.date | None


def stands(standing: Standing, now: Snapshot, says: Callable[[Snapshot], str]) -> Stands | None:
    """The same of some words in the working text `now`; None where they are in force, or where nothing is."""
    applies, last = standing.applies, standing.version
    if not applies or not last or says(now) == says(applies):
        return None
    return Stands(says(applies), last.in_force_from if says(now) == says(last) else None)
