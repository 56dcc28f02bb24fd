"""What changes between two texts of the policy, clause by clause: for governors, who read words and not lines."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import TypeVar

from macros.policy.difference import DUTY, NUMBER, Piece, difference, exchanged
from macros.policy.effect import Effect, effect
from macros.policy.frozen import FrozenClause, FrozenTerm, Snapshot
from macros.shared.changes import Kind, Reason

T = TypeVar("T")


@dataclass(frozen=True)
class ClauseChange:
    """What became of a clause. was, now: None where it was not there. moved: whether its place changed as well.

    duties, numbers: words of duty and numbers that were taken out, and those put in; none where it came or went whole.
    replaced_by: for a clause that was replaced, the new one's id. replaces: the other way round.
    pages: paths of what refers to it.
    """

    id: str
    kind: Kind
    was: FrozenClause | None
    now: FrozenClause | None
    moved: bool = False
    replaced_by: str | None = None
    replaces: str | None = None
    why: str | None = None
    pages: tuple[str, ...] = ()

    @property
    def list_of(self) -> str | None:
        """The clause whose list it came to, left or moved in, as its words may count the list; else None."""
        stands = self.now or self.was
        return stands.under if stands and self.kind != "reworded" else None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return difference(self.was.text if self.was else "", self.now.text if self.now else "")

    @property
    def duties(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return exchanged(DUTY, self.was.text, self.now.text) if self.was and self.now else ((), ())

    @property
    def numbers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return exchanged(NUMBER, self.was.text, self.now.text) if self.was and self.now else ((), ())


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
    """Everything that is different. sections: headings as they were and as they are.

    renumbered: id to old and new number, where the number alone is different.
    """

    clauses: tuple[ClauseChange, ...]
    sections: tuple[tuple[str, str], ...]
    renumbered: Mapping[str, tuple[str, str]]
    terms: tuple[TermChange, ...]
    effect: Effect

    @property
    def is_empty(self) -> bool:
        return not (self.clauses or self.sections or self.renumbered or self.terms or self.effect.changed)


def compare(
    old: Snapshot, new: Snapshot, reasons: Mapping[str, Reason], referrers: Mapping[str, tuple[str, ...]]
) -> ChangeSet:
    """What is different in `new`. reasons: by clause id. referrers: clause id to paths of pages that refer to it."""
    was, now = ({clause.id: clause for clause in snapshot.clauses} for snapshot in (old, new))
    moved, replaced = _moved(was, now), _replaced(was, now, new.now_see)
    replaces = {by: id for id, by in reversed(replaced.items())}
    why = {by: reasons[id].why for by, id in replaces.items() if id in reasons}  # unless it has a reason of its own
    why |= {id: reason.why for id, reason in reasons.items()}
    kinds = {id: _kind(was.get(id), now.get(id), id in replaced, id in moved) for id in now | was}
    clauses = []
    for id, kind in kinds.items():
        if kind:
            beside = replaced.get(id), replaces.get(id), why.get(id), referrers.get(id, ())
            clauses.append(ClauseChange(id, kind, was.get(id), now.get(id), id in moved, *beside))
    numbers = {id: (was[id].number, now[id].number) for id, kind in kinds.items() if not kind}
    renumbered = {id: (before, after) for id, (before, after) in numbers.items() if before != after}
    titles = ({section.id: section.title for section in snapshot.sections} for snapshot in (old, new))
    sections = tuple((before or "", after or "") for before, after in _different(*titles).values())
    terms = tuple(
        TermChange(key, before, after, tuple(clause.id for clause in new.clauses if key in clause.uses))
        for key, (before, after) in _different(old.definitions, new.definitions).items()
    )
    return ChangeSet(tuple(clauses), sections, MappingProxyType(renumbered), terms, effect(old.check, new.check))


def _different(was: Mapping[str, T], now: Mapping[str, T]) -> dict[str, tuple[T | None, T | None]]:
    """What is not the same in both, as it was and as it is; what is gone stands last."""
    return {key: (was.get(key), now.get(key)) for key in {**now, **was} if was.get(key) != now.get(key)}


def _kind(was: FrozenClause | None, now: FrozenClause | None, is_replaced: bool, is_moved: bool) -> Kind | None:
    """What became of a clause; None where nothing did."""
    if not was:
        return "new"
    if not now:
        return "replaced" if is_replaced else "withdrawn"
    if was.text.split() != now.text.split():
        return "reworded"
    return "moved" if is_moved else None


def _replaced(was: Collection[str], now: Collection[str], now_see: Mapping[str, str]) -> dict[str, str]:
    """The clauses that are gone and have a new one in their place, which is named."""
    found = {}
    for id in now_see:
        by = now_see[id]
        while by in now_see and by not in now:  # what took its place may have been replaced in its turn
            by = now_see[by]
        if id in was and id not in now and by in now and by not in was:
            found[id] = by
    return found


def _moved(was: Mapping[str, FrozenClause], now: Mapping[str, FrozenClause]) -> set[str]:
    """Clauses that stand elsewhere among those that stayed: in another order, section or list."""
    before, after = [id for id in was if id in now], [id for id in now if id in was]
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    in_order = {id for block in blocks for id in before[block.a : block.a + block.size]}
    same_place = {id for id in before if (was[id].section, was[id].under) == (now[id].section, now[id].under)}
    return set(before) - (in_order & same_place)
