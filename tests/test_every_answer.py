"""Every way to answer the check, in Chromium, against a reference that shares no code with the page.

The rules at the end are about the reference; they hold for the page because the page shows what the reference says.
"""

import pytest
from playwright.sync_api import Page

from macros.reading.project import ROOT
from tests.projects import SCHOOL
from tests.reference import LEVEL, Reference
from tests.site import Built

FROZEN = Reference(SCHOOL)


def test_there_are_as_many_ways_as_the_questions_allow() -> None:
    for reference in (FROZEN, Reference(ROOT), Reference(SCHOOL, FROZEN.total // 2)):
        ways = list(reference.every_way())
        assert len(ways) == len(set(ways))
        if reference.total <= reference.most:
            assert len(ways) == reference.total
        else:
            assert reference.most / 4 < len(ways) <= reference.most


def test_every_way_to_answer_shows_what_the_reference_says(page: Page, site: Built) -> None:
    page.goto(site.url + "before-you-post/#result")
    assert Reference(site.project).wrong(page.evaluate) == []


def test_another_policys_check_shows_what_the_reference_says(page: Page, school: Built) -> None:
    page.goto(school.url + "before-you-post/#result")
    assert FROZEN.wrong(page.evaluate) == []


def test_a_page_that_shows_something_else_is_noticed(tab: Page, school: Built) -> None:
    tab.goto(school.url + "before-you-post/#result")
    tab.evaluate("document.querySelector('input').dataset.leads = 'ok'")
    assert FROZEN.wrong(tab.evaluate) != []


def test_a_riskier_answer_never_makes_the_outcome_milder() -> None:
    riskier, ticked = 0, 0
    for way in FROZEN.every_way():
        verdict = FROZEN.expected(way)[0]
        if verdict == "todo":
            continue
        for id in way:
            question = next((answers for answers in FROZEN.questions.values() if id in answers), {})
            for other in question:
                if LEVEL[FROZEN.leads[other]] > LEVEL[FROZEN.leads[id]]:
                    assert LEVEL[FROZEN.expected(way - {id} | {other})[0]] >= LEVEL[verdict]
                    riskier += 1
        for box in FROZEN.boxes.keys() - way:
            assert LEVEL[FROZEN.expected(way | {box})[0]] >= LEVEL[verdict]
            ticked += 1
    assert riskier
    assert ticked


def test_not_sure_is_never_the_mildest_outcome() -> None:
    unsure = [way for way in FROZEN.every_way() if any(id.endswith("-unsure") for id in way)]
    assert unsure
    assert all(FROZEN.expected(way)[0] != "ok" for way in unsure)


@pytest.mark.parametrize("id", FROZEN.leads)
def test_an_answer_matters_somewhere(id: str) -> None:
    ways = list(FROZEN.every_way())
    if id in FROZEN.boxes:
        pairs = [(way, way | {id}) for way in ways if id not in way]
    else:
        pairs = [(way, way - {id}) for way in ways if id in way]
    assert any(FROZEN.expected(one)[0] != FROZEN.expected(other)[0] for one, other in pairs)


@pytest.mark.parametrize("verdict", [*LEVEL, "todo"])
def test_every_outcome_is_reached(verdict: str) -> None:
    for reference in (FROZEN, Reference(ROOT)):
        assert reference.expected(frozenset(reference.that_leads_to(verdict)))[0] == verdict
