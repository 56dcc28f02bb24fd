"""Why the wording changed: what the versions say, and what docs/_shared/changes.yml still has to say."""

from collections.abc import Collection

from macros.adopted.changes import ChangeSet
from macros.adopted.versions import Version
from macros.adopted.why import Reason, Why

NONE = Why({}, {})


def reasons(versions: tuple[Version, ...], old: Version, last: Why = NONE) -> Why:
    """The reasons that the versions after `old` gave, and then `last`."""
    clauses: dict[str, Reason] = {}
    definitions: dict[str, str] = {}
    for said in (*(version.why for version in versions[versions.index(old) + 1 :]), last):
        for id, one in said.clauses.items():
            before = clauses[id].why if id in clauses else ""
            clauses[id] = Reason(kind=one.kind, why=_both(before, one.why))
        definitions |= {key: _both(definitions.get(key, ""), why) for key, why in said.definitions.items()}
    return Why(clauses, definitions)


def _both(before: str, now: str) -> str:
    """Both reasons, where there was another one in a version in between."""
    return f"{before} {now}" if before not in ("", now) else now


def missing_reasons(changes: ChangeSet, said: Why, told: Collection[str] = ()) -> list[str]:
    """What is wrong with the entries in changes.yml: one missing, wrong or too many. told: clauses passed over."""
    reasons, terms = said.clauses, [change.key for change in changes.terms if not change.by_clause]
    kinds = {change.id: change.kind for change in changes.clauses}
    explained = {*told, *reasons, *(change.replaced_by for change in changes.clauses)}  # by the clause that it replaces
    wrong = [
        f"says no reason why '{id}' is {kind}; add under changes: {id}: {{kind: {kind}, why: \"…\"}}"
        for id, kind in kinds.items()
        if id not in explained
    ]
    wrong += [
        f"says no reason why the definition '{key}' changed; add under definitions: {key}: \"…\""
        for key in terms
        if key not in said.definitions
    ]
    for key in said.definitions.keys() - terms:
        wrong.append(f"says why the definition '{key}' changed, but it has not; take the entry out")
    for id, reason in reasons.items():
        if id not in kinds:
            wrong.append(f"says why '{id}' is {reason.kind}, but it has not changed; take the entry out")
        elif reason.kind != kinds[id]:
            wrong.append(f"says that '{id}' is {reason.kind}, but it is {kinds[id]}; put that")
    return wrong
