"""Every way to answer the check, in Chromium, against a reference that shares no code with the page.

The rules at the end are about the reference; they hold for the page because the page shows what the reference says.
"""

import pytest
from playwright.sync_api import Page

from tests.reference import BOXES, IDS, LEADS, LEVEL, QUESTIONS, every_way, expected, wrong
from tests.site import Site


def test_there_are_as_many_ways_as_the_questions_allow() -> None:
    ways = list(every_way())
    assert len(ways) == len(set(ways)) == 2 ** len(BOXES) * 4 ** len(QUESTIONS)


def test_every_way_to_answer_shows_what_the_reference_says(page: Page, site: Site) -> None:
    page.goto(site.url + "before-you-post/#result")
    assert wrong(page.evaluate) == []


def test_a_riskier_answer_never_makes_the_outcome_milder() -> None:
    for way in every_way():
        if expected(way)[0] == "todo":
            continue
        for id in way:
            question = next((answers for answers in QUESTIONS.values() if id in answers), None)
            for other in question or {}:
                if LEVEL[LEADS[other]] > LEVEL[LEADS[id]]:
                    assert LEVEL[expected(way - {id} | {other})[0]] >= LEVEL[expected(way)[0]]
        for box in BOXES.keys() - way:
            assert LEVEL[expected(way | {box})[0]] >= LEVEL[expected(way)[0]]


def test_not_sure_is_never_the_mildest_outcome() -> None:
    assert all(expected(way)[0] != "ok" for way in every_way() if any(id.endswith("-unsure") for id in way))


@pytest.mark.parametrize("id", IDS)
def test_an_answer_matters_somewhere(id: str) -> None:
    if id in BOXES:
        others = [way for way in every_way() if id not in way]
        assert any(expected(way)[0] != expected(way | {id})[0] for way in others)
    else:
        siblings = next(answers for answers in QUESTIONS.values() if id in answers)
        ways = [way for way in every_way() if id in way]
        without = [way - {id} for way in ways]
        assert (
            any(expected(one)[0] != expected(other)[0] for one, other in zip(ways, without, strict=True))
            and len(siblings) == 3
        )


def test_the_mildest_outcome_exists() -> None:
    assert any(expected(way)[0] == "ok" for way in every_way())
