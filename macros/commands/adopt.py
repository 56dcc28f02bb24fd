"""Freezes the working text as an adopted version: python -m macros.commands.adopt --label=2027-01 --adopted-on=2027-01-12 …"""

import argparse
import datetime
import json
import re
import sys
from pathlib import Path

import yaml
from pydantic import ValidationError

from macros.commands.writing import write
from macros.load import load
from macros.mistakes import Mistake, Mistakes, exit_code, raise_any
from macros.policy.changes import missing_reasons
from macros.policy.versions import FOLDER, Snapshot, Version, frozen, today
from macros.reading.entries import SHARED
from macros.reading.files import ROOT
from macros.reading.wrong_entries import explain
from macros.shared.wording import fill
from macros.site import Site, proposed_changes

REASONS = f"{SHARED}/changes.yml"
HOW = 'make adopt VERSION=2027-01 ADOPTED=2027-01-12 MINUTE="…" BY="…" IN_FORCE=2027-02-01 REVIEW=2028-01-12'
PAGE = """---
{said}under: changes.md
kind: policy
contents: false  # whether it still applies comes first
---
{{{{ version_page("{label}") }}}}
"""


def adopt(root: Path, record: dict[str, str], day: datetime.date) -> list[str]:
    """Writes the version, its page, and an empty list of reasons; gives their names.

    record: label, adopted_on, minute, approved_by, in_force_from and review_due, as typed; dates such as 2027-01-12.
    Raises Mistakes, with nothing written, where something in it, in the words or in the reasons is wrong.
    """
    site = load(root)
    missing = [field for field, typed in record.items() if not typed.strip()]
    raise_any(Mistake("adopt", 0, f"{field}: is missing; write {HOW}") for field in missing)
    if changes := proposed_changes(site):
        raise_any(Mistake(REASONS, 0, text) for text in missing_reasons(changes, site.changes.changes))
    version = _version(site, site.snapshot, record)
    _raise_for_dates(version, site.versions, day)
    name = f"{FOLDER}/{version.label}.json"
    if (root / name).exists():
        raise Mistakes([Mistake(name, 0, f"the label '{version.label}' has been used; a version is never replaced")])
    reasons = (root / REASONS).read_text("utf-8")
    return write(
        root,
        {
            name: frozen(version.model_dump(mode="json", exclude={"sha256"})),
            f"docs/{version.page}": PAGE.format(said=_said(site, version), label=version.label),
            REASONS: re.sub(r"""^["']?changes["']?:.*\Z""", "changes: {}\n", reasons, flags=re.MULTILINE | re.DOTALL),
        },
    )


def _said(site: Site, version: Version) -> str:
    """The title and the description of a version's page, as YAML."""
    words = site.wording.versions
    entries = {name: fill(getattr(words, name), label=version.label) for name in ("title", "description")}
    return yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=10**6)


def _version(site: Site, snapshot: Snapshot, record: dict[str, str]) -> Version:
    changes = site.changes.model_dump(mode="json")["changes"] if site.versions else {}
    stands = site.addresses
    frozen = {"changes": changes, "addresses": stands, "words": site.fingerprint, "sha256": ""}
    try:
        return Version.model_validate_json(json.dumps(record | snapshot.model_dump(mode="json") | frozen))
    except ValidationError as error:
        raise Mistakes(Mistake("adopt", 0, said) for _, said in explain(error.errors(), Version)) from None


def _raise_for_dates(version: Version, earlier: tuple[Version, ...], day: datetime.date) -> None:
    """Dates that cannot be: in the future, or in another order than things happen in."""
    wrong = []
    if version.adopted_on > day:
        wrong.append(f"adopted_on: {version.adopted_on} is still to come; adopt it on the day or after it")
    if version.in_force_from < version.adopted_on:
        wrong.append(
            f"in_force_from: {version.in_force_from} is before it was adopted on {version.adopted_on}; put the dates in order"
        )
    if version.review_due <= version.in_force_from:
        wrong.append(
            f"review_due: {version.review_due} is not after it comes into force on {version.in_force_from}; put the dates in order"
        )
    if earlier and version.adopted_on <= earlier[-1].adopted_on:
        wrong.append(
            f"adopted_on: {version.adopted_on} is not after version {earlier[-1].label}, adopted on {earlier[-1].adopted_on}"
        )
    if earlier and version.in_force_from <= earlier[-1].in_force_from:
        wrong.append(
            f"in_force_from: {version.in_force_from} is not after version {earlier[-1].label}, in force from {earlier[-1].in_force_from}"
        )
    raise_any(Mistake("adopt", 0, text) for text in wrong)


def main() -> None:
    parser = argparse.ArgumentParser(description="Freezes the working text as an adopted version.")
    for option in ("label", "adopted-on", "minute", "approved-by", "in-force-from", "review-due"):
        parser.add_argument(f"--{option}", default="")
    print("Written: " + ", ".join(adopt(ROOT, vars(parser.parse_args()), today())))


if __name__ == "__main__":
    sys.exit(exit_code(main))
