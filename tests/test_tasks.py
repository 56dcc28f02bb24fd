"""What people come for, done as they do it: each from the first page, in three taps at most, on a phone."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.site import Site

TASKS = yaml.safe_load((Path(__file__).parent / "tasks.yml").read_text("utf-8"))
MOST = 3  # taps


def test_there_are_ten_tasks() -> None:
    assert len(TASKS) >= 10


@pytest.mark.parametrize("task", TASKS)
def test_it_is_done_in_three_taps_at_most(task: str, page: Page, site: Site) -> None:
    taps = TASKS[task]["taps"]
    assert 1 <= len(taps) <= MOST
    page.goto(site.url)
    for words in taps:
        found = page.get_by_role("link", name=words).and_(page.locator("main a, header a, footer a, aside a"))
        target = found.first
        expect(target).to_be_visible()
        target.click()
    for words in TASKS[task]["finds"]:
        expect(page.locator("main").get_by_text(words).first).to_be_visible()
