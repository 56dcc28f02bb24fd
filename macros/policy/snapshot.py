"""The working text as it would be frozen, to compare with what was adopted."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from macros.policy.clauses import Policy
from macros.policy.versions import FrozenClause, FrozenSection, FrozenTerm, Snapshot

if TYPE_CHECKING:
    from macros.site import Site


def sections(policy: Policy) -> tuple[FrozenSection, ...]:
    return tuple(
        FrozenSection(id=section.id, number=section.number, title=section.title) for section in policy.sections
    )


def clauses(policy: Policy, used_in: Mapping[str, tuple[str, ...]]) -> tuple[FrozenClause, ...]:
    """used_in: term key to the ids of the clauses that use it."""
    return tuple(
        FrozenClause(
            id=clause.id,
            number=clause.number,
            section=clause.section.id,
            under=clause.under,
            title=clause.title,
            text=clause.text,
            uses=tuple(key for key, ids in used_in.items() if clause.id in ids),
        )
        for clause in policy.clauses.values()
    )


def snapshot(site: "Site", meanings: Mapping[str, str]) -> Snapshot:
    """The working text at this moment. meanings: term key to its meaning in plain words."""
    check: dict[str, dict[str, str]] = {}
    for question, id, answer in site.check.inputs():
        check.setdefault(question, {})[id] = answer.leads_to
    return Snapshot(
        sections=sections(site.policy),
        clauses=clauses(site.policy, site.used_in),
        definitions={key: FrozenTerm(word=term.word, meaning=meanings[key]) for key, term in site.terms.terms.items()},
        check=check,
        now_see={id: record.now_see for id, record in site.withdrawn.items()},
    )
