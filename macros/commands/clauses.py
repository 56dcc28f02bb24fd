"""Adds a clause to the policy, or withdraws one, in every file at once: python -m macros.commands.clauses add|withdraw

Nothing is written unless the words and data are without a mistake afterwards.
"""

import argparse
import datetime
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

from macros.commands.writing import write
from macros.load import load
from macros.mistakes import Mistake, Mistakes, exit_code, known
from macros.policy import named
from macros.policy.clauses import ID, NAME, RESERVED, Clause
from macros.policy.history import PUBLISHED
from macros.policy.plain import plain
from macros.policy.versions import today
from macros.reading.entries import SHARED, read_entries
from macros.reading.files import ROOT
from macros.shared.self_check import SelfCheck
from macros.site import Site

CHECK = f"{SHARED}/self-check.yml"
HOW = {
    "add": 'make add CLAUSE=new-id AFTER=id-of-the-clause-before TITLE="…" WORDS="…"',
    "withdraw": "make withdraw CLAUSE=id NOW_SEE=id-of-another-clause",
}
NOTE = re.compile(r"\{\{ note\(.*\) \}\}")


def add(root: Path, id: str, after: str, title: str, words: str, day: datetime.date) -> list[str]:
    """Puts a new clause after the clause `after`, into the same list if that one stands in a list.

    Gives the files that were written. Raises Mistakes, with nothing written, where the result would have a mistake.
    """
    site = load(root)
    page = f"docs/policy/{id}.md"
    if id in site.policy.clauses or id in site.withdrawn:
        raise Mistakes([Mistake(page, 0, f"the id '{id}' has been used; an id is never used again, so choose another")])
    if not ID.fullmatch(id) or id in RESERVED:
        raise Mistakes(
            [Mistake(page, 0, f"'{id}' cannot be an id; use small letters and hyphens, such as 'class-chats'")]
        )
    if "{" in words:
        raise Mistakes([Mistake(NAME, 0, f"give plain words, and put macros into them afterwards in {NAME}")])
    before = _known(site, after)
    record = {"title": title, "added": day}
    published = yaml.safe_dump({id: [plain(words)]}, allow_unicode=True, width=10**6, indent=2)
    return write(
        root,
        {
            NAME: _with_clause((root / NAME).read_text("utf-8"), site, before, id, words),
            page: _page(record, id),
            PUBLISHED: (root / PUBLISHED).read_text("utf-8").rstrip() + "\n" + _indented(published),
            CHECK: _with_not_asked(root, id),
        },
    )


def withdraw(root: Path, id: str, now_see: str, day: datetime.date) -> list[str]:
    """Takes a clause out of the policy; its page stays, with its last number and words, and leads on to `now_see`.

    Gives the files that were written. Raises Mistakes, with nothing written, where something still refers to the clause.
    """
    site = load(root)
    clause = _known(site, id)
    if items := [item.id for item in site.policy.items(id)]:
        text = f"'{id}' leads into a list; withdraw or move the clauses of the list first: {known(items)}"
        raise Mistakes([Mistake(NAME, clause.line, text)])
    if id not in site.check.not_asked:
        text = f"the check asks about '{id}'; take it out of tick_boxes, questions and scenarios, and put it under not_asked"
        raise Mistakes([Mistake(CHECK, 0, text)])
    page = f"docs/policy/{id}.md"
    record = site.pages[clause.path].record
    kept = {"title": record.title, "added": record.added, "withdrawn": day, "now_see": now_see}
    return write(
        root,
        {
            NAME: _without_clause((root / NAME).read_text("utf-8"), clause),
            page: _page(kept | {"last_number": clause.number, "last_words": clause.text}, id),
            CHECK: re.sub(rf"^  - {id}\n", "", (root / CHECK).read_text("utf-8"), flags=re.MULTILINE),
        },
    )


def _known(site: Site, id: str) -> Clause:
    if id not in site.policy.clauses:
        raise Mistakes([Mistake(NAME, 0, named.clauses(site.policy, site.pages).unknown(id))])
    return site.policy.clauses[id]


def _page(record: Mapping[str, object], id: str) -> str:
    front_matter = yaml.safe_dump(dict(record), sort_keys=False, allow_unicode=True, width=10**6)
    return f'---\n{front_matter}---\n{{{{ clause_page("{id}") }}}}\n'


def _indented(text: str) -> str:
    """YAML of an entry, as it stands inside another one: 'id:' two characters in, its lines four."""
    key, _, rest = text.partition("\n")
    return f"  {key}\n" + "".join(f"    {line.strip()}\n" for line in rest.splitlines())


def _with_not_asked(root: Path, id: str) -> str:
    """self-check.yml with a further clause that no answer can check."""
    document = read_entries(root / CHECK, CHECK, SelfCheck)
    lines = document.text.split("\n")
    last = document.line_of("not_asked", len(document.not_asked) - 1)
    return "\n".join([*lines[:last], f"  - {id}", *lines[last:]])


def _end(lines: list[str], clause: Clause) -> int:
    """The number of lines up to and with the clause's last one."""
    end = clause.line
    while end < len(lines) and lines[end].strip() and "{{ clause(" not in lines[end]:
        end += 1
    return end


def _with_clause(text: str, site: Site, before: Clause, id: str, words: str) -> str:
    lines = text.split("\n")
    sentences = words.strip().split("\n")
    if before.under:
        end = _end(lines, before)
        new = [f'- {{{{ clause("{id}") }}}}', *(f"  {sentence.strip()}" for sentence in sentences)]
    else:
        items = site.policy.items(before.id)
        end = _end(lines, items[-1] if items else before)
        if lines[end : end + 1] == [""] and NOTE.fullmatch("".join(lines[end + 1 : end + 2])):
            end += 2
        new = ["", f'{{{{ clause("{id}") }}}}', *(sentence.strip() for sentence in sentences)]
    return "\n".join([*lines[:end], *new, *lines[end:]])


def _without_clause(text: str, clause: Clause) -> str:
    lines = text.split("\n")
    start, end = clause.line - 1, _end(lines, clause)
    if not clause.under and lines[end : end + 1] == [""]:
        end += 1
    return "\n".join([*lines[:start], *lines[end:]])


def main() -> None:
    parser = argparse.ArgumentParser(description="Adds a clause to the policy, or withdraws one.")
    parser.add_argument("command", choices=HOW)
    for option in ("clause", "after", "title", "words", "now-see"):
        parser.add_argument(f"--{option}", default="")
    given = parser.parse_args()
    if given.command == "add":
        job, words = add, (given.clause, given.after, given.title, given.words)
    else:
        job, words = withdraw, (given.clause, given.now_see)
    if not all(map(str.strip, words)):
        raise Mistakes([Mistake(f"make {given.command}", 0, f"something is missing; write {HOW[given.command]}")])
    print("Changed: " + ", ".join(job(ROOT, *words, today())))
    print("Look at them, and at the clauses around it: a list's first words may say how many there are.")


if __name__ == "__main__":
    sys.exit(exit_code(main))
