"""Adds a clause to the policy, or withdraws one, in every file at once: python -m macros.commands.clauses add|withdraw

Nothing is written unless the words and data are without a mistake afterwards.
"""

import argparse
import datetime
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from macros.checks.load import load
from macros.commands import arguments
from macros.commands.writing import Accepted, write
from macros.outputs import builds
from macros.policy import named
from macros.policy.clauses import ID, NAME, RESERVED, Clause, Policy
from macros.policy.history import PUBLISHED, Published
from macros.policy.index import BLOCK
from macros.policy.plain import plain
from macros.reading.braces import find
from macros.reading.kinds import not_as_typed
from macros.reading.mistakes import known, mistake
from macros.reading.project import ROOT
from macros.running.boundary import run
from macros.running.editing import edited, written
from macros.running.environment import today
from macros.shared.self_check import SelfCheck
from macros.site import Site


def add(
    root: Path, id: str, after: str, title: str, words: str, day: datetime.date, accepted: Accepted = load
) -> list[str]:
    """Puts a new clause after the clause `after`, into the same list if that one stands in a list.

    Gives the files that were written. Raises Mistakes, with nothing written, where the result would have a mistake.
    """
    site = load(root, max(day, today()))
    page, check = f"docs/policy/{id}.md", site.self_check.file
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
    wordings = {id: [plain(words)]}
    files = {
        NAME: _with_clause(site.texts[NAME], site.policy, _known(site, after), id, words),
        page: _page({"title": title, "added": day}, id),
        PUBLISHED: edited(root / PUBLISHED, PUBLISHED, Published, lambda all: all["clauses"].update(wordings)),
        check: edited(root / check, check, SelfCheck, lambda entries: entries["not_asked"].append(id)),
    }
    return write(root, files, lambda there: accepted(there, max(day, today())))


def withdraw(root: Path, id: str, now_see: str, day: datetime.date, accepted: Accepted = load) -> list[str]:
    """Takes a clause out of the policy; its page stays, with its last number and words, and leads on to `now_see`.

    Gives the files that were written. Raises Mistakes, with nothing written, where something still refers to it.
    """
    site = load(root, max(day, today()))
    clause, check = _known(site, id), site.self_check.file
    if items := [item.id for item in site.policy.items(id)]:
        text = f"'{id}' leads into a list; withdraw or move the clauses of the list first: {known(items)}"
        raise mistake(NAME, text, clause.line)
    if id not in site.self_check.not_asked:
        remedy = "take it out of tick_boxes, questions and scenarios, and put it under not_asked"
        raise mistake(check, f"the check asks about '{id}'; {remedy}")
    kept = site.pages[clause.path].record.model_dump(include={"title", "added"})
    last = {"withdrawn": day, "now_see": now_see, "last_number": clause.number, "last_words": clause.text}
    files = {
        NAME: _without_clause(site.texts[NAME], clause),
        f"docs/{clause.path}": _page(kept | last, id),
        check: edited(root / check, check, SelfCheck, lambda entries: entries["not_asked"].remove(id)),
    }
    return write(root, files, lambda there: accepted(there, max(day, today())))


def _known(site: Site, id: str) -> Clause:
    """The clause of that name. Raises Mistakes where there is none."""
    if id not in site.policy.clauses:
        raise mistake(NAME, named.clauses(site.policy, site.pages).unknown(id))
    return site.policy.clauses[id]


def _page(record: Mapping[str, object], id: str) -> str:
    return f'---\n{written(record)}---\n{{{{ clause_page("{id}") }}}}\n'


def _with_clause(text: str, policy: Policy, before: Clause, id: str, words: str) -> str:
    """The policy with a new clause below another one: below its list and the note on it, unless it stands in a list."""
    lines, end = text.split("\n"), [before, *policy.items(before.id)][-1].last_line
    head, sentences = f'{{{{ clause("{id}") }}}}', [sentence.strip() for sentence in words.strip().split("\n")]
    if not before.under and any(call.macro == "note" and call.line == end + 2 for call in find(text, NAME)):
        end += 2
    lines[end:end] = [f"- {head}", *(f"  {line}" for line in sentences)] if before.under else ["", head, *sentences]
    return "\n".join(lines)


def _without_clause(text: str, clause: Clause) -> str:
    """The policy without a clause, and without the blank line below it unless it stands in a list."""
    lines, end = text.split("\n"), clause.last_line
    if not clause.under and lines[end : end + 1] == [""]:
        end += 1
    del lines[clause.line - 1 : end]
    return "\n".join(lines)


COMMANDS: Mapping[str, Callable[..., list[str]]] = {"add": add, "withdraw": withdraw}
NEEDED = {"add": ("clause", "after", "title", "words"), "withdraw": ("clause", "now_see")}
HOW = {
    "add": 'make add CLAUSE=new-id AFTER=id-of-the-clause-before TITLE="…" WORDS="…"',
    "withdraw": "make withdraw CLAUSE=id NOW_SEE=id-of-another-clause",
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Adds a clause to the policy, or withdraws one.")
    parser.add_argument("command", choices=COMMANDS)
    for option in ("clause", "after", "title", "words", "now-see"):
        parser.add_argument(f"--{option}", default="")
    given = vars(parser.parse_args())
    name = given["command"]
    typed = [given[option] for option in NEEDED[name]]
    if not all(map(str.strip, typed)):
        raise mistake(f"make {name}", f"something is missing; write {HOW[name]}")
    arguments.check({option.upper(): given[option] for option in NEEDED[name]}, lines=("WORDS",))
    print("Changed: " + ", ".join(COMMANDS[name](ROOT, *typed, today(), builds)))
    print("Look at them, and at the clauses around it: a list's first words may say how many there are.")


if __name__ == "__main__":
    sys.exit(run(main))
