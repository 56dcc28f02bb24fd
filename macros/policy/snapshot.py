"""The working text as it would be frozen, to compare with what was adopted."""

from collections.abc import Mapping

from macros.policy import versions
from macros.policy.clauses import Policy
from macros.policy.versions import FrozenClause, FrozenSection, FrozenTerm, Snapshot
from macros.shared.pages import Page
from macros.shared.self_check import SelfCheck
from macros.shared.terms import Terms


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


def snapshot(
    policy: Policy,
    used_in: Mapping[str, tuple[str, ...]],
    terms: Terms,
    meanings: Mapping[str, str],
    self_check: SelfCheck,
    pages: Mapping[str, Page],
) -> Snapshot:
    """The working text at this moment. meanings: term key to its meaning in plain words."""
    check: dict[str, dict[str, str]] = {}
    for question, id, answer in self_check.inputs():
        check.setdefault(question, {})[id] = answer.leads_to
    records = {page.clause_id: page.record for page in pages.values() if page.is_withdrawn}
    return Snapshot(
        sections=sections(policy),
        clauses=clauses(policy, used_in),
        definitions={key: FrozenTerm(word=term.word, meaning=meanings[key]) for key, term in terms.terms.items()},
        check=check,
        now_see={id: record.now_see for id, record in records.items()},
    )


def fingerprint(policy: Policy) -> str:
    """Of the working text: twelve characters that stand for its words."""
    return versions.fingerprint(sections(policy), clauses(policy, {}))
