"""What is told of changes, for overrides/components/changes.md; the page and a pull request show it alike."""

from collections.abc import Mapping
from functools import partial

from macros.pages.markdown import escaped
from macros.policy.clauses import Policy
from macros.shared.pages import Page
from macros.shared.self_check import NONE, TODO, SelfCheck
from macros.shared.wording_of_policy import ChangesWords


def facts(policy: Policy, pages: Mapping[str, Page], check: SelfCheck, words: ChangesWords) -> dict[str, object]:
    """What the component names besides the changes themselves: clauses, their pages, answers and outcomes."""
    records = {page.clause_id: page for page in pages.values() if page.clause_id}
    told = {"answer": partial(answer, check, records), "outcomes": outcomes(check, words.todo)}
    return {"clauses": policy.clauses, "records": records, **told}


def outcomes(check: SelfCheck, todo: str) -> dict[str, str]:
    """Outcome to its heading. todo: the words for an outcome that is still open."""
    return {key: outcome.heading for key, outcome in check.outcomes.items()} | {TODO: todo}


def answer(check: SelfCheck, records: Mapping[str, Page], id: str) -> str:
    """An input of the check as a parent meets it: a box by its clause's title, a reply behind its question's.

    records: the page of each clause, by its id.
    """
    if id == NONE:
        return check.tick_boxes.none
    question, _, reply = id.rpartition("-")
    if reply in check.labels.replies and question in check.questions:
        return f"{escaped(records[question].record.title)} {check.labels.replies[reply]}"
    return escaped(records[id].record.title) if id in records else id
