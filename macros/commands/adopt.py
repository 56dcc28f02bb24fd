"""Freezes the words as an adopted version: python -m macros.commands.adopt --label=2027-01 --adopted-on=2027-01-12 …

A version gets a small page of its own, which only calls it: the build tool makes pages of files alone.
"""

import argparse
import datetime
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from macros.adopted.frozen import sha256
from macros.adopted.versions import Version, frozen
from macros.adopted.why import Changes
from macros.checks.load import load
from macros.commands import arguments, minuted
from macros.commands.unexplained import unexplained
from macros.edits.writing import Accepted, write
from macros.outputs import builds
from macros.outputs.changes_markdown import report
from macros.policy.history import FOLDER
from macros.reading.markup import fill
from macros.reading.mistakes import Mistake, Mistakes, mistake, raise_any
from macros.reading.project import ROOT
from macros.running.boundary import run
from macros.running.editing import edited, written
from macros.running.environment import today
from macros.site import Site
from macros.typed.wrong_entries import explain

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
    _raise_any(minuted.wrong(record))
    reasons = site.changes.file
    raise_any(unexplained(site))
    version = _version(site, record)
    _raise_any(minuted.wrong_dates(version, site.versions, day))
    name = f"{FOLDER}/{version.label}.json"
    if (root / name).exists():
        raise mistake(name, f"the label '{version.label}' has been used; a version is never replaced")
    files = {
        name: frozen(version.model_dump(mode="json", exclude={"sha256"})),
        f"docs/{version.page}": _page(site, version.label),
    }
    if site.versions or not [*(root / FOLDER).glob("*.json")]:  # else they are of another school's version
        emptied = edited(root / reasons, reasons, Changes, lambda entries: entries.update({key: {} for key in entries}))
        files[reasons] = emptied
    return write(root, files, lambda there: accepted(there, max(day, today())))


def said(site: Site) -> str:
    """Of the version adopted last its fingerprint, and what it changes; Markdown for the pull request."""
    words, last = site.wording.versions, site.versions[-1]
    return f"{fill(words.adopted, label=last.label, fingerprint=last.words)}\n\n{report(site, after=last.label)}"


def _raise_any(wrong: Iterable[str]) -> None:
    """Raises Mistakes for what was typed wrongly, when anything was."""
    raise_any(Mistake("adopt", 0, text) for text in wrong)


def _page(site: Site, label: str) -> str:
    """The page of a version."""
    said = {part: fill(getattr(site.wording.versions, part), label=label) for part in ("title", "description")}
    return PAGE.format(said=written(said), label=label)


def _version(site: Site, record: dict[str, str]) -> Version:
    """The version that comes of the words and of what was typed. Raises Mistakes for what was typed wrongly."""
    why = site.changes.model_dump(mode="json") if site.versions else {"changes": {}, "definitions": {}}
    reasons = {"changes": why["changes"], "definitions_changed": why["definitions"]}
    before = site.versions[-1].label if site.versions else None
    beside = {
        "after": before,
        "letters": {page.path: sha256(page.text) for page in site.pages.values() if page.is_letter},
    }
    beside["page_sha256"] = sha256(_page(site, record["label"]))
    entries = {**record, **site.snapshot.model_dump(mode="json"), **reasons, **beside, "addresses": site.addresses}
    try:
        return Version.model_validate_json(json.dumps(entries | {"words": site.fingerprint, "sha256": ""}))
    except ValidationError as error:
        raise Mistakes(Mistake("adopt", 0, said) for _, said in explain(error.errors(), Version)) from None


def main() -> None:
    parser = argparse.ArgumentParser(description="Freezes the working text as an adopted version.")
    for option in minuted.TYPED:
        parser.add_argument(f"--{option}", default="")
    record = vars(parser.parse_args())
    typed = {name: record[option.replace("-", "_")] for option, name in minuted.TYPED.items()}
    arguments.check(typed)
    print("Written: " + ", ".join(adopt(ROOT, record, today(), builds)), end="\n\n")
    print(said(load(ROOT)))


if __name__ == "__main__":
    sys.exit(run(main))
