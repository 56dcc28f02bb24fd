"""What the clerk types of a version, and what is wrong with it: it would stand for ever."""

import datetime
import re
from collections.abc import Iterator, Mapping

from macros.adopted.versions import Version
from macros.pages.printed import not_printable

HOW = 'make adopt VERSION=2027-01 ADOPTED=2027-01-12 MINUTE="…" BY="…" IN_FORCE=2027-02-01 REVIEW=2028-01-12'
BROUGHT = re.compile(
    r"(adopted )?by\b\s*|(minutes?|min|no|number|nr)\b[.:]?\s*|(minutes?|min)[.:]?(?=\d)|\(", re.IGNORECASE
)
LATEST, LONGEST = 1, 5  # years after it was adopted, at most, until it is in force, and until it is reviewed
TYPED = {  # options, and what stands for them behind `make adopt`
    "label": "VERSION",
    "adopted-on": "ADOPTED",
    "minute": "MINUTE",
    "approved-by": "BY",
    "review-due": "REVIEW",
    "in-force-from": "IN_FORCE",
}


def wrong(record: Mapping[str, str]) -> Iterator[str]:
    """What to say of single entries, such as 'minute: is missing; …'."""
    missing = [field for field, words in record.items() if not words]
    yield from (f"{field}: is missing; write {HOW}" for field in missing)
    for field in ("approved_by", "minute"):
        if field not in missing and (says := not_printable(record[field]) or _clumsy(record[field])):
            yield f"{field}: {says}"
    for field in ("adopted_on", "in_force_from", "review_due"):
        if field not in missing and not _is_day(record[field]):
            yield f"{field}: is '{record[field]}'; write the day as 2027-01-12"


def _is_day(typed: str) -> bool:
    try:
        return datetime.date.fromisoformat(typed).isoformat() == typed
    except ValueError:
        return False


def _clumsy(words: str) -> str | None:
    """What to say of words that bring along what the page writes around them: 'adopted by … (minute …).'"""
    if found := BROUGHT.match(words):
        return f"is '{words}'; write it without '{found[0].strip()}', since the page puts words around it"
    return f"is '{words}'; write it without the full stop at its end" if words.endswith(".") else None


def wrong_dates(version: Version, earlier: tuple[Version, ...], day: datetime.date) -> Iterator[str]:
    """Dates that cannot be: in the future, or in another order than things happen in."""
    adopted, begins, review = version.adopted_on, version.in_force_from, version.review_due
    if adopted > day:
        yield f"adopted_on: {adopted} is still to come; adopt it on the day or after it"
    if begins < adopted:
        yield f"in_force_from: {begins} is before it was adopted on {adopted}; put the dates in order"
    elif begins > _after(adopted, LATEST):
        yield f"in_force_from: {begins} is more than a year after it was adopted on {adopted}; look at the year"
    if review <= begins:
        yield f"review_due: {review} is not after it comes into force on {begins}; put the dates in order"
    elif review > _after(adopted, LONGEST):
        yield f"review_due: {review} is more than five years after it was adopted on {adopted}; look at the year"
    begun = [one for one in earlier if begins <= one.in_force_from <= day]
    for one in begun[-1:]:
        since = f"version {one.label}, which has been in force since {one.in_force_from}"
        yield f"in_force_from: {begins} is not after the first day of {since}; put a later day"
    if review < day:
        yield f"review_due: {review} is over already; look at the years of all three days"
    for last in earlier[-1:]:
        if adopted < last.adopted_on:
            text = f"is before version {last.label}, adopted on {last.adopted_on}"
            yield f"adopted_on: {adopted} {text}; look at the year"


def _after(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years later."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # on 29 February
        return day.replace(year=day.year + years, day=28)
