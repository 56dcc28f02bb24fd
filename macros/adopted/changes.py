"""What changes between two texts of the policy, clause by clause: for governors, who read words and not lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from macros.adopted import became
from macros.adopted.difference import DUTY, NUMBER, Piece, difference, exchanged
from macros.adopted.effect import Effect, effect
from macros.adopted.frozen import FrozenClause, FrozenTerm, Snapshot
from macros.adopted.why import Kind, Why

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
    why: str | None = None

    @property
    def by_clause(self) -> bool:
        """Whether a clause defines it, whose own reason says enough."""
        return bool(self.now and self.now.clause)

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


def compare(old: Snapshot, new: Snapshot, said: Why, referrers: Mapping[str, tuple[str, ...]]) -> ChangeSet:
    """What is different in `new`. referrers: clause id to paths of pages that refer to it."""
    reasons = said.clauses
    was, now = ({clause.id: clause for clause in snapshot.clauses} for snapshot in (old, new))
    moved, replaced = became.moved(was, now), became.replaced(was, now, new.now_see)
    replaces = {by: id for id, by in reversed(replaced.items())}
    why = {by: reasons[id].why for by, id in replaces.items() if id in reasons}  # unless it has a reason of its own
    why |= {id: reason.why for id, reason in reasons.items()}
    kinds = {id: became.kind(was.get(id), now.get(id), id in replaced, id in moved) for id in now | was}
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
        TermChange(key, before, after, _using(new, key), said.definitions.get(key))
        for key, (before, after) in _different(old.definitions, new.definitions).items()
    )
    return ChangeSet(tuple(clauses), sections, MappingProxyType(renumbered), terms, effect(old.check, new.check))


def _using(snapshot: Snapshot, key: str) -> tuple[str, ...]:
    """The clauses that use a definition."""
    return tuple(clause.id for clause in snapshot.clauses if key in clause.uses)


def _different(was: Mapping[str, T], now: Mapping[str, T]) -> dict[str, tuple[T | None, T | None]]:
    """What is not the same in both, as it was and as it is; what is gone stands last."""
    return {key: (was.get(key), now.get(key)) for key in {**now, **was} if was.get(key) != now.get(key)}
