"""Signs in what the PDFs say that no font of theirs has, such as emojis: every later build would end on them."""

from collections.abc import Iterator, Mapping
from functools import reduce

from macros.adopted.versions import Version
from macros.checks.clauses import places
from macros.pages.printed import not_printable
from macros.policy.clauses import NAME, Policy
from macros.policy.history import FOLDER
from macros.reading.entries import Written
from macros.reading.mistakes import Mistake
from macros.shared.pages import POLICY, Page
from macros.shared.school import School
from macros.wording.whole import Wording

WORDS = "cite.policy cite.not_adopted cite.adopted cite.changed status.overdue status.fingerprint pdf.mark pdf.page "
WORDS += " ".join(f"status.{stage}_short" for stage in ("not_adopted", "in_force", "later", "changed"))
WORDS += " versions.name versions.record"


def in_entries(school: School, wording: Wording, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """What the school is called, and all that stands above and around the clauses."""
    entries: list[tuple[Written, str]] = [(school, "name governing_body"), (wording, WORDS)]
    entries += [(pages[POLICY].record, "title lead")] if POLICY in pages else []
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
