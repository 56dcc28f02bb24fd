"""Guidance reads at eleven years or below, in British spelling; what is long or hard is listed with its place."""

from datetime import date

import pytest

from macros import spelling
from macros.check import refused
from macros.content import Content
from macros.facts import overdue
from macros.plain_language import AIM, Line, by_file, hard_words, lines, long_sentences, reading_age, syllables
from tests.site import PAGES

GUIDANCE = [page.name for page in PAGES.values() if page.clause_id or page.record.entries.kind == "guidance"]


@pytest.mark.parametrize("name", GUIDANCE)
def test_guidance_can_be_read_at_eleven(name: str, content: Content) -> None:
    assert reading_age(by_file(content)[name]) <= AIM


def test_nothing_is_misspelt(content: Content) -> None:
    assert refused(content) == []


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
    found = [str(mistake) for mistake in spelling.check([Line("docs/x.md", 7, words)], ())]
    assert all(mistake.startswith("docs/x.md:7: ") for mistake in found)
    assert [right for right in says if not any(f"'{right}'" in mistake for mistake in found)] == []
    assert len(found) == len(says)


def test_a_word_that_is_allowed_is_passed_over() -> None:
    assert list(spelling.check([Line("x", 1, "The Color Purple")], ["Color"])) == []


@pytest.mark.parametrize(
    "line, words",
    [
        ('See {{ see("threats") }} and {{ term("parent", "parents") }}.', "See clause one and parents."),
        ("Go to [the check](../before-you-post.md) **now**.", "Go to the check now."),
        ('{{ source("who-first") }}', None),
        ("## What it means { #means }", "What it means"),
    ],
)
def test_what_is_measured_is_what_is_read(line: str, words: str | None) -> None:
    assert [found.words for found in lines(f"---\ntitle: X\n---\n{line}\n", "docs/x.md")][1:] == ([words] if words else [])


@pytest.mark.parametrize("word, count", [("school", 1), ("people", 2), ("made", 1), ("little", 2), ("education", 4)])
def test_syllables_are_counted_about_right(word: str, count: int) -> None:
    assert syllables(word) == count


def test_harder_words_and_longer_sentences_give_a_higher_age() -> None:
    easy = [Line("x", 1, "Tell the school. It can help you.")]
    hard = [
        Line("x", 1, "Notwithstanding aforementioned considerations, communication necessitates appropriate deliberation.")
    ]
    assert reading_age(easy) < 8 < AIM < reading_age(hard)


def test_a_long_sentence_and_a_hard_word_are_listed_with_their_place(content: Content) -> None:
    sentence = " ".join(["word"] * 26) + "."
    assert list(long_sentences([Line("docs/x.md", 3, sentence)]))[0].startswith("docs/x.md:3: 26 words")
    listed = list(hard_words(content, {"docs/x.md": [Line("docs/x.md", 3, "Incomprehensible and inappropriate.")]}))
    assert listed == ["docs/x.md:3: incomprehensible (1)"], "the policy cannot do without the other"


def test_a_fact_is_listed_once_the_month_to_check_it_again_is_over(content: Content) -> None:
    first = min(source.again for source in content.sources.sources.values())
    year, month = map(int, first.split("-"))
    assert list(overdue(content, date(year, month, 28))) == []
    assert f"again by {first}" in next(overdue(content, date(year + month // 12, month % 12 + 1, 1)))


def test_every_fact_on_a_page_is_of_the_first_or_second_grade_and_dated(content: Content) -> None:
    for source in content.sources.sources.values():
        assert source.sure in ("A", "B") and source.checked and source.again > source.checked
