"""Why the wording changed: what the versions say, and what docs/_shared/changes.yml still has to say."""

from collections.abc import Mapping

from macros.policy.changes import ChangeSet
from macros.policy.versions import Version
from macros.shared.changes import Reason


def reasons(versions: tuple[Version, ...], old: Version, new: Version | None = None) -> dict[str, Reason]:
    """The reasons that the versions after `old` gave, up to `new`, else up to the last one."""
    later = versions[versions.index(old) + 1 : versions.index(new) + 1 if new else None]
    return {id: reason for version in later for id, reason in version.changes.items()}


def missing_reasons(changes: ChangeSet, reasons: Mapping[str, Reason]) -> list[str]:
    """What is wrong with the entries in changes.yml: one that is missing, wrong or too many."""
    kinds = {change.id: change.kind for change in changes.clauses}
    explained = {*reasons, *(change.replaced_by for change in changes.clauses)}  # by the clause that it replaces
    wrong = [
        f"says no reason why '{id}' is {kind}; add under changes: {id}: {{kind: {kind}, why: \"…\"}}"
        for id, kind in kinds.items()
        if id not in explained
    ]
    for id, reason in reasons.items():
        if id not in kinds:
            wrong.append(f"says why '{id}' is {reason.kind}, but it has not changed; take the entry out")
        elif reason.kind != kinds[id]:
            wrong.append(f"says that '{id}' is {reason.kind}, but it is {kinds[id]}; put that")
    return wrong
