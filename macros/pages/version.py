"""What pages reckon of adopted versions: the facts that words give of one, and a clause's earlier wordings."""

import datetime
from collections.abc import Callable, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from macros.adopted.standing import periods
from macros.adopted.versions import Version


class Earlier(NamedTuple):
    """Another wording of a clause. version: the first that had it. until: when the next one began, if one has."""

    text: str
    version: Version
    until: datetime.date | None


def left(versions: Sequence[Version], id: str) -> datetime.date | None:
    """The day on which a clause was in force no more; None where it never was, or still is. versions: oldest first."""
    applied = [period.version for period in periods(versions)]
    had = [bool(version.clause(id)) for version in applied]
    after = applied[len(had) - had[::-1].index(True) :] if any(had) else []
    return after[0].in_force_from if after else None


def told(version: Version, day: Callable[[datetime.date], str]) -> dict[str, str]:
    """What words may say of a version, by place. day: a date in words, such as '22 November 2026'."""
    return {
        "label": version.label,
        "approved_by": version.approved_by,
        "minute": version.minute,
        "adopted": day(version.adopted_on),
        "in_force": day(version.in_force_from),
        "review": day(version.review_due),
        "fingerprint": version.words,
    }


def earlier(versions: Sequence[Version], id: str, text: str) -> list[Earlier]:
    """Each wording but `text` that the clause `id` had, newest first. versions: oldest first."""
    applied = [period.version for period in periods(versions)]
    worded = groupby(applied, lambda version: version.own(id))
    begun = [(was, next(same)) for was, same in worded]  # each wording, and the first version with it
    followed = zip_longest(begun, (version.in_force_from for _, version in begun[1:]))
    return [Earlier(was, version, until) for (was, version), until in followed if was and was != text][::-1]
