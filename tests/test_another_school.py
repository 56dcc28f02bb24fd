"""Another school takes the site over by its own file of facts alone: no word of the first is left, every fact shows."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from macros.checks.load import load
from macros.language.typed import typed
from macros.reading.mistakes import Mistakes
from tests.conftest import served
from tests.looks import faults
from tests.modes import faults_in_every_mode
from tests.projects import FACTS, SCHOOL, TODAY, bare, edit
from tests.site import Built, built, straight, text

pytestmark = pytest.mark.xdist_group("another-school")  # its site is built once
FIRST = yaml.safe_load((SCHOOL / FACTS).read_text("utf-8"))
OTHER = """# Edited by: a test

name: St Brannoc's & All Saints' Primary School
governing_body: governing board
office: {called: front desk}
class_teacher: {called: group leader}
headteacher: {called: head of school, email: "head@brannoc.example"}
chair: {called: chair of the board}
clerk: {called: board secretary}
safeguarding_lead: {called: guardian}
phase: primary
colours: {light: "#7a1f3d", dark: "#ffb3c7"}
"""
GIVEN = yaml.safe_load(OTHER)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen school before anything was adopted: what was adopted keeps the words of its day."""
    return bare(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def other(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    file = tmp_path_factory.mktemp("other") / "school.yml"
    file.write_text(OTHER, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCHOOL", str(file))
        site = built(project, TODAY)
    with served(site) as site:
        yield site


def words(facts: object) -> Iterator[str]:
    """Whatever a file of facts says in words."""
    match facts:
        case dict():
            yield from (said for value in facts.values() for said in words(value))
        case list():
            yield from (said for value in facts for said in words(value))
        case str():
            yield straight(facts)


def shown(site: Built) -> dict[str, str]:
    """All that is read, or read out, of each page, and where its links lead."""
    found = {}
    for html in site.pages():
        said = [value for element in html.root.iter() for value in element.attrib.values()]
        found[str(html)] = straight(" ".join([text(html.root), *said]))
    return found


def test_no_word_of_the_first_school_is_left(other: Built, school: Built) -> None:
    gone = [*words({key: value for key, value in FIRST.items() if key != "phase"}), "Northgate", "Academy", "trustees"]
    of_the_first = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, gone))})(?!\w)", re.IGNORECASE)
    assert all(of_the_first.search(said) for said in shown(school).values()), "its own pages have some"
    assert {page: found for page, said in shown(other).items() if (found := of_the_first.findall(said))} == {}


def test_each_fact_that_it_gives_shows(other: Built) -> None:
    pages = shown(other)
    assert [page for page, said in pages.items() if straight(GIVEN["name"]) not in said] == []
    everything = " ".join(pages.values())
    roles = [role["called"] for role in GIVEN.values() if isinstance(role, dict) and "called" in role]
    assert [said for said in (*roles, GIVEN["governing_body"]) if said not in everything] == []
    assert "All of our children are too young for a network." in pages["help/what-then/"]
    assert faults(other) == {}


def test_what_it_does_not_give_is_not_missed(other: Built) -> None:
    pages = shown(other)
    concerns = pages["raise-a-concern/"]
    assert "The front desk will tell you how." in concerns, "nobody but the head of school can be written to"
    assert "Have it printed at the front desk." in concerns and "The council can say who that is." in concerns
    assert "You write a letter, and the school answers." in concerns, "the stages that hold anywhere"
    links = {link for html in other.pages() for link in html.links() if link.startswith(("tel:", "mailto:"))}
    helplines = {line.link for line in other.content.now.helplines.values() if line.phone}
    assert {link.partition("?")[0] for link in links} == {*helplines, "mailto:head@brannoc.example"}
    assert "Speak up freely" not in " ".join(pages.values()), "it has not confirmed that complaining is safe"
    assert "Nobody has said yet where these pages will stand." in pages["staff/"]


@pytest.mark.parametrize("address", ["", "raise-a-concern/", "policy/least-age/", "help/what-then/", "staff/"])
def test_its_pages_are_without_fault_in_every_mode(address: str, other: Built, tab: Page) -> None:
    tab.goto(other.url + address)
    assert faults_in_every_mode(tab) == {}


WRONG = {  # what stands there, what is put in its place, and what must be said
    "a missing name": ("name: St Brannoc's & All Saints' Primary School\n", "", "name: is missing"),
    "an address that is no address": (
        "phase:",
        "complaints_procedure: our website\nphase:",
        "complaints_procedure: is 'our website'",
    ),
    "a colour that cannot be read": ("#7a1f3d", "#e8d9f2", "colours.light"),
    "a phone number with letters": ("front desk}", "front desk, phone: ask us}", "office.phone: is 'ask us'"),
    "a phase that does not exist": ("phase: primary", "phase: middle", "phase: is 'middle'"),
}


@pytest.mark.parametrize("name", WRONG)
def test_one_line_says_what_is_wrong_with_a_schools_file(
    name: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after, says = WRONG[name]
    assert before in OTHER
    (tmp_path / "school.yml").write_text(OTHER.replace(before, after, 1), "utf-8")
    monkeypatch.setenv("SCHOOL", str(tmp_path / "school.yml"))
    with pytest.raises(Mistakes) as refused:
        load(project)
    assert [says in str(mistake) and "school.yml" in str(mistake) for mistake in refused.value.mistakes] == [True]


def test_a_file_that_is_not_there_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHOOL", "no/such/school.yml")
    with pytest.raises(Mistakes, match=r"SCHOOL: there is no file .no/such/school"):
        load(project)


def test_a_fact_that_is_typed_as_words_is_listed_with_its_place(project: Path) -> None:
    site = load(project)
    assert list(typed(site.texts, site.school)) == []
    edit(project, "docs/about/privacy.md", "\n---\n", "\n---\nAsk the Principal.\n\n")
    site = load(project)
    assert [line.rpartition(":")[2].strip() for line in typed(site.texts, site.school)] == ["principal"]
