"""Another school takes the site over by its own file of facts alone: no word of the first is left, every fact shows."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from macros.build import ROOT, build
from macros.check import to_fill_in
from macros.content import load_content
from macros.mistakes import Mistakes
from macros.school import School
from tests.adopted import copy
from tests.conftest import served
from tests.site import ADDRESSES, NOT_FOUND, Site, broken_links, text
from tests.test_every_page import faults_in_every_mode

FILE = ROOT / "tests/schools/academy.yml"
GIVEN = yaml.safe_load(FILE.read_text("utf-8"))
FIRST = yaml.safe_load((ROOT / "docs/_shared/school.yml").read_text("utf-8"))
pytestmark = pytest.mark.xdist_group("another-school")  # its site is built once
OF_THE_FIRST = ["Beckstone", "primary", "Cumbria", "headteacher", "class teacher", "governing body", "school office"]


@pytest.fixture(scope="module")
def academy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    project = copy(tmp_path_factory.mktemp("academy"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCHOOL", str(FILE))
        assert build(project, project / "site") == 0
    with served(project / "site") as url:
        yield Site(project / "site", url)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_word_of_the_first_school_is_left(address: str, academy: Site) -> None:
    html = academy.html(address)
    words = text(html.root) + " ".join(meta.get("content") or "" for meta in html.all(".//meta"))
    assert [word for word in OF_THE_FIRST if re.search(rf"\b{word}\b", words, re.IGNORECASE)] == []
    assert GIVEN["name"] in words


def test_the_file_exercises_every_fact_that_a_school_can_give() -> None:
    assert GIVEN.keys() == School.model_fields.keys()
    optional = {name for name, field in School.model_fields.items() if not field.is_required()}
    assert {name for name in optional if FIRST.get(name)} <= {"lado", "phase"}, (
        "the first school gives few, so both are built"
    )


def shown(site: Site) -> str:
    return " ".join(text(html.root) for html in site.pages())


def test_every_fact_it_gives_shows(academy: Site) -> None:
    words = shown(academy)
    for fact in (
        *(role["called"] for role in GIVEN.values() if isinstance(role, dict) and "called" in role),
        GIVEN["governing_body"],
    ):
        assert fact in words, fact
    links = {a.get("href") for html in academy.pages() for a in html.all(".//a[@href]")}
    for role in ("office", "headteacher"):
        assert f"tel:{GIVEN[role]['phone'].replace(' ', '')}" in links
    for role in ("office", "class_teacher", "headteacher", "chair", "clerk"):
        assert any(link.startswith(f"mailto:{GIVEN[role]['email']}") for link in links), role
    assert GIVEN["complaints_procedure"] in links and GIVEN["lado"]["address"] in links
    for stage in GIVEN["complaint_stages"]:
        assert stage in text(academy.html("raise-a-concern/").root)
    assert "will not be held against you or your child" in words
    assert GIVEN["colours"]["light"] in (academy.folder / "site.css").read_text("utf-8")
    assert json.loads((academy.folder / "policy.json").read_text("utf-8"))["school"] == GIVEN["name"]


def test_what_a_school_has_not_given_never_shows_as_a_gap(site: Site) -> None:
    words = shown(site)
    assert "held against you" not in words, "the first school has not confirmed it"
    assert not re.search(r"\bNone\b(?! of these)|to be completed|\[\]|\{\w*\}", words)


def test_nothing_is_left_to_fill_in() -> None:
    assert list(to_fill_in(School.model_validate(as_loaded(GIVEN)))) == []


def as_loaded(data: dict) -> dict:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}


@pytest.mark.parametrize("address", ["", "raise-a-concern/", "policy/minimum-age/", "help/what-happens-next/", "staff/"])
def test_its_pages_are_without_fault_in_every_mode(address: str, academy: Site, tab: Page) -> None:
    tab.goto(academy.url + address)
    assert faults_in_every_mode(tab) == {}


@pytest.mark.parametrize("address", [address for address in ADDRESSES if address != NOT_FOUND])
def test_its_links_lead_somewhere(address: str, academy: Site) -> None:
    assert broken_links(academy, address) == []


WRONG = {
    "a missing name": ("name: Northgate Academy\n", "", "name: is missing"),
    "an address that is no address": (
        "https://northgate.example/complaints",
        "our website",
        "complaints_procedure: is 'our website'",
    ),
    "a colour that cannot be read": ("#5b2a86", "#e8d9f2", "colours.light"),
    "a phone number with letters": ("01632 960001", "reception", "office.phone: is 'reception'"),
    "a phase that does not exist": ("phase: secondary", "phase: middle", "phase: is 'middle'"),
}


@pytest.mark.parametrize("name", WRONG)
def test_one_line_says_what_is_wrong_with_a_schools_file(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, after, says = WRONG[name]
    assert before in FILE.read_text("utf-8")
    (tmp_path / "school.yml").write_text(FILE.read_text("utf-8").replace(before, after, 1), "utf-8")
    monkeypatch.setenv("SCHOOL", str(tmp_path / "school.yml"))
    with pytest.raises(Mistakes) as refused:
        load_content(ROOT)
    assert [says in str(mistake) and "school.yml" in str(mistake) for mistake in refused.value.mistakes] == [True]


def test_a_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHOOL", "no/such/school.yml")
    with pytest.raises(Mistakes, match="no/such/school.yml: the file is missing"):
        load_content(ROOT)
