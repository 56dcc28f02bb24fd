"""Ordinary edits of this project's words, each made on a copy as its person makes it: in the file, or by the command.

None knows a clause, a sentence or a number of the policy: what is edited is found by what it is.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from macros.adopted.owned import ERRATA, Errata
from macros.adopted.why import Changes
from macros.checks.load import load
from macros.commands.adopt import adopt
from macros.commands.clauses import add, withdraw
from macros.policy.clauses import Clause
from macros.policy.history import PUBLISHED
from macros.reading.entries import SHARED
from macros.reading.mistakes import Mistakes
from macros.running.editing import edited
from macros.shared.school import School
from macros.shared.self_check import SelfCheck
from macros.site import Site, proposed_changes
from tests.projects import POLICY, SCHOOL, edit

NEW = "brand-new-thing"  # the id of a clause that is added
WORDS = "Doing a brand new thing."
Place = tuple[str | int, ...]
Ordinary = Callable[[Path], date | None]  # makes the edit; gives the day to look at it, today if none

EDITS: dict[str, Ordinary] = {}


def ordinary(name: str) -> Callable[[Ordinary], Ordinary]:
    def listed(make: Ordinary) -> Ordinary:
        EDITS[name] = make
        return make

    return listed


def content(project: Path) -> Site:
    return load(project)


def explained(project: Path) -> None:
    """Gives each change since the version last adopted its reason, as whoever proposes it does."""
    changes = proposed_changes(content(project))
    clauses, terms = (changes.clauses, changes.terms) if changes else ((), ())
    reasons = {change.id: {"kind": change.kind, "why": "It is plainer."} for change in clauses}
    words = {change.key: "It is plainer." for change in terms if not change.by_clause}
    file = project / SHARED / "changes.yml"
    file.write_text(
        edited(file, file.name, Changes, lambda entries: entries.update(changes=reasons, definitions=words)), "utf-8"
    )


def defined(project: Path) -> str:
    """A definition that no clause gives."""
    return next(key for key, term in content(project).terms.terms.items() if term.means)


def node(tree: yaml.Node, place: Place) -> yaml.Node:
    for step in place:
        pairs = tree.value
        tree = pairs[step] if isinstance(step, int) else next(value for key, value in pairs if key.value == step)
    return tree


def reword(project: Path, stem: str, *place: str | int, how: Callable[[str], str]) -> None:
    """Other words for one entry of a shared file, where it stands."""
    file = project / SHARED / f"{stem}.yml"
    text = file.read_text("utf-8")
    found = node(yaml.compose(text, Loader=yaml.SafeLoader), place)
    start, end = found.start_mark.index, found.end_mark.index
    after = text[start:end][len(text[start:end].rstrip()) :]
    words = how(found.value.rstrip()).replace("'", "''").replace("\n", "\n\n")
    file.write_text(f"{text[:start]}'{words}'{after}{text[end:]}", "utf-8")


def more(words: str) -> str:
    """Words with one word more."""
    return re.sub(r"([.?!:]?)$", r" here\1", words.rstrip(), count=1)


def one_word_more(project: Path, clauses: list[Clause]) -> None:
    lines = (project / POLICY).read_text("utf-8").split("\n")
    for clause in clauses:
        n = clause.first_line - 1
        lines[n] = more(lines[n])
    (project / POLICY).write_text("\n".join(lines), "utf-8")


def asked(project: Path) -> Clause:
    """A clause that the check asks about."""
    found = content(project)
    return found.policy.clauses[next(iter(found.self_check.tick_boxes.boxes))]


@ordinary("a word in a clause")
def _(project: Path) -> None:
    one_word_more(project, [asked(project)])
    explained(project)


@ordinary("a word in every clause that is more than a few words long")
def _(project: Path) -> None:
    one_word_more(
        project, [clause for clause in content(project).policy.clauses.values() if len(clause.text.split()) > 2]
    )
    explained(project)


FACTS = f"""
site_address: https://www.example.org/policies/parents-online/
complaints_procedure: https://www.example.org/policies/complaints
complaint_stages: [A talk with the teacher, A letter to the head, A panel of three]
security: {{contact: "office@example.org", expires: {date.today() + timedelta(360)}}}
lado: {{address: "https://www.example.org/lado", source: The local partnership, checked: "2026-11", again: "2099-01"}}
childrens_services: {{phone: "01234 567890", out_of_hours: "01234 567891", source: The council, checked: "2026-11", again: "2099-01"}}
complaining_is_safe: true
"""


@ordinary("every optional fact about the school")
def _(project: Path) -> None:
    file = project / SHARED / "school.yml"

    def fill_in(given: dict[str, Any]) -> None:
        for key, value in yaml.safe_load(FACTS).items():
            given[key] = given.get(key) or value
        for role in ("office", "class_teacher", "headteacher", "chair", "clerk", "safeguarding_lead"):
            given[role] = {"phone": "(01234) 567890 ext 2", "email": f"{role.replace('_', '.')}@example.org"} | given[
                role
            ]

    file.write_text(edited(file, file.name, School, fill_in), "utf-8")


@ordinary("an academy's file in the place of the school's")
def _(project: Path) -> None:
    (project / SHARED / "school.yml").write_bytes((SCHOOL / "docs/_shared/school.yml").read_bytes())


def adopted(project: Path, label: str, day: date) -> dict[str, date]:
    """Adopts the words as they are, on a day or soon after; gives the dates."""
    versions = content(project).versions
    day = max([day, *(version.adopted_on + timedelta(1) for version in versions)])
    begins = max([day + timedelta(7), *(version.in_force_from + timedelta(1) for version in versions)])
    dates = {"adopted_on": day, "in_force_from": begins, "review_due": begins + timedelta(365)}
    explained(project)
    said = {name: when.isoformat() for name, when in dates.items()}
    adopt(project, {"label": label, "minute": "4/1", "approved_by": "the full board", **said}, day)
    return dates


@ordinary("a version adopted")
def _(project: Path) -> date:
    return adopted(project, "first-try", date.today())["adopted_on"]


@ordinary("the day after a version comes into force")
def _(project: Path) -> date:
    return adopted(project, "first-try", date.today())["in_force_from"] + timedelta(1)


@ordinary("the day after its review was due")
def _(project: Path) -> date:
    return adopted(project, "first-try", date.today())["review_due"] + timedelta(1)


@ordinary("a change after a version was adopted")
def _(project: Path) -> date:
    day = adopted(project, "first-try", date.today())["in_force_from"]
    one_word_more(project, [asked(project)])
    explained(project)
    return day


@ordinary("a second version with a change")
def _(project: Path) -> date:
    adopted(project, "first-try", date.today())
    one_word_more(project, [asked(project)])
    return adopted(project, "second-try", date.today() + timedelta(40))["in_force_from"]


@ordinary("a day between two versions, and a mistake in the record put right")
def _(project: Path) -> date:
    adopted(project, "first-try", date.today())
    one_word_more(project, [asked(project)])
    reword(project, "terms", "terms", defined(project), "means", how=lambda words: f"{words} And more.")
    day = adopted(project, "second-try", date.today() + timedelta(40))["adopted_on"]
    put_right = {"version": "first-try", "noted": day, "says": "The number of the minute is 5/1."}
    file = project / ERRATA
    file.write_text(edited(file, ERRATA, Errata, lambda entries: entries["errata"].append(put_right)), "utf-8")
    return day + timedelta(1)


@ordinary("a clause added by the command")
def _(project: Path) -> None:
    last = list(content(project).policy.clauses)[-1]
    add(project, NEW, last, "A brand new thing", WORDS, date.today())
    explained(project)


@ordinary("a clause added by hand")
def _(project: Path) -> None:
    found = content(project)
    after = asked(project)
    lines = (project / POLICY).read_text("utf-8").split("\n")
    at = after.first_line - 1 + len(after.lines)
    new = [f'- {{{{ clause("{NEW}") }}}}', f"  {WORDS}"] if after.under else ["", f'{{{{ clause("{NEW}") }}}}', WORDS]
    (project / POLICY).write_text("\n".join([*lines[:at], *new, *lines[at:]]), "utf-8")
    page = f'---\ntitle: A brand new thing\nadded: {date.today()}\n---\n{{{{ clause_page("{NEW}") }}}}\n'
    (project / f"docs/policy/{NEW}.md").write_text(page, "utf-8")
    with (project / PUBLISHED).open("a", encoding="utf-8") as published:
        published.write(f"  {NEW}:\n    - {WORDS}\n")
    first = found.self_check.not_asked[0]
    edit(project, f"{SHARED}/self-check.yml", f"  - {first}\n", f"  - {NEW}\n  - {first}\n")
    explained(project)


@ordinary("a clause withdrawn")
def _(project: Path) -> None:
    """One that nothing refers to; where everything is referred to, one that was added before."""
    ids = list(content(project).self_check.not_asked)
    add(project, NEW, ids[-1], "A brand new thing", WORDS, date.today())
    for id in (*ids, NEW):
        try:
            withdraw(project, id, "policy/index.md", date.today())
        except Mistakes:
            continue
        break
    explained(project)


@ordinary("two clauses in another order")
def _(project: Path) -> None:
    clauses = list(content(project).policy.clauses.values())
    one, two = next((a, b) for a, b in pairwise(clauses) if a.under and a.under == b.under)
    lines = (project / POLICY).read_text("utf-8").split("\n")
    a, b, end = one.line - 1, two.line - 1, two.first_line - 1 + len(two.lines)
    (project / POLICY).write_text("\n".join([*lines[:a], *lines[b:end], *lines[a:b], *lines[end:]]), "utf-8")
    explained(project)


@ordinary("an example added to the check")
def _(project: Path) -> None:
    last = list(content(project).self_check.tick_boxes.boxes)[-1]
    add(project, NEW, last, "A brand new thing", WORDS, date.today())
    file = project / SHARED / "self-check.yml"
    box = {"leads_to": "stop", "hint": "Anything of that kind.", "because": "It misleads people."}

    def ask(check: dict[str, Any]) -> None:
        check["not_asked"].remove(NEW)
        check["tick_boxes"]["boxes"][NEW] = box

    file.write_text(edited(file, file.name, SelfCheck, ask), "utf-8")
    explained(project)


def some(project: Path, kind: str, folder: str) -> Path:
    """A page of a kind, in a folder of docs/."""
    pages = content(project).pages.items()
    return next(
        project / page.name
        for path, page in pages
        if path.startswith(folder) and getattr(page.record, "kind", "") == kind and page.record.under
    )


@ordinary("a page of help taken away")
def _(project: Path) -> None:
    """With the words for search and the links that lead to it."""
    file = some(project, "guidance", "help/")
    file.unlink()
    name = f"help/{file.name}"
    for other in (project / "docs").rglob("*.md"):
        there = re.sub(rf"\[([^\]]*)\]\((?:\.\./)*(?:help/)?{file.name}(?:#[\w-]+)?\)", r"\1", other.read_text("utf-8"))
        other.write_text(there, "utf-8")
    for other in (project / SHARED).glob("*.yml"):
        lines = [
            line for line in other.read_text("utf-8").split("\n") if not re.match(rf"\s+{name}[:#]|.*: {name}$", line)
        ]
        other.write_text("\n".join(lines), "utf-8")


@ordinary("a letter: its words, and a new one")
def _(project: Path) -> None:
    file = some(project, "letter", "letters/")
    text = file.read_text("utf-8")
    file.write_text(text.replace("\n\n{{ cited(", "\n\nWe look forward to hearing from you.\n\n{{ cited("), "utf-8")
    new = re.sub(r"^title: .*$", "title: A letter that is new", text, flags=re.MULTILINE)
    new = re.sub(
        r"^description: .*$", "description: For something that has not come up before.", new, flags=re.MULTILINE
    )
    file.with_name("a-new-letter.md").write_text(new, "utf-8")


@ordinary("somebody to talk to: their words, and one more")
def _(project: Path) -> None:
    file = project / SHARED / "routes.yml"
    first = next(iter(content(project).routes.routes))
    reword(project, "routes", "routes", first, "about", how=lambda _: "What goes on in lessons, and all that")
    new = "  lost-things:\n    about: Lost things\n    who: the {{ school.office }}\n    contact: office\n    say: Look in the box first.\n"
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n\n{new}", "utf-8")


@ordinary("what to do now: other words, another number, a helpline more; a law that came into force")
def _(project: Path) -> None:
    now = content(project).now
    key, situation = next(iter(now.situations.items()))
    reword(project, "now", "situations", key, "first", how=lambda _: "Stop, and tell somebody.")
    reword(project, "now", "bar", "more", how=lambda _: "What helps now")
    called = next(name for name in situation.helplines if now.helplines[name].phone and name != "emergency")
    reword(project, "now", "helplines", called, "phone", how=lambda _: "0800 123 4567")
    line = f'  one-more: {{name: Somebody new, when: At any time, phone: "116 000", source: {now.helplines[called].source}}}\n'
    edit(project, f"{SHARED}/now.yml", "helplines:\n", f"helplines:\n{line}")
    reword(project, "now", "situations", key, "helplines", 0, how=lambda _: "one-more")
    online = content(project).children_online.changes
    reword(project, "children-online", "changes", next(iter(online)), "state", how=lambda _: "in_force")


@ordinary("another colour")
def _(project: Path) -> None:
    reword(project, "school", "colours", "light", how=lambda _: "#5b2a86")
    reword(project, "school", "colours", "dark", how=lambda _: "#d9b8ff")


def other_endings(words: str) -> str:
    """Words with two letters more at the end of each; what is filled in, called or linked to stays."""
    parts = re.split(r"(\{\{.*?\}\}|\{[^}]*\}|\]\([^)]*\))", words)
    return "".join(part if n % 2 else re.sub(r"[A-Za-z]{3,}", r"\g<0>en", part) for n, part in enumerate(parts))


def scalars(tree: yaml.Node, place: Place = ()) -> list[Place]:
    if isinstance(tree, yaml.MappingNode):
        return [found for key, value in tree.value for found in scalars(value, (*place, key.value))]
    if isinstance(tree, yaml.SequenceNode):
        return [found for n, value in enumerate(tree.value) for found in scalars(value, (*place, n))]
    return [place]


@ordinary("every sentence around the pages, each word with another ending")
def _(project: Path) -> None:
    tree = yaml.compose((project / SHARED / "wording.yml").read_text("utf-8"), Loader=yaml.SafeLoader)
    for place in reversed(scalars(tree)):
        reword(project, "wording", *place, how=other_endings)


@ordinary("the picture of the steps, a source, an age, a word for search")
def _(project: Path) -> None:
    found = content(project)
    reword(
        project, "steps", "ways", next(iter(found.steps.ways)), "steps", 0, "picture", 0, how=lambda _: "First of all"
    )
    reword(
        project, "sources", "sources", next(iter(found.sources.sources)), "title", how=lambda _: "somebody who knows"
    )
    reword(project, "ages", "ages", next(iter(found.ages.ages)), "says", how=lambda _: "99, if you must know")
    target = next(iter(found.search.also))
    reword(project, "search", "also", target, 0, how=lambda _: "zebra crossing")


@ordinary("the check: a question reworded, a hint, an outcome's heading and what to do")
def _(project: Path) -> None:
    found = content(project)
    one_word_more(project, [found.policy.clauses[next(iter(found.self_check.questions))]])
    key = next((key for key, box in found.self_check.tick_boxes.boxes.items() if box.hint), None)
    if key:
        reword(
            project, "self-check", "tick_boxes", "boxes", key, "hint", how=lambda _: "Here is how this one is meant."
        )
    reword(project, "self-check", "outcomes", "stop", "heading", how=lambda _: "This one is not for sharing")
    reword(project, "self-check", "outcomes", "talk", "what_to_do", 0, how=lambda _: "Ring up and ask.")
    explained(project)


@ordinary("a definition, what a word is called, a number of the policy, every note")
def _(project: Path) -> None:
    found = content(project)
    key = next(key for key, term in found.terms.terms.items() if term.means)
    reword(project, "terms", "terms", key, "means", how=lambda _: "Something that everybody knows when they see it.")
    reword(project, "terms", "terms", next(iter(found.terms.terms)), "word", how=lambda _: "zealous reader")
    for key, number in found.terms.figures.items():
        edit(project, f"{SHARED}/terms.yml", f"{key}: {number}", f"{key}: {number + 1}")
    for key in found.notes.notes:
        reword(project, "notes", "notes", key, how=lambda _: "Somebody has said this better.")
    explained(project)


@ordinary("a clause's title, what it means and what to do instead; a section's heading")
def _(project: Path) -> None:
    clause, section = asked(project), content(project).policy.sections[0]
    file = project / "docs" / clause.path
    text = re.sub(r"^title: .*$", "title: Things of that kind", file.read_text("utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^(means|instead|fine|not_fine):.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
    means = "means: It is about things of that kind.\nfine: [What a day!]\nnot_fine: [Look at that one.]\ninstead: [Tell somebody who can help.]\n"
    file.write_text(text.replace("\n---\n{{", f"\n{means}---\n{{{{", 1), "utf-8")
    edit(project, POLICY, f'"{section.id}", "{section.title}"', f'"{section.id}", "What comes first"')


@ordinary("a page of help: its title, what to do first, a part more; and a new page")
def _(project: Path) -> None:
    file, key = some(project, "guidance", "help/"), next(iter(content(project).routes.routes))
    text = re.sub(r"^title: .*$", "title: What to do when all else fails", file.read_text("utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^lead: .*$", "lead: Take a breath. Then tell somebody.", text, flags=re.MULTILINE)
    part = "## One thing more\n\nTell **somebody** today.\nIt helps.\n"
    file.write_text(text.replace("\n{{ talk_to(", f"\n{part}\n{{{{ talk_to("), "utf-8")
    front = "title: A page that is new\ndescription: Something new that families asked about.\nlead: Read on.\nunder: help/index.md\norder: 99\nkind: guidance\n"
    new = f'---\n{front}---\nIt is short.\n\n## Why\n\nFamilies asked.\n\n{{{{ talk_to("{key}") }}}}\n'
    (project / "docs/help/a-new-page.md").write_text(new, "utf-8")
