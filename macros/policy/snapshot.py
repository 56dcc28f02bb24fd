"""The working text as it would be frozen, to compare with what was adopted."""

import hashlib
from collections.abc import Mapping

from macros.policy.clauses import Policy
from macros.policy.frozen import FrozenClause, FrozenSection, FrozenTerm, Snapshot
from macros.shared.front_matter import ClauseRecord
from macros.shared.self_check import SelfCheck
from macros.shared.terms import Terms


def snapshot(
    policy: Policy,
    used_in: Mapping[str, tuple[str, ...]],
    terms: Terms,
    meanings: Mapping[str, str],
    self_check: SelfCheck,
    withdrawn: Mapping[str, ClauseRecord],
) -> Snapshot:
    """The working text at this moment.

    used_in: term key to the ids of the clauses that use it. meanings: term key to its meaning in plain words.
    withdrawn: the records of clauses that have left the policy, by id.
    """
    check: dict[str, dict[str, str]] = {}
    for question, id, answer in self_check.inputs():
        check.setdefault(question, {})[id] = answer.leads_to
    return Snapshot(
        sections=tuple(FrozenSection(id=part.id, number=part.number, title=part.title) for part in policy.sections),
        clauses=tuple(
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
        ),
        definitions={key: FrozenTerm(word=term.word, meaning=meanings[key]) for key, term in terms.terms.items()},
        check=check,
        now_see={id: record.now_see or "" for id, record in withdrawn.items()},
    )


def fingerprint(policy: Policy) -> str:
    """Twelve characters that stand for the working text: each section and clause, in order, by number."""
    lines = [f"{section.number}. {section.title}" for section in policy.sections]
    lines += [f"{clause.number} {clause.id} {' '.join(clause.text.split())}" for clause in policy.clauses.values()]
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return "-".join(digest[n : n + 4] for n in (0, 4, 8))
