"""What was adopted stays readable for ever as it was, and the site says at each stage what applies."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros import Register, load_checked, proposed_changes
from macros.adopt import adopt
from macros.build import build
from macros.mistakes import Mistakes
from macros.pages import POLICY
from macros.resolve import plain
from macros.review import review
from macros.versions import FOLDER
from tests.adopted import DAY, FIRST, REASONS, SECOND, adopted_twice, change_everything, copy, edit, give_reasons
from tests.conftest import served
from tests.site import Html, Site, broken_links, text
from tests.test_every_page import faults_in_every_mode

pytestmark = pytest.mark.xdist_group("versions")  # their site is built once
LABELS = [FIRST["label"], SECOND["label"]]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy(tmp_path_factory.mktemp("once"))
    adopt(project, FIRST, DAY)
    return project


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return adopted_twice(tmp_path_factory.mktemp("twice"))


@pytest.fixture(scope="module")
def site(twice: Path) -> Iterator[Site]:
    """The site of a project with two versions, on a day when the first one is still in force."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TODAY", DAY.isoformat())
        assert build(twice, twice / "site") == 0
    with served(twice / "site") as url:
        yield Site(twice / "site", url)


PAGES = [
    "changes/",
    "policy/",
    "policy/versions/2027-01/",
    "policy/childrens-use-appropriate/",
    "policy/report-to-host/",
    "staff/",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_about_versions_is_without_fault_in_every_mode(address: str, tab: Page, site: Site) -> None:
    tab.goto(site.url + address)
    assert faults_in_every_mode(tab) == {}


def test_every_link_of_a_site_with_versions_leads_somewhere(site: Site) -> None:
    pages = [file.parent.relative_to(site.folder).as_posix() + "/" for file in site.folder.rglob("index.html")]
    assert len(pages) > len(PAGES)
    assert {page: broken for page in pages if (broken := broken_links(site, page.removeprefix("./")))} == {}


def reword(project: Path) -> None:
    edit(project, "docs/policy/index.md", "Making racist comments.", "Making any racist comments.")


def nothing(project: Path) -> None:
    pass


STAGES = {  # the day, what was done since the first adoption, and what the site must say of it
    "adopted, in force from": (
        date(2027, 1, 20),
        nothing,
        ["in force from 1 February 2027", "12 January 2027"],
        ["preview"],
    ),
    "adopted and in force": (date(2027, 2, 1), nothing, ["In force since 1 February 2027", "12 January 2028"], ["overdue"]),
    "changed since adoption": (
        date(2027, 3, 1),
        reword,
        ["preview", "has not been adopted", "version 2027-01"],
        ["In force since"],
    ),
    "review overdue": (date(2028, 1, 13), nothing, ["In force since", "due by 12 January 2028", "overdue"], ["preview"]),
    "changed and overdue": (date(2028, 1, 13), reword, ["preview", "overdue"], ["In force since"]),
}


@pytest.mark.parametrize("stage", STAGES)
def test_the_site_says_at_each_stage_how_the_words_stand(
    stage: str, once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day, since, says, never = STAGES[stage]
    project = copy_of(once, tmp_path)
    since(project)
    monkeypatch.setenv("TODAY", day.isoformat())
    content, _ = load_checked(project)
    register = Register(content, lambda: POLICY)
    box = plain(register.status())
    assert [words for words in says if words not in box] == []
    assert [words for words in never if words in box] == []
    assert "not adopted yet" not in box.lower()
    assert content.fingerprint in box
    assert content.versions[-1].label in register.status_line()
    assert ("overdue" in register.status_line()) is ("overdue" in box)


def copy_of(project: Path, folder: Path) -> Path:
    return Path(shutil.copytree(project, folder / "copy", ignore=shutil.ignore_patterns("site")))


def test_on_the_day_before_it_is_in_force_the_version_before_it_applies(site: Site) -> None:
    box = text(site.html("policy/").root.find(".//div[@class='ps-status']"))
    assert "in force from 1 September 2027" in box
    assert "What applies today is version 2027-01." in box


@pytest.mark.parametrize("label", LABELS)
def test_a_versions_page_has_its_clauses_as_they_were(label: str, twice: Path, site: Site) -> None:
    frozen = json.loads((twice / FOLDER / f"{label}.json").read_text("utf-8"))
    html = site.html(f"policy/versions/{label}/")
    said = {p.get("id"): text(p) for p in html.all(".//p[@id]")}
    assert {clause["id"]: f"{clause['number']} {clause['text']}" for clause in frozen["clauses"]}.items() <= said.items()
    for fact in ("minute", "approved_by"):
        assert frozen[fact] in text(html.root)


def test_an_old_version_says_first_that_it_is_not_the_current_one(twice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODAY", "2027-09-01")
    content, _ = load_checked(twice)
    page = plain(Register(content, lambda: "policy/versions/2027-01.md").version_page("2027-01"))
    assert page.startswith(
        "This is not the current policy. It applied from 1 February 2027 until 1 September 2027. What applies now is version 2027-06."
    )


def test_a_number_from_an_old_letter_leads_to_the_clause_of_today(site: Site) -> None:
    rows = site.html("policy/versions/2027-01/").all(".//div[@class='ps-numbers']//tbody/tr")
    table = {text(row[0]): (row[1].find("a").get("href"), text(row[1])) for row in rows}
    assert table["4.10"] == ("../../racist-comments/", "4.4 Racist comments")
    assert table["6.9"] == ("../../other-legal-action/", "Other legal action (withdrawn)")
    assert len(table) == 40


def test_a_clauses_page_has_its_earlier_wordings_with_dates(site: Site) -> None:
    earlier = site.html("policy/childrens-use-appropriate/").root.find(".//div[@class='ps-earlier']")
    assert "from 1 February 2027 until 1 September 2027: Parents should also" in text(earlier)
    assert earlier.find(".//a").get("href") == "../versions/2027-01/#childrens-use-appropriate"
    assert site.html("policy/threats/").root.find(".//div[@class='ps-earlier']") is None, "its words never changed"
    assert site.html("policy/report-to-host/").root.find(".//div[@class='ps-earlier']") is not None


def test_staff_can_cite_what_a_clause_said_in_the_version_in_force(site: Site) -> None:
    row = site.html("staff/").root.find(".//div[@class='ps-cite'][h3]/dl")
    assert row is not None
    said = [
        text(span) for span in site.html("staff/").all(".//span[@data-words]") if "What it said" in span.get("data-words")
    ]
    assert any(
        words.endswith("policy/versions/2027-01/#threats") and "in force from 1 February 2027" in words for words in said
    )
    assert not any("class-chats" in words for words in said), "it was in no version in force"


def test_the_page_of_changes_has_every_version_newest_first(site: Site) -> None:
    html = site.html("changes/")
    headings = [text(h) for h in html.all(".//h3") if text(h).startswith("Version")]
    assert headings == ["Version 2027-06", "Version 2027-01"]
    assert "Nothing else is proposed" in text(html.root)
    for reason in REASONS.values():
        assert reason["why"] in text(html.root)


def test_a_frozen_version_is_never_written_again_and_reasons_go_with_it(twice: Path) -> None:
    second = json.loads((twice / FOLDER / "2027-06.json").read_text("utf-8"))
    assert second["changes"] == REASONS
    assert "changes: {}" in (twice / "docs/_shared/changes.yml").read_text("utf-8")


def test_adopting_unchanged_words_again_is_a_review(once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODAY", DAY.isoformat())
    project = copy_of(once, tmp_path)
    adopt(project, SECOND, DAY)
    content, _ = load_checked(project)
    assert [version.words for version in content.versions] == [content.fingerprint] * 2


@pytest.mark.parametrize(
    "day, says",
    [
        (date(2027, 11, 12), ""),
        (date(2027, 11, 13), "is due by 12 January 2028"),
        (date(2028, 1, 12), "is due by"),
        (date(2028, 1, 13), "overdue"),
    ],
)
def test_the_review_is_announced_sixty_days_before_and_when_it_is_overdue(
    day: date, says: str, once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TODAY", day.isoformat())
    line = review(load_checked(once)[0], day)
    assert says in line and bool(line) is bool(says)


def test_reflowed_lines_and_white_space_change_no_fingerprint(once: Path, tmp_path: Path) -> None:
    project = copy_of(once, tmp_path)
    edit(project, "docs/policy/index.md", "It is rarely appropriate", "It  is rarely\nappropriate")
    assert load_checked(project)[0].fingerprint == load_checked(once)[0].fingerprint


def frozen(before: str, after: str) -> Callable[[Path], None]:
    return lambda project: edit(project, f"{FOLDER}/2027-01.json", before, after)


def rename(project: Path) -> None:
    (project / FOLDER / "2027-01.json").rename(project / FOLDER / "2027-02.json")


def unpublish_route(project: Path) -> None:
    for name in ("routes", "self-check", "search"):
        file = project / f"docs/_shared/{name}.yml"
        file.write_text(file.read_text("utf-8").replace("special-needs", "extra-needs"), "utf-8")


BROKEN = {
    "a word of a frozen clause is edited": (
        frozen("Making racist comments.", "Making comments."),
        "2027-01.json: was edited",
    ),
    "a frozen date is edited": (frozen("2027-01-12", "2027-01-11"), "2027-01.json: was edited"),
    "white space in a frozen file is edited": (frozen("{\n", "{\n\n"), "2027-01.json: was edited"),
    "a frozen file cannot be read": (frozen("{\n", ""), "cannot be read as a version"),
    "a date in a frozen file is in words": (frozen('"2027-01-12"', '"12 January 2027"'), "cannot be read as a version"),
    "a frozen file is renamed": (rename, "2027-02.json: says that its label is '2027-01'"),
    "the page of a version is missing": (
        lambda p: (p / "docs/policy/versions/2027-01.md").unlink(),
        "page of this version is missing",
    ),
    "a page without a version": (lambda p: (p / f"{FOLDER}/2027-01.json").unlink(), "there is no version for this page"),
    "an address of that time is lost": (unpublish_route, "raise-a-concern/#special-needs stood when version 2027-01"),
    "a clause becomes something else than was adopted": (
        lambda p: edit(p, "docs/policy/index.md", "Making racist comments.", "Sharing pictures of the gate."),
        "the words of 'racist-comments' have become something else",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_one_line_refuses(name: str, once: Path, tmp_path: Path) -> None:
    spoil, says = BROKEN[name]
    project = copy_of(once, tmp_path)
    spoil(project)
    with pytest.raises(Mistakes) as refused:
        load_checked(project)
    assert [says in str(mistake) for mistake in refused.value.mistakes] == [True]


REFUSED = {  # what is typed, what was done before it, and what must be said
    "a label used twice": ({"label": "2027-01"}, nothing, "has been used"),
    "a label that is no address": ({"label": "June 2027"}, nothing, "label: is 'June 2027'"),
    "a date in another form": (
        {"adopted_on": "15.6.2027"},
        nothing,
        "adopted_on: is '15.6.2027'; write the day as 2026-11-22",
    ),
    "a date that is still to come": ({"adopted_on": "2027-07-01"}, nothing, "still to come"),
    "in force before it was adopted": ({"in_force_from": "2027-06-01"}, nothing, "before it was adopted"),
    "a review before it is in force": ({"review_due": "2027-08-01"}, nothing, "review_due: "),
    "adopted before the version before it": (
        {"adopted_on": "2027-01-01", "in_force_from": "2027-01-02"},
        nothing,
        "is not after version 2027-01",
    ),
    "no minute": ({"minute": " "}, nothing, "minute: is missing"),
    "a change without a reason": ({}, reword, "says no reason why 'racist-comments' is reworded"),
    "failing checks": ({}, lambda p: edit(p, "docs/index.md", "(raise-a-concern.md)", "(raise.md)"), "leads nowhere"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_adopting_is_refused_in_one_line_and_writes_nothing(name: str, once: Path, tmp_path: Path) -> None:
    typed, before, says = REFUSED[name]
    project = copy_of(once, tmp_path)
    before(project)
    files = {file: file.read_bytes() for file in (project / "docs").rglob("*") if file.is_file()}
    with pytest.raises(Mistakes) as refused:
        adopt(project, SECOND | typed, DAY)
    assert any(says in str(mistake) for mistake in refused.value.mistakes)
    assert {file: file.read_bytes() for file in (project / "docs").rglob("*") if file.is_file()} == files


WRONG = {
    "a reason for a clause that has not changed": ({"threats": {"kind": "reworded", "why": "So."}}, "has not changed"),
    "another kind than it is": (REASONS | {"racist-comments": {"kind": "new", "why": "So."}}, "but it is moved"),
    "one reason too few": ({id: REASONS[id] for id in list(REASONS)[1:]}, "says no reason why 'childrens-use-appropriate'"),
}


@pytest.mark.parametrize("name", WRONG)
def test_every_changed_clause_needs_its_reason_and_no_other(name: str, once: Path, tmp_path: Path) -> None:
    reasons, says = WRONG[name]
    project = copy_of(once, tmp_path)
    change_everything(project)
    give_reasons(project, reasons)
    with pytest.raises(Mistakes, match=says):
        adopt(project, SECOND, DAY)


def test_data_in_a_version_stays_text(once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODAY", "2027-09-02")
    project = copy_of(once, tmp_path)
    adopt(project, SECOND | {"minute": "<b>7</b> *x* _y_ | z & #1", "approved_by": "[us](javascript:alert(1))"}, DAY)
    assert build(project, project / "site") == 0
    html = Html("", (project / "site/policy/versions/2027-06/index.html").read_text("utf-8"))
    assert "<b>7</b> *x* _y_ | z & #1" in text(html.root) and "[us](javascript:alert(1))" in text(html.root)
    assert not [a for a in html.all(".//a") if "javascript" in a.get("href")]


def test_a_review_that_was_done_is_not_overdue(once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between adopting the next version and its first day, the old one still applies, and nobody has missed anything."""
    day = date(2028, 1, 20)
    monkeypatch.setenv("TODAY", day.isoformat())
    project = copy_of(once, tmp_path)
    later = SECOND | {"adopted_on": "2028-01-10", "in_force_from": "2028-02-01", "review_due": "2029-01-10"}
    adopt(project, later, day)
    content, _ = load_checked(project)
    assert not content.standing.overdue and review(content, day) == ""


def test_a_withdrawn_clause_that_is_still_in_force_says_so(site: Site) -> None:
    box = text(site.html("policy/report-to-host/").root.find(".//div[@class='ps-status']"))
    assert "still applies in version 2027-01" in box and "no longer" not in box


def test_a_heading_that_changed_is_told(once: Path, tmp_path: Path) -> None:
    project = copy_of(once, tmp_path)
    edit(project, "docs/policy/index.md", '"Objectives"', '"What it is for"')
    changes = proposed_changes(load_checked(project)[0])
    assert changes.sections == (("Objectives", "What it is for"),) and not changes.is_empty


def test_an_id_that_was_withdrawn_is_no_id_for_a_section_either(twice: Path, tmp_path: Path) -> None:
    project = copy_of(twice, tmp_path)
    heading = '## {{ section("report-to-host", "Hosts") }}\n\n{{ clause("threats-again") }}\nWords.\n\n{{ withdrawn() }}'
    edit(project, "docs/policy/index.md", "{{ withdrawn() }}", heading)
    (project / "docs/policy/threats-again.md").write_text(
        '---\ntitle: Again\nadded: 2027-06-20\n---\n{{ clause_page("threats-again") }}\n', "utf-8"
    )
    with pytest.raises(Mistakes, match="'report-to-host' was withdrawn on 2027-06-20 and an id is never used again"):
        load_checked(project)
