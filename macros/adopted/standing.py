"""How the words stand on a day: adopted or not, in force or not.

What the site says of a date is true on the day of the build: a daily build keeps it so.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from macros.adopted.frozen import Snapshot
from macros.adopted.versions import Version

Stage = Literal["not-adopted", "in-force", "later", "changed"]


@dataclass(frozen=True)
class Standing:
    """How the working text stands on a day.

    stage: 'not-adopted'; 'in-force' or 'later' (adopted as it is, in force or not yet); 'changed' since it was adopted.
    version: the last one adopted. applies: the one in force, which is an earlier one until the last begins.
    coming: those that will be in force, in order; the last one adopted is the last of them, unless it is in force.
    overdue: whether the review of the one in force was due before that day, and no later one was adopted.
    """

    stage: Stage
    version: Version | None = None
    applies: Version | None = None
    overdue: bool = False
    coming: tuple[Version, ...] = ()


def standing(fingerprint: str, versions: tuple[Version, ...], today: datetime.date) -> Standing:
    """How a working text stands on a day. fingerprint: of its words. versions: oldest first."""
    if not versions:
        return Standing("not-adopted")
    last = versions[-1]
    applies = next((version for version in reversed(versions) if version.in_force_from <= today), None)
    overdue = applies is last and last.review_due < today  # adopting the next one was the review
    stage: Stage = "changed" if fingerprint != last.words else "in-force" if applies is last else "later"
    coming = tuple(period.version for period in periods(versions) if period.version.in_force_from > today)
    return Standing(stage, last, applies, overdue, coming)


def fresh(standing: Standing) -> str:
    """The first day on which what is said of a standing is true no more; '' while none is known."""
    return standing.coming[0].in_force_from.isoformat() if standing.coming else ""


def until(versions: Sequence[Version], version: Version) -> datetime.date | None:
    """The day on which a later version takes this one's place; None while there is none. versions: oldest first.

    A version that was adopted later may begin sooner: then the earlier one never applies, and this day is not after
    the one on which it was to begin.
    """
    later = versions[versions.index(version) + 1 :]
    return min((one.in_force_from for one in later), default=None)


def replaced(versions: Sequence[Version], version: Version) -> Version | None:
    """The version whose place a version took, or takes: the one that applied, or was to, until it begins."""
    earlier = versions[: versions.index(version)]
    return next((one for one in reversed(earlier) if one.in_force_from < version.in_force_from), (*earlier, None)[-1])


class Period(NamedTuple):
    """The days on which a version applies. until: the day on which it no longer does; None while none is known."""

    version: Version
    until: datetime.date | None


def periods(versions: Sequence[Version]) -> list[Period]:
    """When each version applies, oldest first, without those that never do. versions: oldest first."""
    ended = ((version, until(versions, version)) for version in versions)
    return [Period(version, end) for version, end in ended if not end or end > version.in_force_from]


class Stood(NamedTuple):
    """One of several wordings. version: the one that has it; None for words that are only proposed."""

    text: str
    version: Version | None

    @property
    def begins(self) -> datetime.date | None:
        """When it is in force; None for words that are only proposed."""
        return self.version.in_force_from if self.version else None


def wordings(standing: Standing, now: Snapshot, says: Callable[[Snapshot], str]) -> tuple[Stood, ...]:
    """What words are in force, what they will be, and last what they are in the working text `now`.

    None at all where all of them are the same, or nothing was adopted.
    says: their words in a text; '' where it has none.
    """
    adopted = [*filter(None, [standing.applies]), *standing.coming]
    if not adopted:
        return ()
    found = [Stood(says(adopted[0]), adopted[0])]
    for text, version in (*((says(version), version) for version in adopted[1:]), (says(now), None)):
        if text != found[-1].text:
            found.append(Stood(text, version))
    return tuple(found) if found[1:] else ()
