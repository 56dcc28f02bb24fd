"""What a browser may do with the pages, and who hears of a weakness in them; tests/looks/security.py looks at each page."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.looks.security import CONTACT
from tests.projects import without_facts
from tests.site import Built, built


def test_what_is_against_the_policy_is_noticed(browser: Browser, school: Built, blocked: list[str]) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(school.url)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'let x'}))")
    context.close()
    assert blocked and all("script-src" in said for said in blocked)
    blocked.clear()


def test_whom_to_tell_of_a_weakness(school: Built) -> None:
    said = (school.folder / CONTACT).read_text("utf-8").splitlines()
    assert said[:2] == ["Contact: mailto:it@northgate.example", "Expires: 2027-09-01T00:00:00.000Z"]


@pytest.mark.parametrize(
    "day, stands", [("2027-09-01", True), ("2027-09-02", False)], ids=["until it expires", "and not afterwards"]
)
def test_somebody_is_named_until_that_expires(day: str, stands: bool, project: Path) -> None:
    assert (built(project, date.fromisoformat(day)).folder / CONTACT).exists() == stands


def test_nobody_is_named_for_weaknesses_unless_the_school_names_somebody(project: Path) -> None:
    assert not (built(without_facts(project)).folder / CONTACT).exists()
