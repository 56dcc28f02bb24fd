"""The records in docs/_versions/ only grow: they are compared with the branch that they will be merged into."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from macros.adopted.owned import ERRATA, lost_errata
from macros.policy.history import FOLDER, PUBLISHED, Published
from macros.reading.entries import parse
from macros.reading.files import read_text
from macros.reading.mistakes import Mistake, Mistakes, known
from macros.running.git import git
from macros.shared.school import School


def against_history(root: Path, school: School | None = None) -> tuple[str, list[Mistake]]:
    """What the records of docs/_versions/ have lost since they were published, or are on the branch to merge into.

    Gives what they were compared with, or '' where there is no git history to compare with, and the mistakes.
    The environment names it as BASE; else it is origin/main. Where that is the commit that is checked, which would
    show nothing but what was not committed yet, the one before it is looked at as well; and so it is where nothing was
    published there yet.
    """
    given = os.environ.get("BASE", "")
    given = given if given.strip("0") else ""  # noughts are what a new branch was before
    here, base = _commit(root, "HEAD"), _commit(root, given or "origin/main")
    if given and not base:
        return "", [Mistake("BASE", 0, f"git knows no branch or commit called '{given}'; fetch it, or leave it out")]
    if given and base == here:
        remedy = "name an earlier one, such as HEAD~1, or leave it out"
        return "", [Mistake("BASE", 0, f"'{given}' is the commit that is checked, which has lost nothing; {remedy}")]
    named = [given or "origin/main"] if base and base != here else []
    before = {name: _published(root, name) for name in named}
    if not any(before.values()):
        before |= {name: _published(root, name) for name in ("HEAD~1", "HEAD") if _commit(root, name)}
    lost = [
        [*(_shorter(text, _now(root, PUBLISHED)) if text else ()), *_edited(root, name, school), *_less(root, name)]
        for name, text in before.items()
    ]
    return " and ".join(before), [*dict.fromkeys(mistake for found in lost for mistake in found)]


def _published(root: Path, commit: str) -> str | None:
    """The list of published ids as it was then; None before there was one, as in a repository that has just begun."""
    return git(root, "show", f"{commit}:./{PUBLISHED}")


def _commit(root: Path, name: str) -> str | None:
    """The commit that a name stands for."""
    said = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}") or ""
    return said.strip() if re.fullmatch(r"[0-9a-f]{40,64}\s*", said) else None


def _edited(root: Path, base: str, school: School | None) -> Iterator[Mistake]:
    """Adopted versions that have gone since `base`, or are not what they were. Those of another school may go."""
    changed = ("diff", "--name-only", "--relative", "--no-renames", "--diff-filter=a", base, "--", f"{FOLDER}/*.json")
    for name in (git(root, *changed) or "").splitlines():
        text = git(root, "show", f"{base}:./{name}") or ""
        if not school or _whose(text) in (None, school.name, *school.formerly):
            yield Mistake(
                name, 0, "was adopted, and has gone or been edited; put it back from the commit that added it"
            )


def _whose(version: str) -> str | None:
    """The school that adopted a version; None where its text does not say so. version: its text."""
    with suppress(ValueError, TypeError, KeyError):
        return str(json.loads(version)["facts"]["name"])
    return None


def _now(root: Path, name: str) -> str:
    """The text of a file; '' where it cannot be read, which is told elsewhere."""
    with suppress(Mistakes):
        return read_text(root / name, name)
    return ""


def _less(root: Path, base: str) -> Iterator[Mistake]:
    """What errata.yml has lost since."""
    try:
        there = {file.stem for file in (root / FOLDER).glob("*.json")}
        yield from lost_errata(git(root, "show", f"{base}:./{ERRATA}") or "", _now(root, ERRATA), there)
    except Mistakes as error:
        yield from error.mistakes


def _shorter(before: str, after: str) -> Iterator[Mistake]:
    """What a list of published ids has lost. before, after: the file's text."""
    try:
        old, new = (parse(text, PUBLISHED, Published).clauses for text in (before, after or before))
    except Mistakes as error:
        yield from error.mistakes
        return
    if lost := old.keys() - new.keys():
        yield Mistake(PUBLISHED, 0, f"has lost {known(lost)}; this list only grows, so put them back")
    for id in old.keys() & new.keys():
        if new[id][: len(old[id])] != old[id]:
            remedy = "put them back, and add new ones below them"
            yield Mistake(PUBLISHED, 0, f"the wordings of '{id}' have been changed; {remedy}")
