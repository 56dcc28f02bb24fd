"""Each kind of edit is one line in one file, and every page that uses it follows."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.checks.load import load
from macros.commands.clauses import add
from tests import projects
from tests.projects import SCHOOL, edit
from tests.site import Built, built, text

CHANGES = yaml.safe_load((Path(__file__).parent / "one-change.yml").read_text("utf-8"))
RECORDS = SCHOOL / "docs/_versions"

pytestmark = pytest.mark.xdist_group("one-change")  # the two sites are built once


def read(site: Built, address: str) -> str:
    """What the page says, with what stands in its head; for a file, the file."""
    return text(site.html(address).root) if address in site.addresses else site.file(address).read_text("utf-8")


def of(kind: str, project: Path) -> None:
    edit(project, CHANGES[kind]["file"], CHANGES[kind]["replace"], CHANGES[kind]["by"])


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The school's site before anything was adopted: of an adopted wording, the old words stay as well."""
    return built(projects.bare(tmp_path_factory.mktemp("before")))


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same after each of the edits, which have nothing to do with one another."""
    project = projects.bare(tmp_path_factory.mktemp("after"))
    for kind in CHANGES:
        of(kind, project)
    return built(project)


@pytest.mark.parametrize("kind", CHANGES)
def test_one_line_is_changed_and_every_page_that_uses_it_follows(kind: str, before: Built, after: Built) -> None:
    change = CHANGES[kind]
    addresses = after.addresses if (where := change.get("shows_on", ())) == "every page" else where
    assert not [address for address in addresses if change["shows"] in read(before, address)]
    assert [address for address in addresses if change["shows"] not in read(after, address)] == []
    if gone := change.get("gone"):
        everywhere = [*after.addresses, "policy.json", "search/index.js", "site.css"]
        assert [address for address in everywhere if gone in read(before, address)]
        assert [address for address in everywhere if gone in read(after, address)] == []
    assert addresses or gone


@pytest.mark.parametrize("kind", CHANGES)
def test_an_edit_is_one_line_and_nothing_else_has_to_be_changed(kind: str, tmp_path: Path) -> None:
    change, project = CHANGES[kind], projects.bare(tmp_path)
    assert "\n" not in change["replace"]
    files = [path for path in (SCHOOL / "docs").rglob("*") if path.is_file() and RECORDS not in path.parents]
    found = {path.relative_to(SCHOOL).as_posix(): path.read_text("utf-8").count(change["replace"]) for path in files}
    assert {name: times for name, times in found.items() if times} == {change["file"]: 1}
    of(kind, project)
    load(project)


def test_a_new_example_is_one_command_and_where_its_tick_leads(tmp_path: Path) -> None:
    project = projects.bare(tmp_path)  # of an adopted wording, the poster has the words in force
    add(project, "old-jokes", "insults", "Old jokes", "Telling the joke of the three goats.", date(2026, 9, 5))
    edit(project, "docs/_shared/self-check.yml", "  - old-jokes\n", "")
    answer = "    old-jokes:\n      leads_to: stop\n      because: Nobody laughs.\n"
    edit(project, "docs/_shared/self-check.yml", "    rumours:\n", f"{answer}    rumours:\n")
    site = built(project)
    for address in ("policy/", "policy/old-jokes/", "before-you-post/", "poster/"):
        assert "Telling the joke of the three goats." in read(site, address)
    assert "Old jokes" in read(site, "search/") and "3.5 Old jokes" in read(site, "staff/")
    assert '[data-reason="old-jokes"]' in read(site, "site.css")
    assert re.search(r"Rule 3\.6\b", read(site, "policy/rumours/")), "the numbers after it move up"
    assert "Rule 3.7" in read(site, "before-you-post/")
