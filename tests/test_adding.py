"""A clause is added by one command, in every file at once, where it was asked for; or nothing is written."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from macros.checks.load import load
from macros.commands.clauses import add, withdraw
from macros.policy.history import PUBLISHED
from macros.reading.mistakes import Mistakes
from tests.looks import faults
from tests.projects import CHECK, POLICY, TODAY, edit, files
from tests.site import built

NEW = ("Old photos", "Sharing an old photo of a class.\nAlso with friends.")
ADDED = {  # by where it is put: the clause that must stand before it, and the number that it gets
    "quiet-ways": ("quiet-ways", "3.2"),  # which has a note beside it
    "grumbles": ("grumbles", "3.7"),
    "least-age": ("least-age", "4.2"),
    "talk-first": ("talk-first", "5.2"),
    "then-consider": ("shut-out", "5.6"),  # which leads into a list
    "shut-out": ("shut-out", "5.6"),
}


@pytest.mark.parametrize("after", ADDED)
def test_a_clause_is_added_where_it_was_asked_for(after: str, project: Path) -> None:
    before, number = ADDED[after]
    add(project, "old-photos", after, *NEW, TODAY)
    content = load(project)
    ids, clauses = list(content.policy.clauses), content.policy.clauses
    assert clauses["old-photos"].number == number
    assert ids[ids.index("old-photos") - 1] == before
    assert clauses["old-photos"].under == (clauses[after].under and clauses[before].under)
    assert clauses["old-photos"].sentences == ("Sharing an old photo of a class.", "Also with friends.")
    assert content.pages["policy/old-photos.md"].record.added == TODAY


def test_the_note_beside_a_clause_stays_below_it(project: Path) -> None:
    add(project, "old-photos", "quiet-ways", *NEW, TODAY)
    blocks = (project / POLICY).read_text("utf-8").split("\n\n")
    at = next(n for n, block in enumerate(blocks) if block.startswith('{{ clause("quiet-ways") }}'))
    assert blocks[at + 1] == '{{ note("quiet-ways") }}' and blocks[at + 2].startswith('{{ clause("old-photos") }}')


@pytest.mark.parametrize("after", ADDED)
def test_withdrawing_what_was_added_gives_the_policy_as_it_was(after: str, project: Path) -> None:
    before = (project / POLICY).read_bytes()
    add(project, "old-photos", after, *NEW, TODAY)
    withdraw(project, "old-photos", "insults", TODAY)
    assert (project / POLICY).read_bytes() == before


@pytest.mark.parametrize("ends", ("\n", "\r\n"))
@pytest.mark.parametrize("mark", ("", "\ufeff"))
def test_every_line_that_is_not_meant_stays_byte_for_byte(ends: str, mark: str, project: Path) -> None:
    meant = {POLICY: 2, PUBLISHED: 2, CHECK: 1}  # lines more in each file
    before = {}
    for name in meant:
        text = mark + (project / name).read_text("utf-8").replace("\n", ends)
        (project / name).write_bytes(text.encode())
        before[name] = (project / name).read_bytes().splitlines(keepends=True)
    add(project, "old-photos", "grumbles", "Old photos", "Sharing an old photo of a class.", TODAY)
    for name, more in meant.items():
        lines = (project / name).read_bytes().splitlines(keepends=True)
        added = [
            line
            for kind, _, _, a, b in SequenceMatcher(None, before[name], lines, autojunk=False).get_opcodes()
            if kind != "equal"
            for line in lines[a:b]
        ]
        assert len(added) == more and len(lines) == len(before[name]) + more
        assert all(line.endswith(ends.encode()) for line in added)


def test_what_was_added_shows_on_the_pages(project: Path) -> None:
    for after in ADDED:
        add(project, f"added-to-{after}", after, f"Added to {after}", NEW[1], TODAY)
    assert faults(built(project, TODAY)) == {}


REPLACED = {  # by the clause that is replaced: after which one, and the number that the new one gets
    "insults": ("insults", "3.4"),  # which the check asks about
    "grumbles": ("pupils-pictures", "3.4"),
    "shut-out": ("letter-home", "5.4"),
    "is-it-yours": ("grumbles", "3.7"),
    "brand-new": ("brand-new", "4.3"),  # which stands in no list
    "brand-newer": ("least-age", "4.2"),
}


@pytest.mark.parametrize("old", REPLACED)
def test_a_clause_takes_anothers_place_in_one_command(old: str, project: Path) -> None:
    after, number = REPLACED[old]
    for id in ("brand-new", "brand-newer"):
        add(project, id, "least-age", id, "Words of its own.", TODAY)
    before = load(project).policy.clauses
    said = add(project, "old-photos", after, *NEW, TODAY, replaces=old)
    content = load(project)
    record = content.withdrawn[old]
    assert (record.withdrawn, record.now_see, record.last_words) == (TODAY, "old-photos", before[old].text)
    assert content.policy.clauses["old-photos"].number == number
    assert [*content.policy.clauses].count("old-photos") == 1
    assert content.policy.clauses.keys() == {*before, "old-photos"} - {old}
    assert "old-photos" in content.self_check.not_asked, "answers to the old words may be wrong of the new ones"
    asked = any(f"asked about '{old}'" in line for line in said)
    assert asked is (old in {"insults", "grumbles", "is-it-yours"})
    assert "\n\n\n" not in (project / POLICY).read_text("utf-8")


REFUSED: dict[
    str, tuple[tuple[str, str, str, str], str]
] = {  # id, after which clause, title and words; what must be said
    "an id that is in use": (("insults", "grumbles", "Insults", "Words."), "the id 'insults' has been used"),
    "an id that was used before": (("tell-a-friend", "grumbles", "Telling", "Words."), "'tell-a-friend' has been used"),
    "an id that is no address": (("Old_Photos", "grumbles", "Photos", "Words."), "'Old_Photos' cannot be an id"),
    "an id of the frame": (("result", "grumbles", "Photos", "Words."), "'result' is taken"),
    "after a clause that is not there": (("old-photos", "grumbels", "Photos", "Words."), "did you mean 'grumbles'"),
    "a title that is too long": (("old-photos", "grumbles", "Photos " * 12, "Words."), "title: "),
    "macros in its words": (("old-photos", "grumbles", "Photos", 'Of a {{ term("family") }}.'), "give plain words"),
    "words that begin a list": (
        ("old-photos", "grumbles", "Photos", "Words.\n- and more"),
        "a line of a clause cannot begin with",
    ),
}


NOT_REPLACED = {  # what is to be replaced; what must be said
    "what is not there": ("insulst", "did you mean 'insults'"),
    "the new one itself": ("old-photos", "no clause is called 'old-photos'"),
    "what was withdrawn before": ("tell-a-friend", "'tell-a-friend' was withdrawn on 2025-06-01"),
    "what leads into a list": ("not-welcome", "'not-welcome' leads into a list"),
    "what a page names": (
        "pupils-pictures",
        r"wrong-picture.md:16; run this without REPLACES, .*CLAUSE=pupils-pictures NOW_SEE=old-photos",
    ),
}


@pytest.mark.parametrize("name", NOT_REPLACED)
def test_what_cannot_be_replaced_is_refused_and_nothing_is_added(name: str, project: Path) -> None:
    old, says = NOT_REPLACED[name]
    before = files(project)
    with pytest.raises(Mistakes, match=says):
        add(project, "old-photos", "insults", *NEW, TODAY, replaces=old)
    assert files(project) == before


def test_the_remedy_of_one_that_a_page_names_works(project: Path) -> None:
    add(project, "old-photos", "insults", *NEW, TODAY)
    edit(project, "docs/help/wrong-picture.md", 'see("pupils-pictures")', 'see("old-photos")')
    withdraw(project, "pupils-pictures", "old-photos", TODAY)
    assert load(project).withdrawn["pupils-pictures"].now_see == "old-photos"


@pytest.mark.parametrize("name", REFUSED)
def test_a_command_that_is_refused_writes_nothing(name: str, project: Path) -> None:
    typed, says = REFUSED[name]
    before = files(project)
    with pytest.raises(Mistakes, match=says):
        add(project, *typed, TODAY)
    assert files(project) == before
