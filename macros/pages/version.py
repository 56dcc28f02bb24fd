"""What pages reckon of adopted versions: the facts that words give of one, when it applied, and a clause's earlier wordings."""

import datetime
from collections.abc import Callable, Sequence
from itertools import groupby, zip_longest
from typing import Literal, NamedTuple

from macros.pages.markdown import escaped
from macros.policy.versions import Version

Day = Callable[[datetime.date], str]  # a date in words, such as '22 November 2026'


class Applied(NamedTuple):
    """When a version applies. tense: its words in wording.yml, under 'versions'. until: when the one after it began; None unless past."""

    tense: Literal["current", "later", "past"]
    until: datetime.date | None = None


class Earlier(NamedTuple):
    """Another wording of a clause. version: the first that had it. until: when the next wording began; None while there is none."""

    text: str
    version: Version
    until: datetime.date | None


def told(version: Version, day: Day) -> dict[str, str]:
    """What words may say of a version, by the places that it fills in, as Markdown."""
    return {
        "label": version.label,
        "approved_by": escaped(version.approved_by),
        "minute": escaped(version.minute),
        "adopted": day(version.adopted_on),
        "in_force": day(version.in_force_from),
        "review": day(version.review_due),
        "fingerprint": version.words,
    }


def applied(versions: Sequence[Version], version: Version, applies: Version | None) -> Applied:
    """Whether a version is in force now, will be, or was. versions: oldest first. applies: the one in force, if any is."""
    if applies is version:
        return Applied("current")
    at = versions.index(version)
    if not applies or at > versions.index(applies):
        return Applied("later")
    return Applied("past", versions[at + 1].in_force_from)


def earlier(versions: Sequence[Version], id: str, text: str) -> list[Earlier]:
    """Each wording but `text` that the clause `id` had, newest first. versions: oldest first."""

    def said(version: Version) -> str:
        return next((clause.text for clause in version.clauses if clause.id == id), "")

    begun = [(was, next(same)) for was, same in groupby(versions, said)]  # each wording, and the first version with it
    followed = zip_longest(begun, (version.in_force_from for _, version in begun[1:]))
    return [Earlier(was, version, until) for (was, version), until in followed if was and was != text][::-1]
