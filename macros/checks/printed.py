"""Signs in what the PDFs say that no font of theirs has, such as emojis: every later build would end on them."""

from collections.abc import Iterator, Mapping
from functools import reduce

from macros.adopted.owned import Errata
from macros.adopted.versions import Version
from macros.adopted.why import Changes
from macros.checks.clauses import places
from macros.pages.printed import not_printable
from macros.policy.clauses import NAME, Policy
from macros.policy.history import FOLDER
from macros.reading.entries import Written
from macros.reading.mistakes import Mistake
from macros.shared.pages import POLICY, Page
from macros.shared.school import School
from macros.wording.whole import Wording

STAGES = " ".join(f"status.{stage}_short" for stage in ("not_adopted", "in_force", "later", "changed"))
WORDS = f"""
    cite.policy cite.not_adopted cite.adopted cite.changed cite.later cite.proposed status.overdue status.fingerprint
    status.applies status.next status.nothing_applies {STAGES} clause.tag clause.proposed pdf.mark pdf.page frame.as_of
    versions.name versions.record versions.current versions.later versions.past versions.never versions.ends
    versions.put_right versions.inside
"""


def in_entries(
    school: School, wording: Wording, pages: Mapping[str, Page], errata: Errata, changes: Changes
) -> Iterator[Mistake]:
    """What the school is called, and all that stands above and around the clauses."""
    entries: list[tuple[Written, str]] = [(school, "name governing_body"), (wording, WORDS)]
    entries += [(pages[POLICY].record, "title lead")] if POLICY in pages else []
    noted: list[tuple[Written, tuple[str | int, ...], str]]  # printed, and there for ever
    noted = [(errata, ("errata", n, "says"), one.says) for n, one in enumerate(errata.errata)]
    noted += [(changes, ("changes", id, "why"), reason.why) for id, reason in changes.changes.items()]
    noted += [(changes, ("definitions", key), why) for key, why in changes.definitions.items()]
    yield from (one.wrong(text, *where) for one, where, words in noted if (text := not_printable(words)))
    for file, place in ((file, name.split(".")) for file, names in entries for name in names.split()):
        if text := not_printable(reduce(getattr, place, file) or ""):
            yield file.wrong(text, *place)


def in_clauses(policy: Policy) -> Iterator[Mistake]:
    """Sections and clauses, with what their macros put in."""
    for line, words, _ in places(policy):
        if text := not_printable(words):
            yield Mistake(NAME, line, text, about=text.split("'")[1])


def in_versions(versions: tuple[Version, ...]) -> Iterator[Mistake]:
    """What was adopted, and the record of it."""
    for version in versions:
        words = [version.approved_by, version.minute, *(part.title for part in version.sections)]
        if text := not_printable("\n".join([*words, *(clause.text for clause in version.clauses)])):
            yield Mistake(f"{FOLDER}/{version.label}.json", 0, text)
