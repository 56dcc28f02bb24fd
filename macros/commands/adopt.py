"""Freezes the words as an adopted version: python -m macros.commands.adopt --label=2027-01 --adopted-on=2027-01-12 …

A version gets a small page of its own, which only calls it: the build tool makes pages of files alone.
"""

import argparse
import datetime
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from macros.checks.load import load
from macros.commands import arguments
from macros.commands.writing import Accepted, write
from macros.outputs import builds
from macros.pages.printed import not_printable
from macros.policy.reasons import missing_reasons
from macros.policy.versions import FOLDER, Version, frozen, today
from macros.reading.markup import fill
from macros.reading.mistakes import Mistake, Mistakes, mistake, raise_any
from macros.reading.project import ROOT
from macros.running.boundary import run
from macros.running.editing import edited, written
from macros.shared.changes import Changes
from macros.site import Site, proposed_changes
from macros.typed.wrong_entries import explain

HOW = 'make adopt VERSION=2027-01 ADOPTED=2027-01-12 MINUTE="…" BY="…" IN_FORCE=2027-02-01 REVIEW=2028-01-12'
LATEST, LONGEST = 1, 5  # years after it was adopted, at most, until it is in force, and until it is reviewed
TYPED = {  # options, and what stands for them behind `make adopt`
    "label": "VERSION",
    "adopted-on": "ADOPTED",
    "minute": "MINUTE",
    "approved-by": "BY",
    "review-due": "REVIEW",
    "in-force-from": "IN_FORCE",
}
PAGE = """---
{said}under: changes.md
kind: policy
contents: false  # whether it still applies comes first
---
{{{{ version_page("{label}") }}}}
"""


def adopt(root: Path, record: dict[str, str], day: datetime.date, accepted: Accepted = load) -> list[str]:
    """Writes the version, its page, and an empty list of reasons; gives their names.

    record: label, adopted_on, minute, approved_by, in_force_from and review_due, as typed; dates such as 2027-01-12.
    accepted: looks at what comes of it.
    Raises Mistakes, with nothing written, where something in it, in the words or in the reasons is wrong.
    """
    record = {field: " ".join(typed.split()) for field, typed in record.items()}
    site = load(root, max(day, today()))
    _raise_any(f"{field}: is missing; write {HOW}" for field, typed in record.items() if not typed.strip())
    typed = ((field, not_printable(record[field]) or _clumsy(record[field])) for field in ("approved_by", "minute"))
    _raise_any(f"{field}: {wrong}" for field, wrong in typed if wrong)
    days = ((field, record[field]) for field in ("adopted_on", "in_force_from", "review_due"))
    _raise_any(f"{field}: is '{day}'; write the day as 2026-11-22" for field, day in days if not _is_day(day))
    reasons = site.changes.file
    if changes := proposed_changes(site):
        raise_any(Mistake(reasons, 0, text) for text in missing_reasons(changes, site.changes.changes))
    version = _version(site, record)
    _raise_any(_wrong_dates(version, site.versions, day))
    name = f"{FOLDER}/{version.label}.json"
    if (root / name).exists():
        raise mistake(name, f"the label '{version.label}' has been used; a version is never replaced")
    said = {part: fill(getattr(site.wording.versions, part), label=version.label) for part in ("title", "description")}
    files = {
        name: frozen(version.model_dump(mode="json", exclude={"sha256"})),
        f"docs/{version.page}": PAGE.format(said=written(said), label=version.label),
        reasons: edited(root / reasons, reasons, Changes, lambda entries: entries.update(changes={})),
    }
    return write(root, files, lambda there: accepted(there, max(day, today())))


def _is_day(typed: str) -> bool:
    try:
        return datetime.date.fromisoformat(typed).isoformat() == typed
    except ValueError:
        return False


def _clumsy(words: str) -> str | None:
    """What to say of words that bring along what the page writes around them: 'adopted by … (minute …).'"""
    first = words.split(maxsplit=1)[0].strip(":.").lower()
    if first in ("by", "minute", "minutes") and len(words.split()) > 1:
        return f"is '{words}'; write it without '{words.split(maxsplit=1)[0]}', which the page puts in front"
    return f"is '{words}'; write it without the full stop at its end" if words.endswith(".") else None


def _raise_any(wrong: Iterable[str]) -> None:
    """Raises Mistakes for what was typed wrongly, when anything was."""
    raise_any(Mistake("adopt", 0, text) for text in wrong)


def _version(site: Site, record: dict[str, str]) -> Version:
    """The version that comes of the words and of what was typed. Raises Mistakes for what was typed wrongly."""
    reasons = site.changes.model_dump(mode="json")["changes"] if site.versions else {}
    entries = {**record, **site.snapshot.model_dump(mode="json"), "changes": reasons, "addresses": site.addresses}
    try:
        return Version.model_validate_json(json.dumps(entries | {"words": site.fingerprint, "sha256": ""}))
    except ValidationError as error:
        raise Mistakes(Mistake("adopt", 0, said) for _, said in explain(error.errors(), Version)) from None


def _wrong_dates(version: Version, earlier: tuple[Version, ...], day: datetime.date) -> Iterator[str]:
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
    for last in earlier[-1:]:
        if adopted <= last.adopted_on:
            yield f"adopted_on: {adopted} is not after version {last.label}, adopted on {last.adopted_on}"
        if begins <= last.in_force_from <= adopted:
            yield f"in_force_from: {begins} is not after version {last.label}, in force from {last.in_force_from}"


def _after(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years later."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # on 29 February
        return day.replace(year=day.year + years, day=28)


def main() -> None:
    parser = argparse.ArgumentParser(description="Freezes the working text as an adopted version.")
    for option in TYPED:
        parser.add_argument(f"--{option}", default="")
    record = vars(parser.parse_args())
    typed = {name: record[option.replace("-", "_")] for option, name in TYPED.items()}
    arguments.check(typed)
    print("Written: " + ", ".join(adopt(ROOT, record, today(), builds)))


if __name__ == "__main__":
    sys.exit(run(main))
