"""Every look finds something in a site that is spoilt for it, and nothing in the frozen school's, whatever its state."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import projects
from tests.looks import PAGE_LOOKS, SITE_LOOKS, SPOILT, Spoil, faults
from tests.projects import DAY, TODAY
from tests.site import Built, built

WAYS = [
    pytest.param(look, spoil, id=f"{look}-{n}")
    for look, ways in SPOILT.items()
    for n, spoil in enumerate(ways, start=1)
]


def spoilt(site: Built, folder: Path, way: Spoil) -> Built:
    """A copy of a site, spoilt in one way."""
    name, before, after = way
    file = Path(shutil.copytree(site.folder, folder)) / name
    if before is None:
        file.write_text(after, "utf-8")
    elif before:
        was = file.read_bytes()
        assert before.encode() in was, f"{before!r} is not in {name}"
        file.write_bytes(was.replace(before.encode(), after.encode(), 1))
    elif after is None:
        file.unlink()
    else:
        shutil.copy(folder / after, file)
    return replace(site, folder=folder)


@pytest.mark.parametrize("look, way", WAYS)
def test_a_look_finds_what_is_spoilt(look: str, way: Spoil, school: Built, tmp_path: Path) -> None:
    site = spoilt(school, tmp_path / "site", way)
    html = site.html(way[0].removesuffix("index.html")) if look in PAGE_LOOKS else None
    assert list(PAGE_LOOKS[look](site, html) if html else SITE_LOOKS[look](site))


def test_there_is_a_way_to_spoil_a_site_for_every_look() -> None:
    assert [look for look, ways in SPOILT.items() if not ways] == []


def test_no_look_finds_anything_in_the_frozen_schools_site(school: Built) -> None:
    assert faults(school) == {}


def without_facts(folder: Path) -> Path:
    return projects.without_facts(projects.school(folder))


@pytest.mark.parametrize(
    "make, day",
    [(projects.bare, TODAY), (projects.adopted_twice, DAY), (without_facts, TODAY)],
    ids=["before anything was adopted", "adopted twice", "without facts"],
)
def test_nor_in_its_site_in_another_state(make: Callable[[Path], Path], day: date, tmp_path: Path) -> None:
    assert faults(built(make(tmp_path), day)) == {}
