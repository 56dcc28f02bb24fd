"""What changes between two texts of the policy, clause by clause: for governors, who read words and not lines."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from types import MappingProxyType

from macros.policy.effect import Effect, effect
from macros.policy.versions import FrozenClause, FrozenTerm, Snapshot, Version
from macros.shared.changes import Kind, Reason

DUTY = re.compile(
    r"\b(must not|must|should not|should|may not|may|might|cannot|can|will not|will always|will usually|will consider|will"
    r"|is expected|are expected|expected|is required|required|please)\b"
)
NUMBER = re.compile(r"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")


@dataclass(frozen=True)
class Piece:
    """Some words. mark: 'same', or 'out' (only in the old text), or 'in' (only in the new one)."""

    mark: str
    words: str


@dataclass(frozen=True)
class ClauseChange:
    """What became of a clause. was, now: None where it was not there. moved: whether its place changed as well.

    duties, numbers: words of duty and numbers that were taken out, and those that were put in.
    replaced_by: for a clause that was replaced, the new one's id. replaces: the other way round. pages: titles by path of what refers to it.
    """

    id: str
    kind: Kind
    was: FrozenClause | None
    now: FrozenClause | None
    moved: bool = False
    replaced_by: str | None = None
    replaces: str | None = None
    why: str | None = None
    pages: Mapping[str, str] = field(default_factory=dict)

    @property
    def list_of(self) -> str | None:
        """The clause whose list it came to, left or moved in, where that clause's words may count the list; else None."""
        stands = self.now or self.was
        return stands.under if stands and self.kind != "reworded" else None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return difference(self.was.text if self.was else "", self.now.text if self.now else "")

    @property
    def duties(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self._counted(DUTY)

    @property
    def numbers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self._counted(NUMBER)

    def _counted(self, pattern: re.Pattern[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What was taken out and what was put in; nothing for a clause that came or went as a whole."""
        if not (self.was and self.now):
            return (), ()
        was, now = (Counter(pattern.findall(clause.text.lower())) for clause in (self.was, self.now))
        return tuple((was - now).elements()), tuple((now - was).elements())


@dataclass(frozen=True)
class TermChange:
    """A definition that changed, came (was: None) or went (now: None). clauses: ids of those that use it."""

    key: str
    was: FrozenTerm | None
    now: FrozenTerm | None
    clauses: tuple[str, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return difference(self.was.meaning if self.was else "", self.now.meaning if self.now else "")


@dataclass(frozen=True)
class ChangeSet:
    """Everything that is different. sections: headings as they were and as they are. renumbered: id to old and new number, where the number alone is different."""

    clauses: tuple[ClauseChange, ...]
    sections: tuple[tuple[str, str], ...]
    renumbered: Mapping[str, tuple[str, str]]
    terms: tuple[TermChange, ...]
    effect: Effect

    @property
    def is_empty(self) -> bool:
        return not (self.clauses or self.sections or self.renumbered or self.terms or self.effect.changed)


def compare(
    old: Snapshot, new: Snapshot, reasons: Mapping[str, Reason], pages: Mapping[str, Mapping[str, str]]
) -> ChangeSet:
    """What is different in `new`. reasons: by clause id. pages: clause id to the pages that refer to it, title by path."""
    was, now = ({clause.id: clause for clause in snapshot.clauses} for snapshot in (old, new))
    moved = _moved(was, now)
    changes, renumbered = [], {}
    for id in [*now, *(id for id in was if id not in now)]:
        kind, replaced_by = _kind(id, was, now, moved, new.now_see)
        if kind:
            replaces = (
                next((old for old, by in new.now_see.items() if by == id and old in was), None)
                if kind == "new"
                else None
            )
            reason = reasons.get(id) or reasons.get(replaces or "")
            why = reason.why if reason else None
            changes.append(
                ClauseChange(
                    id, kind, was.get(id), now.get(id), id in moved, replaced_by, replaces, why, pages.get(id, {})
                )
            )
        elif was[id].number != now[id].number:
            renumbered[id] = (was[id].number, now[id].number)
    headings = {section.id: section.title for section in old.sections}
    sections = [
        (headings.get(section.id, ""), section.title)
        for section in new.sections
        if headings.get(section.id) != section.title
    ]
    sections += [(title, "") for id, title in headings.items() if id not in {section.id for section in new.sections}]
    return ChangeSet(
        tuple(changes), tuple(sections), MappingProxyType(renumbered), _terms(old, new), effect(old.check, new.check)
    )


def _kind(
    id: str,
    was: Mapping[str, FrozenClause],
    now: Mapping[str, FrozenClause],
    moved: set[str],
    now_see: Mapping[str, str],
) -> tuple[Kind | None, str | None]:
    if id not in was:
        return "new", None
    if id not in now:
        target = now_see.get(id)
        while target in now_see and target not in now:  # what took its place may have been replaced in its turn
            target = now_see[target]
        return ("replaced", target) if target in now and target not in was else ("withdrawn", None)
    if was[id].text.split() != now[id].text.split():
        return "reworded", None
    return ("moved", None) if id in moved else (None, None)


def _moved(was: Mapping[str, FrozenClause], now: Mapping[str, FrozenClause]) -> set[str]:
    """Clauses that stand elsewhere among those that stayed: in another order, section or list."""
    before, after = [id for id in was if id in now], [id for id in now if id in was]
    kept = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    same_order = {id for block in kept for id in before[block.a : block.a + block.size]}
    return {
        id
        for id in before
        if id not in same_order or (was[id].section, was[id].under) != (now[id].section, now[id].under)
    }


def _terms(old: Snapshot, new: Snapshot) -> tuple[TermChange, ...]:
    keys = [*new.definitions, *(key for key in old.definitions if key not in new.definitions)]
    return tuple(
        TermChange(
            key,
            old.definitions.get(key),
            new.definitions.get(key),
            tuple(clause.id for clause in new.clauses if key in clause.uses),
        )
        for key in keys
        if old.definitions.get(key) != new.definitions.get(key)
    )


def difference(was: str, now: str) -> tuple[Piece, ...]:
    """Two texts as pieces in order, word by word; white space does not count."""
    before, after = was.split(), now.split()
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", " ".join(before[a:b])))
            continue
        if before[a:b]:
            pieces.append(Piece("out", " ".join(before[a:b])))
        if after[c:d]:
            pieces.append(Piece("in", " ".join(after[c:d])))
    return tuple(pieces)


def missing_reasons(changes: ChangeSet, reasons: Mapping[str, Reason]) -> list[str]:
    """What is wrong with the entries in changes.yml: one that is missing, wrong or too many."""
    kinds = {change.id: change.kind for change in changes.clauses}
    explained = {change.replaced_by for change in changes.clauses if change.replaced_by}  # by the clause it replaces
    wrong = [
        f"says no reason why '{id}' is {kind}; add under changes: {id}: {{kind: {kind}, why: \"…\"}}"
        for id, kind in kinds.items()
        if id not in reasons and id not in explained
    ]
    for id, reason in reasons.items():
        if id not in kinds:
            wrong.append(f"says why '{id}' is {reason.kind}, but it has not changed; take the entry out")
        elif reason.kind != kinds[id]:
            wrong.append(f"says that '{id}' is {reason.kind}, but it is {kinds[id]}; put that")
    return wrong


def reasons(versions: tuple[Version, ...], old: Version, new: Version | None = None) -> dict[str, Reason]:
    """The reasons that the versions after `old` gave, up to `new`, else up to the last one."""
    later = versions[versions.index(old) + 1 : versions.index(new) + 1 if new else None]
    return {id: reason for version in later for id, reason in version.changes.items()}
