"""What cannot be read is refused alike by whoever reads it and by whoever changes it; what is changed leaves every other line alone."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ConfigDict

from macros.reading.entries import Written, parse, read_entries
from macros.reading.mistakes import Mistakes
from macros.reading.project import ROOT
from macros.reading.refusals import UNSEEN
from macros.running.editing import edited, written
from tests.projects import SCHOOL

NAME = "docs/_shared/words.yml"


class Anything(Written):
    """Entries of any name and kind."""

    model_config = ConfigDict(extra="allow")


def nothing(_: Any) -> None:
    pass


def read(path: Path) -> None:
    read_entries(path, NAME, Anything)


def change(path: Path) -> None:
    edited(path, NAME, Anything, nothing)


REFUSED: dict[str, tuple[str | bytes, str]] = {  # by name: a file, and the one line that refuses it
    "a repeated key": ("a: b\nc: d\na: e\n", ":3: 'a' stands here a second time (first on line 1); keep one of them"),
    "an alias": ("a: &a b\nc: *a\n", ":2: *a stands for words from elsewhere; write them out"),
    "an alias of nothing": (
        "a: b\nc: *a\n",
        ":2: these words begin with '*', which YAML takes for something else; put them in quotes: \"*a\"",
    ),
    "an anchor": (
        "a: &a b\n",
        ":1: these words begin with '&', which YAML takes for something else; put them in quotes: \"&a b\"",
    ),
    "a merge key": ("<<: {a: b}\n", ':1: YAML does not read the key << as a word; put it in quotes: "<<"'),
    "yes without quotes": ("a: yes\n", ':1: YAML does not read yes as words; put it in quotes: "yes"'),
    "yes as a key": ("yes: a\n", ':1: YAML does not read the key yes as a word; put it in quotes: "yes"'),
    "a time without quotes": ("a: 15:15\n", ':1: YAML does not read 15:15 as words; put it in quotes: "15:15"'),
    "a number with an underscore": ("a: 1_000\n", ':1: YAML does not read 1_000 as words; put it in quotes: "1_000"'),
    "an octal number": ("a: 010\n", ':1: YAML does not read 010 as words; put it in quotes: "010"'),
    "a number with a point": ("a: 1.5\n", ':1: YAML does not read 1.5 as words; put it in quotes: "1.5"'),
    "a day that is none": (
        "a: 2026-02-30\n",
        ":1: 2026-02-30 is not a day in the calendar; write it as 2026-11-22",
    ),
    "nothing after a key": ("a:\n", ":1: 'a' has nothing in it; fill it in, or take the line out"),
    "a tab": (
        "a:\n\tb: c\n",
        ":2: a tab stands before these words; type plain spaces in its place",
    ),
    "too deep": (
        "a: " + 30 * "[" + 30 * "]",
        ":1: entries stand inside entries too deeply; compare it with the last good version",
    ),
    "another document": (
        "a: b\n---\nc: d\n",
        ":2: this is not valid YAML (but found another document); compare it with the lines above",
    ),
    "a tag on words": (
        "a: !!x b\n",
        ":1: these words begin with '!', which YAML takes for something else; put them in quotes: \"!!x b\"",
    ),
    "a tag on entries": (
        "a: !!python/object/apply:os.system\n  b: c\n",
        ":1: tag:yaml.org,2002:python/object/apply:os.system would make something else of these words; take it out",
    ),
    "an HTML tag": (
        "a: so <b>bold</b>\n",
        ":1: HTML is not allowed in shared words; take out the '<' or write it in plain words",
    ),
    "a sign that cannot be seen": (
        "a: b\u200bc\n",
        ":1: a sign that cannot be seen (U+200B) stands here; type the words around it anew",
    ),
    "not UTF-8": (b"a: b\nc: caf\xe9\n", ":2: a character here is not UTF-8; save the file as UTF-8"),
    "only a remark": ("# words\n", ": the file has no entries; put them back from the last good version"),
    "a list": ("- a\n", ":1: entries should stand here, each 'name: …' on a line of its own"),
}


@pytest.mark.parametrize("use", (read, change))
@pytest.mark.parametrize("name", REFUSED)
def test_who_reads_and_who_changes_refuse_alike(name: str, use: Callable[[Path], None], tmp_path: Path) -> None:
    content, says = REFUSED[name]
    file = tmp_path / "words.yml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(Mistakes) as refused:
        use(file)
    assert [str(mistake) for mistake in refused.value.mistakes] == [NAME + says]


FILES = [
    file
    for folder in (ROOT / "docs/_shared", ROOT / "docs/_versions", SCHOOL / "docs")
    for file in sorted(folder.rglob("*.yml"))
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_that_nothing_changes_in_stays_as_it_is(file: Path) -> None:
    assert edited(file, NAME, Anything, nothing) == file.read_text("utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_an_entry_more_is_lines_more_and_nothing_else(file: Path) -> None:
    text = edited(file, NAME, Anything, lambda entries: entries.update({"one-more": ["12:30", "words"]}))
    before, added, after = text.partition("one-more:\n  - '12:30'\n  - words\n")
    assert added and before + after == file.read_text("utf-8")


# A list and entries to change, among all the ways of writing that ruamel.yaml would lay out anew.
ODD = """---
# what it is about
time:    "12:30"   # in quotes
'single':   'it''s'
flow: { a: b ,  c: [ 1,2 ] }
long: a line that goes on
   on the next
quoted: "one that
  goes on too"
folded: >-
   # no remark
   folded

     - no list

# the list
listed:
  # on the first
  - first
  # on the second

  - second   # of two

# the entries
entries:

  one:   {a: b}   # of two

  two:
     - a

# the end
kept: |+
  - second

...
"""
LAYOUTS = {
    "as the files have it": ODD,
    "lists that are not indented": ODD.replace("\n  - first", "\n- first").replace(
        "\n  - second   #", "\n- second   #"
    ),
    "entries far in": ODD.replace("\n  one:", "\n    one:")
    .replace("\n  two:", "\n    two:")
    .replace("\n     - a", "\n        - a"),
    "no line's end at the end": ODD.removesuffix("\n\n...\n").replace("kept: |+", "kept: |"),
}
CHANGES: dict[str, tuple[Callable[[Any], object], str, str]] = {  # by name: a change; lines, and what becomes of them
    "one more in a list": (
        lambda found: found["listed"].append("third: one"),
        "- second   # of two\n",
        "- second   # of two\n{in}- 'third: one'\n",
    ),
    "the first one less": (lambda found: found["listed"].remove("first"), "{in}- first\n", ""),
    "the last one less": (lambda found: found["listed"].remove("second"), "{in}- second   # of two\n", ""),
    "no more entries": (
        lambda found: found.update(entries={}),
        "entries:\n\n{far}one:   {a: b}   # of two\n\n{far}two:\n{farther}- a\n",
        "entries: {}\n",
    ),
    "one more entry": (
        lambda found: found["entries"].update(three="12:30"),
        "{farther}- a\n",
        "{farther}- a\n{far}three: '12:30'\n",
    ),
    "other words": (
        lambda found: found.update(quoted="short"),
        'quoted: "one that\n  goes on too"\n',
        'quoted: "short"\n',
    ),
}


def laid_out(lines: str, layout: str) -> str:
    far = layout == "entries far in"
    indents = {"{in}": "" if layout == "lists that are not indented" else "  "}
    indents |= {"{far}": "    " if far else "  ", "{farther}": "        " if far else "     "}
    for place, indent in indents.items():
        lines = lines.replace(place, indent)
    return lines


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_leaves_every_other_line_as_it_was(name: str, layout: str, tmp_path: Path) -> None:
    make, before, after = CHANGES[name]
    file, text = tmp_path / "words.yml", LAYOUTS[layout]
    file.write_text(text, "utf-8")
    before, after = laid_out(before, layout), laid_out(after, layout)
    assert text.count(before) == 1
    assert edited(file, NAME, Anything, make) == text.replace(before, after)


def test_where_lists_are_laid_out_in_two_ways_the_words_stay_though_their_layout_may_not(tmp_path: Path) -> None:
    file = tmp_path / "words.yml"
    file.write_text("# head\na:\n      b:\n       - c\nd:\n- e  # on e\n", "utf-8")
    text = edited(file, NAME, Anything, lambda found: (found["a"].update(f="g"), found["d"].append("h")))
    assert text == "# head\na:\n  b:\n    - c\n  f: g\nd:\n  - e  # on e\n  - h\n"


def test_what_cannot_be_changed_safely_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "words.yml"
    file.write_text("a: a tab stands behind this\t\n", "utf-8")
    with pytest.raises(Mistakes) as refused:
        edited(file, NAME, Anything, lambda found: found.update(b="c"))
    assert str(refused.value) == f"{NAME}: the file is laid out in a way that no command can change; change it by hand"


TITLES = (
    "Yes",
    "y",
    "12:30",
    "010",
    "0o10",
    "1_000",
    "1e3",
    "2027-01-12",
    "~",
    "null",
    "<<",
    "=",
    "- a",
    "a: b",
    "a #b",
)


@pytest.mark.parametrize("title", (*TITLES, "'a'", '"a"', "it's: so", "{a}", "[a]", "*a", "&a", "!a", "%a", "|", "@a"))
def test_words_that_yaml_would_take_for_something_else_come_back_as_words(title: str) -> None:
    assert parse(written({"title": title}), NAME, Anything).model_dump() == {"title": title}


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")).filter(lambda sign: not UNSEEN.match(sign)), min_size=1))
def test_whatever_words_are_written_come_back(words: str) -> None:
    words = words.replace("<", "")
    assert parse(written({"a": words, "b": [words]}), NAME, Anything).model_dump() == {"a": words, "b": (words,)}


def test_new_entries_stand_each_on_a_line_of_its_own_in_their_order() -> None:
    entries = {"title": "Long words " * 30 + "end", "added": datetime.date(2027, 1, 12), "contents": False}
    assert written(entries) == f"title: {entries['title']}\nadded: 2027-01-12\ncontents: false\n"
