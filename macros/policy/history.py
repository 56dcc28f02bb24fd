"""An id once published always answers, never means something else and is never used again.

docs/_versions/published.yml is the list of published ids, each with its wordings; it only grows.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Annotated

from pydantic import Field

from macros.mistakes import Mistake, Mistakes, known
from macros.policy.clauses import NAME, Policy
from macros.policy.versions import FOLDER, Version
from macros.reading.entries import Written, parse
from macros.reading.kinds import Entries, Words
from macros.shared.front_matter import ClauseRecord
from macros.shared.pages import POLICY, Page, is_clause_page

PUBLISHED = "docs/_versions/published.yml"
ALIKE = 0.5  # of two wordings, from 0 (no word in common) to 1; below it they are taken to say different things


class Published(Written):
    """clauses: id to its wordings: the first one published, then those that governors have confirmed to mean the same."""

    clauses: Entries[str, Annotated[tuple[Words, ...], Field(min_length=1)]]


def check(
    published: Published, policy: Policy, site: Mapping[str, Page], versions: tuple[Version, ...]
) -> list[Mistake]:
    """What breaks the promise that a clause's address stands for ever. versions: adopted ones, oldest first."""
    records = {page.clause_id: page.record for page in site.values() if page.clause_id}
    return [
        *_lost(published, policy, records),
        *_changed(published, policy, records, versions),
        *(mistake for id, record in records.items() for mistake in _withdrawn(id, record, policy, records, site)),
    ]


def _lost(published: Published, policy: Policy, records: Mapping[str, ClauseRecord]) -> Iterator[Mistake]:
    clauses = published.clauses
    for id in clauses:
        if id not in policy.clauses and id not in records:
            remedy = f"put both back, and take it out with: make withdraw CLAUSE={id}"
            yield published.mistake(
                f"the clause '{id}' has gone from the policy, and its page as well; {remedy}", "clauses", id
            )
    for id, clause in policy.clauses.items():
        if id not in clauses:
            text = f"the clause '{id}' is new; add it, with its words, at the end of {PUBLISHED}, or use make add"
            yield Mistake(NAME, clause.line, text)


def _changed(
    published: Published,
    policy: Policy,
    records: Mapping[str, ClauseRecord],
    versions: tuple[Version, ...],
) -> Iterator[Mistake]:
    """Clauses whose words say something else than was last adopted or published; the nearest of those wordings counts."""
    adopted = {clause.id: clause.text for clause in versions[-1].clauses} if versions else {}
    for id, clause in policy.clauses.items():
        wordings = [*published.clauses.get(id, ())[-1:], *filter(None, [adopted.get(id)])]
        if wordings and not records[id].withdrawn and max(likeness(words, clause.text) for words in wordings) < ALIKE:
            text = (
                f"the words of '{id}' have become something else than was published (\"{shortened(wordings[-1])}\"); "
                f"if they mean the same, add them under {id} in {PUBLISHED}; if not, withdraw {id} and add a clause with a new id"
            )
            yield Mistake(NAME, clause.line, text)


def _withdrawn(
    id: str,
    record: ClauseRecord,
    policy: Policy,
    records: Mapping[str, ClauseRecord],
    site: Mapping[str, Page],
) -> Iterator[Mistake]:
    if not record.withdrawn:
        return
    sections = {section.id: section for section in policy.sections}
    if used := policy.clauses.get(id) or sections.get(id):
        text = f"'{id}' was withdrawn on {record.withdrawn} and an id is never used again; give this one a new id"
        yield Mistake(NAME, used.line, text)
    seen, now = [id], _as_id(record.now_see)
    while now in records and now not in policy.clauses and now not in seen:
        seen.append(now)
        now = _as_id(records[now].now_see)
    if now in seen:
        text = f"now_see: leads round in a circle ({' to '.join([*seen, now])}); name a clause that is in the policy"
        yield record.mistake(text, "now_see")
    elif now not in policy.clauses and now not in site:
        text = f"now_see: '{now}' is neither a clause nor a page; name a clause's id, or a page such as {POLICY}"
        yield record.mistake(text, "now_see")


def _as_id(target: str | None) -> str:
    """What to see now: a clause's page is the clause."""
    return Path(target).stem if target and is_clause_page(target) else target or ""


def likeness(one: str, other: str) -> float:
    """How alike two wordings are, from 0 to 1, by their words in order; capital letters and punctuation do not count."""
    first, second = (["".join(filter(str.isalnum, word)) for word in words.lower().split()] for words in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def shortened(words: str, most: int = 60) -> str:
    """The beginning of some words, to recognise them by."""
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"


def against_history(root: Path) -> tuple[str, list[Mistake]]:
    """What the records of docs/_versions/ have lost since the branch that they will be merged into.

    Gives that branch's name, or '' where there is no git history to compare with, and the mistakes.
    The branch is named by the environment as BASE; else it is origin/main, else the last commit.
    """
    for base in filter(None, (os.environ.get("BASE"), "origin/main", "HEAD")):
        before = _git(root, "show", f"{base}:./{PUBLISHED}")
        if before is None:
            continue
        mistakes = list(shorter(before, (root / PUBLISHED).read_text("utf-8")))
        for name in (_git(root, "ls-tree", "--name-only", base, f"{FOLDER}/") or "").splitlines():
            file = root / FOLDER / Path(name).name
            if name.endswith(".json") and not (
                file.is_file() and file.read_text("utf-8") == _git(root, "show", f"{base}:./{FOLDER}/{file.name}")
            ):
                text = "was adopted, and has gone or been edited; put it back from the commit that added it"
                mistakes.append(Mistake(f"{FOLDER}/{file.name}", 0, text))
        return base, mistakes
    return "", []


def _git(root: Path, *words: str) -> str | None:
    """What git says; None where there is no git, no history, or nothing of that name."""
    try:
        return subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def shorter(before: str, after: str) -> Iterator[Mistake]:
    """What a list of published ids has lost. before, after: the file's text."""
    try:
        old = parse(before, PUBLISHED, Published).clauses
        new = parse(after, PUBLISHED, Published).clauses
    except Mistakes as error:
        yield from error.mistakes
        return
    if lost := [id for id in old if id not in new]:
        yield Mistake(PUBLISHED, 0, f"has lost {known(lost)}; this list only grows, so put them back")
    for id in new:
        if id in old and new[id][: len(old[id])] != old[id]:
            yield Mistake(
                PUBLISHED, 0, f"the wordings of '{id}' have been changed; put them back, and add new ones below them"
            )
