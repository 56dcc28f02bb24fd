"""The records in docs/_versions/ only grow: they are compared with the branch that they will be merged into."""

import os
from collections.abc import Iterator
from pathlib import Path

from macros.policy.history import PUBLISHED, Published
from macros.policy.versions import FOLDER
from macros.reading.entries import parse
from macros.reading.git import git
from macros.reading.mistakes import Mistake, Mistakes, known


def against_history(root: Path) -> tuple[str, list[Mistake]]:
    """What the records of docs/_versions/ have lost since the branch that they will be merged into.

    Gives that branch's name, or '' where there is no git history to compare with, and the mistakes.
    The branch is named by the environment as BASE; else it is origin/main, else the last commit.
    """
    for base in filter(None, (os.environ.get("BASE"), "origin/main", "HEAD")):
        before = git(root, "show", f"{base}:./{PUBLISHED}")
        if before is None:
            continue
        mistakes = list(shorter(before, (root / PUBLISHED).read_text("utf-8")))
        for name in (git(root, "ls-tree", "--name-only", base, f"{FOLDER}/") or "").splitlines():
            file = root / FOLDER / Path(name).name
            if name.endswith(".json") and not (
                file.is_file() and file.read_text("utf-8") == git(root, "show", f"{base}:./{FOLDER}/{file.name}")
            ):
                text = "was adopted, and has gone or been edited; put it back from the commit that added it"
                mistakes.append(Mistake(f"{FOLDER}/{file.name}", 0, text))
        return base, mistakes
    return "", []


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
