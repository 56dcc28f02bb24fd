"""Adds a clause to the policy, or withdraws one, in every file at once: python -m macros.commands.clauses add|withdraw

Nothing is written unless the words and data are without a mistake afterwards.
"""

import argparse
import datetime
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from macros.checks.load import load
from macros.commands import arguments
from macros.edits.clause_text import last, page, with_clause, without
from macros.edits.leaving import NOTHING, leave
from macros.edits.writing import Accepted, write
from macros.outputs import builds
from macros.policy import named
from macros.policy.clauses import ID, NAME, RESERVED, Clause
from macros.policy.history import PUBLISHED, Published
from macros.policy.index import BLOCK
from macros.policy.plain import plain
from macros.reading.kinds import not_as_typed
from macros.reading.mistakes import mistake
from macros.reading.project import ROOT
from macros.running.boundary import run
from macros.running.editing import Change, edited
from macros.running.environment import today
from macros.shared.self_check import SelfCheck
from macros.site import Site


def add(
    root: Path,
    id: str,
    after: str,
    title: str,
    words: str,
    day: datetime.date,
    accepted: Accepted = load,
    replaces: str = "",
) -> list[str]:
    """Puts a new clause after the clause `after`, into the same list if that one stands in a list.

    replaces: the id of a clause that it takes the place of, which is withdrawn. What the check says of that one's words
    may be wrong of the new ones, so the new clause is not asked about until somebody has decided how.
    Gives lines that say what was done. Raises Mistakes, with nothing written, where the result would have a mistake.
    """
    site = load(root, max(day, today()))
    _refuse(site, id, title, words)
    text, wordings = with_clause(site.texts[NAME], site.policy, _known(site, after), id, words), {id: [plain(words)]}
    files, taken = {}, NOTHING
    if replaces:
        old = _known(site, replaces)
        files, taken, text = {f"docs/{old.path}": last(site, old, id, day)}, leave(site, old, id), without(text, old.id)

    def change(entries: Any) -> None:
        entries["not_asked"].append(id)
        taken.change(entries)

    files |= {
        NAME: text,
        f"docs/policy/{id}.md": page({"title": title, "added": day}, id),
        PUBLISHED: edited(root / PUBLISHED, PUBLISHED, Published, lambda all: all["clauses"].update(wordings)),
    }
    again = f"'{id}' is under not_asked there; to ask about it, put it under tick_boxes or questions instead."
    return [*_write(root, site, files, change, day, accepted), *taken.said, *([again] if taken.said else [])]


def withdraw(root: Path, id: str, now_see: str, day: datetime.date, accepted: Accepted = load) -> list[str]:
    """Takes a clause out of the policy; its page stays, with its last number and words, and leads on to `now_see`.

    If the check asks about it, that goes as well. Gives lines that say what was done.
    Raises Mistakes, with nothing written, where something still refers to it.
    """
    site = load(root, max(day, today()))
    clause = _known(site, id)
    taken = leave(site, clause)
    files = {NAME: without(site.texts[NAME], id), f"docs/{clause.path}": last(site, clause, now_see, day)}
    empty = f'No clause is left under "{clause.section.title}": take that heading out of {NAME}, or put a clause there.'
    alone = [empty] if site.policy.of(clause.section) == [clause] else []
    return [*_write(root, site, files, taken.change, day, accepted), *taken.said, *alone]


def _write(
    root: Path, site: Site, files: Mapping[str, str], change: Change, day: datetime.date, accepted: Accepted
) -> list[str]:
    """Writes the files, and the check's after a change of it, and gives a line with their names."""
    name, model = site.self_check.file, SelfCheck
    all_files = {**files, name: edited(root / name, name, model, change)}
    return ["Changed: " + ", ".join(write(root, all_files, lambda there: accepted(there, max(day, today()))))]


def _refuse(site: Site, id: str, title: str, words: str) -> None:
    """Raises Mistakes for what cannot be added."""
    page = f"docs/policy/{id}.md"
    if id in site.policy.clauses or id in site.withdrawn:
        raise mistake(page, f"the id '{id}' has been used; an id is never used again, so choose another")
    if id in RESERVED:
        raise mistake("CLAUSE", f"'{id}' is taken by a page of the site's own; choose another")
    if not ID.fullmatch(id):
        raise mistake(page, f"'{id}' cannot be an id; use small letters and hyphens, such as 'class-chats'")
    if "{" in words:
        raise mistake("WORDS", f"no macro can stand here; give plain words, and put it into them afterwards, in {NAME}")
    if sign := next((line.split()[0] for line in words.split("\n") if BLOCK.match(line.strip())), None):
        raise mistake("WORDS", f"a line of a clause cannot begin with '{sign}'; begin it with a word")
    for name, typed in (("TITLE", title), ("WORDS", words)):
        if wrong := next(filter(None, map(not_as_typed, typed.split("\n"))), None):
            raise mistake(name, wrong)


def _known(site: Site, id: str) -> Clause:
    """The clause of that name. Raises Mistakes where there is none."""
    if id not in site.policy.clauses:
        raise mistake(NAME, named.clauses(site.policy, site.pages).unknown(id))
    return site.policy.clauses[id]


COMMANDS: Mapping[str, Callable[..., list[str]]] = {"add": add, "withdraw": withdraw}
NEEDED = {"add": ("clause", "after", "title", "words"), "withdraw": ("clause", "now_see")}
MORE = {"add": ("replaces",), "withdraw": ()}
HOW = {
    "add": 'make add CLAUSE=new-id AFTER=id-of-the-clause-before TITLE="…" WORDS="…" (and REPLACES=id-of-an-old-one)',
    "withdraw": "make withdraw CLAUSE=id NOW_SEE=id-of-another-clause",
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Adds a clause to the policy, or withdraws one.")
    parser.add_argument("command", choices=COMMANDS)
    for option in ("clause", "after", "title", "words", "replaces", "now-see"):
        parser.add_argument(f"--{option}", default="")
    given = vars(parser.parse_args())
    name = given["command"]
    typed = [given[option] for option in NEEDED[name]]
    if not all(map(str.strip, typed)):
        raise mistake(f"make {name}", f"something is missing; write {HOW[name]}")
    more = {option: given[option] for option in MORE[name]}
    arguments.check({option.upper(): given[option] for option in (*NEEDED[name], *more)}, lines=("WORDS",))
    print(*COMMANDS[name](ROOT, *typed, today(), builds, **more), sep="\n")
    print("Look at them, and at the clauses around it: a list's first words may say how many there are.")


if __name__ == "__main__":
    sys.exit(run(main))
