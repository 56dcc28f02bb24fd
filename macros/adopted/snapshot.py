"""The working text as it would be frozen, to compare with what was adopted."""

from collections.abc import Mapping
from typing import get_args

from macros.adopted import frozen
from macros.adopted.frozen import FrozenClause, FrozenSection, FrozenTerm, Snapshot
from macros.policy.clauses import Policy
from macros.shared.front_matter import ClauseRecord
from macros.shared.routes import RoleKey
from macros.shared.school import School
from macros.shared.self_check import SelfCheck
from macros.shared.terms import Terms

FACTS = ("name", "governing_body", *get_args(RoleKey))  # of the school, that words may name


def snapshot(
    policy: Policy,
    school: School,
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
        facts={name: str(getattr(school, name)) for name in FACTS},
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
        definitions={
            key: FrozenTerm(word=term.word, meaning=meanings[key], clause=term.clause)
            for key, term in terms.terms.items()
        },
        check=check,
        now_see={id: record.now_see or "" for id, record in withdrawn.items()},
    )


def fingerprint(policy: Policy) -> str:
    """Twelve characters that stand for the working text: each section and clause, in order, by number."""
    sections = ((section.number, section.title) for section in policy.sections)
    return frozen.fingerprint(frozen.written_out(sections, ((c.number, c.text) for c in policy.clauses.values())))
