"""What people come for, done as they do it: each from the first page, in three taps at most, on a phone."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.site import NOT_FOUND, Built

TASKS = yaml.safe_load((Path(__file__).parent / "tasks.yml").read_text("utf-8"))
MOST = 3  # taps


@pytest.mark.parametrize("task", TASKS)
def test_it_is_done_in_three_taps_at_most(task: str, page: Page, school: Built) -> None:
    taps, finds = TASKS[task]["taps"], TASKS[task]["finds"]
    assert 1 <= len(taps) <= MOST
    assert finds
    page.goto(school.url)
    for target in taps:
        page.locator(f"a:not(.ps-skip)[href$='{target}']:visible").first.click()
    for found in finds:
        expect(page.locator("main").locator(found).first).to_be_visible()


def test_every_page_is_reached_from_the_first_in_three_taps(site: Built) -> None:
    taps, pages = {"": 0}, [""]
    for here in pages:  # it grows while it is read
        for link in site.html(here).links(".//body//a[@href]"):
            there = site.reached(here, link)
            if there is not None and there not in taps:
                taps[there] = taps[here] + 1
                pages.append(there)
    assert {address: taps.get(address) for address in site.addresses if taps.get(address, MOST + 1) > MOST} == {
        NOT_FOUND: None
    }
