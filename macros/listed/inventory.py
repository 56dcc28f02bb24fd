"""What may stand in docs/ and overrides/: all that is there is listed before any of it is used."""

import os
import re
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from macros.listed import settings
from macros.reading.files import UNUSUAL, read_text
from macros.reading.mistakes import Found, Mistake
from macros.reading.project import PUT_BACK

NOT_ON_THE_SITE = ("_shared", "_versions", "governors")  # folders of docs/
LIBRARY = "search/lunr.js"  # the script that is not in overrides/ but comes with MkDocs
SCRIPTS = ("as-of.js", "copy.js", "search.js", "self-check.js")
RENDERED = settings.TEMPLATES  # of what MkDocs fills in besides pages
LOOK = (*SCRIPTS, *RENDERED, "main.html", "security.html", "policy.typ", "changes.typ", "paper.yml", "html.yml")
COMPONENTS = "overrides/components"
MOST_FILES, LONGEST = (
    2_000,
    120,
)  # a site of this kind has about 120 files; characters of a path, in folders of the site
WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LISTED = re.compile(  # besides what is named above
    rf"docs/({WORD}/)*{WORD}\.md"
    rf"|docs/_versions/((published|errata)\.yml|{WORD}\.json)"
    r"|docs/governors/([A-Za-z0-9_-]+\.md|pictures/[A-Za-z0-9_-]+\.(png|svg|jpg))"
    rf"|{COMPONENTS}/{WORD}\.(md|html)"
)
LEFT = re.compile(r"\.DS_Store|\.gitkeep|\._.*|\.#.*|\..*\.sw.|__pycache__")  # by other programs; never on the site
TAKE_OUT = "nothing of it would be on the site, so take it out"
NO_PAGE = f"this file is no page, whose name ends in .md; {TAKE_OUT}"
BAD_NAME = "a page's name has small letters, digits and hyphens, and ends in .md; rename it, such as new-page.md"
LONG = f"this name, with those of its folders, has more than {LONGEST} characters; give it a shorter one"


def read(root: Path, shared: Collection[str]) -> frozenset[str]:
    """The names of the files to use, from the project's folder. shared: the stems of those in docs/_shared.

    Raises Mistakes, with all that are right as the rest: for a file that nothing reads, for what is no ordinary file,
    such as a link, and for a file of the look that is not there.
    """
    found, names = Found(), set[str]()
    known = {f"docs/_shared/{stem}.yml" for stem in shared} | {f"overrides/{name}" for name in LOOK}
    for name, kind in _entries(root, ("docs", "overrides")):
        if len(names) == MOST_FILES:
            found.mistakes.append(
                Mistake(name.split("/")[0], 0, f"more than {MOST_FILES:,} files are here; {TAKE_OUT}")
            )
            break
        if wrong := _wrong(name, kind, known):
            found.mistakes.append(Mistake(_shown(name), 0, wrong))
        else:
            names.add(name)
            if name.startswith("overrides/"):  # the words in docs/ are read one by one, each by what needs it
                text = found.take(read_text, root / name, name)
                if text and not text.endswith("\n"):
                    found.mistakes.append(Mistake(name, 0, f"the file breaks off in its last line; {PUT_BACK}"))
    told = {mistake.file for mistake in found.mistakes}
    for name in sorted(known - names - told):
        if name.startswith("overrides/"):
            found.mistakes.append(Mistake(name, 0, f"the file is missing; {PUT_BACK}"))
    return found.give(frozenset(names))


def on_the_site(names: Iterable[str]) -> list[str]:
    """The paths of the pages, from docs/, among names of files."""
    paths = [name.removeprefix("docs/") for name in names if name.startswith("docs/") and name.endswith(".md")]
    return [path for path in paths if path.split("/")[0] not in NOT_ON_THE_SITE]


def _entries(root: Path, folders: Collection[str]) -> Iterator[tuple[str, int]]:
    """Each thing below the folders that is no folder itself, with its mode; links are not followed."""
    for folder in folders:
        mode = os.lstat(root / folder).st_mode if os.path.lexists(root / folder) else 0
        if not stat.S_ISDIR(mode):
            yield folder, mode
            continue
        for entry in sorted(os.scandir(root / folder), key=lambda entry: entry.name):
            name = f"{folder}/{entry.name}"
            if LEFT.fullmatch(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False) and not PurePosixPath(name).suffix:
                yield from _entries(root, [name])
            else:
                yield name, entry.stat(follow_symlinks=False).st_mode


def _wrong(name: str, mode: int, known: Collection[str]) -> str | None:
    """What to say of an entry that cannot be used."""
    if not stat.S_ISREG(mode):
        return UNUSUAL if mode else f"the folder is missing; {PUT_BACK}"
    if len(name) > LONGEST:
        return LONG
    in_shared = name.startswith("docs/_shared/")
    return None if name in known or (LISTED.fullmatch(name) and not in_shared) else _elsewhere(PurePosixPath(name))


def _elsewhere(path: PurePosixPath) -> str:
    """What to say of a file that nothing would read."""
    top, below = path.parts[:2]
    if top == "overrides":
        return f"no file of this name belongs here; {TAKE_OUT} (macros/listed/inventory.py lists what does)"
    if below.startswith("_"):
        return f"no file of this name is read in {top}/{below}; {TAKE_OUT}"
    if below == "governors":
        return f"here are notes, whose names end in .md, and their pictures, in docs/governors/pictures; {TAKE_OUT}"
    return BAD_NAME if re.fullmatch(r"\.(md|mkdn?|mdown|markdown|txt)", path.suffix, re.IGNORECASE) else NO_PAGE


def _shown(name: str) -> str:
    """A name as it can be printed, whatever bytes it has."""
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in shown)
