"""What make check says of words: how old a reader has to be, what is misspelt, what is long or hard, what is out of date."""

from datetime import date
from pathlib import Path

import pytest

from macros.checks.load import load
from macros.commands.check import refused
from macros.commands.due import overdue
from macros.language import spelling
from macros.language.readability import (
    AIM,
    FEWEST,
    Line,
    hard_words,
    lines,
    long_sentences,
    reading_age,
    syllables,
    too_hard,
)
from macros.reading.project import ROOT
from macros.site import Site
from tests.projects import edit


@pytest.fixture
def content(project: Path) -> Site:
    return load(project)


def test_make_check_refuses_no_word_of_this_project() -> None:
    assert refused(load(ROOT)) == []


def test_nor_of_the_frozen_school(content: Site) -> None:
    assert refused(content) == []


HARD = "Notwithstanding aforementioned considerations, communication necessitates appropriate deliberation."


def test_a_page_that_is_hard_to_read_is_refused_with_the_sentence_to_shorten(project: Path) -> None:
    heading = "## They shared it\n"
    edit(project, "docs/help/wrong-picture.md", heading, f"{heading}\nTell us.\n{HARD}\n{HARD}\n{HARD}\n")
    found = [str(mistake) for mistake in too_hard(load(project).pages)]
    assert len(found) == 1 and found[0].startswith("docs/help/wrong-picture.md:21: this page reads at ")
    assert f"and {AIM} is the most; shorten this sentence: Notwithstanding" in found[0]


def test_a_page_of_a_few_words_is_passed_over(project: Path) -> None:
    page = project / "docs/policy/not-welcome.md"
    front = f"added: 2025-01-10\nmeans: {HARD}\n"
    edit(project, "docs/policy/not-welcome.md", "added: 2025-01-10\n", front)
    found = list(lines(page.read_text("utf-8"), page.name))
    assert reading_age(found) > AIM and sum(len(line.words.split()) for line in found) < FEWEST
    assert list(too_hard(load(project).pages)) == []


@pytest.mark.parametrize(
    "words, says",
    [
        ("My favorite color.", ["favourite", "colour"]),
        ("We apologize.", ["apologise"]),
        ("Teh school recieved it.", ["the", "received"]),
        ("The school realises that colours differ.", []),
    ],
)
def test_american_spelling_and_typing_mistakes_are_named_with_their_remedy(words: str, says: list[str]) -> None:
    found = [str(mistake) for mistake in spelling.misspelt([Line("docs/x.md", 7, words)], ())]
    assert all(mistake.startswith("docs/x.md:7: ") for mistake in found)
    assert [right for right in says if not any(f"'{right}'" in mistake for mistake in found)] == []
    assert len(found) == len(says)


def test_a_word_that_is_allowed_is_passed_over() -> None:
    assert list(spelling.misspelt([Line("x", 1, "The Color Purple")], ["Color"])) == []


@pytest.mark.parametrize(
    "line, words",
    [
        ('See {{ see("insults") }} and {{ term("family", "families") }}.', "See clause one and families."),
        ("Go to [the check](../before-you-post.md) **now**.", "Go to the check now."),
        ('{{ source("fair-letter") }}', None),
        ("## What it means { #means }", "What it means"),
    ],
)
def test_what_is_measured_is_what_is_read(line: str, words: str | None) -> None:
    found = [found.words for found in lines(f"---\ntitle: X\n---\n{line}\n", "docs/x.md")]
    assert found == (["X", words] if words else ["X"])


@pytest.mark.parametrize("word, count", [("school", 1), ("people", 2), ("made", 1), ("little", 2), ("education", 4)])
def test_syllables_are_counted_about_right(word: str, count: int) -> None:
    assert syllables(word) == count


def test_harder_words_and_longer_sentences_give_a_higher_age() -> None:
    easy, longer = "Tell the school. It can help you.", "Tell the school and wait, since it can help you with it."
    ages = [reading_age([Line("x", 1, words)]) for words in (easy, longer, HARD)]
    assert ages[0] < ages[1] < AIM < ages[2]


def test_a_long_sentence_and_a_hard_word_are_listed_with_their_place(content: Site) -> None:
    sentence = " ".join(["word"] * 26) + "."
    assert next(long_sentences([Line("docs/x.md", 3, sentence)])).startswith("docs/x.md:3: 26 words")
    assert list(long_sentences([Line("docs/x.md", 3, sentence.removeprefix("word "))])) == []
    listed = list(
        hard_words({"docs/x.md": [Line("docs/x.md", 3, "An incomprehensible dictionary.")]}, content.plain.needed)
    )
    assert listed == ["docs/x.md:3: incomprehensible (1)"], "the school cannot do without the other"


def test_a_fact_is_listed_once_the_month_to_check_it_again_is_over(content: Site) -> None:
    assert list(overdue(content.sources, content.school, date(2027, 8, 31))) == []
    listed = list(overdue(content.sources, content.school, date(2027, 9, 1)))
    assert len(listed) == len(content.sources.sources)
    dictionary = "docs/_shared/sources.yml: dictionary (Aldwick Dictionary of Plain Words)"
    assert f"{dictionary} was to be checked again by 2027-08" in listed
    later = list(overdue(content.sources, content.school, date(2027, 11, 1)))
    assert {line.split(" (")[0] for line in later if line not in listed} == {
        "docs/_shared/school.yml: lado",
        "docs/_shared/school.yml: childrens_services",
        "docs/_shared/school.yml: security",
    }
