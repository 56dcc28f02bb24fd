"""The records in docs/_versions/ only grow: they are compared with the branch that they will be merged into."""

import os
from collections.abc import Iterator
from pathlib import Path

from macros.policy.history import PUBLISHED, Published
from macros.policy.versions import FOLDER
from macros.reading.entries import parse
from macros.reading.mistakes import Mistake, Mistakes, known
from macros.running.git import git


def against_history(root: Path) -> tuple[str, list[Mistake]]:
    """What the records of docs/_versions/ have lost since the branch that they will be merged into.

    Gives that branch's name, or '' where there is no git history to compare with, and the mistakes.
    The branch is named by the environment as BASE; else it is origin/main, else the last commit.
    """
    if not (given := os.environ.get("BASE", "")).strip("0"):
        given = ""  # noughts are what a new branch was before
    elif git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{given}^{{commit}}") is None:
        return "", [Mistake("BASE", 0, f"git knows no branch or commit called '{given}'; fetch it, or leave it out")]
    for base in filter(None, (given, "origin/main", "HEAD")):
        before = git(root, "show", f"{base}:./{PUBLISHED}")
        if before is not None:
            return base, [*_shorter(before, (root / PUBLISHED).read_text("utf-8")), *_edited(root, base)]
    return "", []


def _edited(root: Path, base: str) -> Iterator[Mistake]:
    """Adopted versions that have gone since `base`, or are not what they were."""
    changed = ("diff", "--name-only", "--relative", "--no-renames", "--diff-filter=a", base, "--", f"{FOLDER}/*.json")
    for name in (git(root, *changed) or "").splitlines():
        yield Mistake(name, 0, "was adopted, and has gone or been edited; put it back from the commit that added it")


def _shorter(before: str, after: str) -> Iterator[Mistake]:
    """What a list of published ids has lost. before, after: the file's text."""
    try:
        old, new = (parse(text, PUBLISHED, Published).clauses for text in (before, after))
    except Mistakes as error:
        yield from error.mistakes
        return
    if lost := old.keys() - new.keys():
        yield Mistake(PUBLISHED, 0, f"has lost {known(lost)}; this list only grows, so put them back")
    for id in old.keys() & new.keys():
        if new[id][: len(old[id])] != old[id]:
            remedy = "put them back, and add new ones below them"
            yield Mistake(PUBLISHED, 0, f"the wordings of '{id}' have been changed; {remedy}")
