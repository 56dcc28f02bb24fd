"""Signs in what the PDFs say that no font of theirs has, such as emojis: every later build would end on them."""

from collections.abc import Iterator, Mapping

from macros.pages.printed import not_printable
from macros.policy.clauses import NAME, Policy
from macros.policy.versions import FOLDER, Version
from macros.reading.mistakes import Mistake
from macros.shared.pages import POLICY, Page
from macros.shared.school import School
from macros.shared.wording import Wording

WORDS = {  # entries of wording.yml that a PDF has
    "cite": ("policy", "not_adopted", "adopted", "changed"),
    "status": ("not_adopted_short", "in_force_short", "later_short", "changed_short", "overdue", "fingerprint"),
    "versions": ("name", "record"),
    "pdf": ("mark", "page"),
}


def in_facts(school: School) -> Iterator[Mistake]:
    """The name in the head of each sheet, and who adopts the policy."""
    for fact in ("name", "governing_body"):
        if text := not_printable(getattr(school, fact)):
            yield school.wrong(text, fact)


def in_words(wording: Wording, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Words around the clauses, and what stands above them."""
    for part, names in WORDS.items():
        for name in names:
            if text := not_printable(getattr(getattr(wording, part), name)):
                yield wording.wrong(text, part, name)
    record = pages[POLICY].record if POLICY in pages else None
    for name in ("title", "lead"):
        if record and (text := not_printable(getattr(record, name, None) or "")):
            yield record.wrong(text, name)


def in_clauses(policy: Policy) -> Iterator[Mistake]:
    """Sections and clauses, with what their macros put in."""
    places = [(section.line, section.title) for section in policy.sections]
    for clause in policy.clauses.values():
        places += enumerate(clause.sentences, start=clause.first_line)
    for line, words in places:
        if text := not_printable(words):
            yield Mistake(NAME, line, text, about=text.split("'")[1])


def in_versions(versions: tuple[Version, ...]) -> Iterator[Mistake]:
    """What was adopted, and the record of it."""
    for version in versions:
        words = [version.approved_by, version.minute, *(section.title for section in version.sections)]
        if text := not_printable("\n".join([*words, *(clause.text for clause in version.clauses)])):
            yield Mistake(f"{FOLDER}/{version.label}.json", 0, text)
