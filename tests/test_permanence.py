"""A link to a clause, once sent, works for ever: what was published always answers, and never means something else."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros import load_checked
from macros.adopt import adopt
from macros.build import ROOT, build
from macros.clauses import add, withdraw
from macros.content import Content, load_content
from macros.mistakes import Mistakes
from macros.permanence import ALIKE, PUBLISHED, Published, against_history, likeness
from macros.policy import NAME
from macros.strict_yaml import load
from tests.adopted import FIRST, copy
from tests.site import Html, Site, text

IDS = list(load(ROOT / PUBLISHED, PUBLISHED, Published).entries.clauses)
DAY = date(2027, 3, 1)
GONE = "report-to-host"  # withdrawn in these tests: the check does not ask about it, and nothing refers to it


@pytest.mark.parametrize("id", IDS)
def test_a_published_address_answers(id: str, page: Page, site: Site) -> None:
    answer = page.goto(f"{site.url}policy/{id}/")
    assert answer.status == 200
    expect(page.locator(".ps-words")).to_be_visible()
    page.goto(f"{site.url}policy/#{id}")
    expect(page.locator(f"#{id}")).to_be_in_viewport()


def files(project: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in (project / "docs").rglob("*") if file.is_file()}


@dataclass(frozen=True)
class After:
    """A project and its site after one clause was withdrawn."""

    project: Path
    site: Site
    before: Content
    content: Content


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Iterator[After]:
    project = copy(tmp_path_factory.mktemp("withdrawn"))
    before = load_content(project)
    withdraw(project, GONE, "police", DAY)
    assert build(project, project / "site") == 0
    yield After(project, Site(project / "site", ""), before, load_content(project))


def test_a_withdrawn_clauses_page_says_when_what_it_said_and_what_to_see_now(after: After) -> None:
    main = after.site.html(f"policy/{GONE}/").root.find(".//main")
    clause = after.before.policy.clauses[GONE]
    for words in ("1 March 2027", clause.text, f"clause {clause.number}"):
        assert words in text(main)
    assert [a.get("href") for a in main.iter("a")] == ["../police/"]


def test_a_withdrawn_clauses_place_on_the_policy_page_still_answers(after: After) -> None:
    html = after.site.html("policy/")
    marker = html.root.find(f".//a[@id='{GONE}']")
    assert marker.get("href") == f"{GONE}/"
    assert text(marker) == after.before.policy.clauses[GONE].title
    assert after.before.policy.clauses[GONE].text not in text(html.root)
    assert html.ids().count(GONE) == 1


def test_a_withdrawn_clause_leaves_the_numbers_and_stays_in_the_a_to_z(after: After) -> None:
    assert GONE not in after.content.policy.clauses
    assert after.content.policy.clauses["other-legal-action"].number == after.before.policy.clauses[GONE].number
    assert [a for a in after.site.html("search/").all(".//a") if a.get("href") == f"../policy/{GONE}/"]
    assert not [a for a in after.site.html("staff/").all(".//a") if a.get("href") == f"../policy/{GONE}/"]


def change(name: str, before: str, after: str) -> Callable[[Path], None]:
    def make(project: Path) -> None:
        file = project / name
        assert before in file.read_text("utf-8")
        file.write_text(file.read_text("utf-8").replace(before, after, 1), "utf-8")

    return make


def remove_clause_and_page(project: Path) -> None:
    change(NAME, '- {{ clause("racist-comments") }}\n  Making racist comments.\n', "")(project)
    (project / "docs/policy/racist-comments.md").unlink()


OTHER = '- {{ clause("other-legal-action") }}'
BROKEN = {  # after the withdrawal: what somebody does next, and what must be said
    "a clause vanishes with its page": (remove_clause_and_page, "published.yml:.*'racist-comments' has gone"),
    "its id comes back": (
        change(NAME, OTHER, f'- {{{{ clause("{GONE}") }}}}\n  Contacting the host.\n{OTHER}'),
        "index.md:.*withdrawn on 2027-03-01 and an id is never used again",
    ),
    "its page vanishes": (lambda project: (project / f"docs/policy/{GONE}.md").unlink(), f"'{GONE}' has gone"),
    "a letter names it": (
        change("docs/letters/resolved.md", 'see("better-channels")', f'see("{GONE}")'),
        f"resolved.md:.*'{GONE}' was withdrawn on 2027-03-01; refer to what took its place .'police'.",
    ),
    "another clause's page names it": (
        change("docs/policy/purpose.md", 'see("before-posting")', f'see("{GONE}")'),
        f"purpose.md:.*'{GONE}' was withdrawn",
    ),
    "now_see leads nowhere": (
        change(f"docs/policy/{GONE}.md", "now_see: police", "now_see: polcie"),
        f"{GONE}.md:.*now_see: 'polcie' is neither a clause nor a page",
    ),
    "now_see leads to itself": (
        change(f"docs/policy/{GONE}.md", "now_see: police", f"now_see: {GONE}"),
        f"{GONE}.md:.*in a circle .{GONE} to {GONE}.",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_after_a_withdrawal_one_line_refuses(name: str, after: After, tmp_path: Path) -> None:
    make, says = BROKEN[name]
    shutil.copytree(after.project, tmp_path / "copy")
    make(tmp_path / "copy")
    with pytest.raises(Mistakes, match=says) as refused:
        load_checked(tmp_path / "copy")
    assert len(refused.value.mistakes) == 1


def test_what_to_see_now_may_be_withdrawn_too_but_never_in_a_circle(project: Path) -> None:
    withdraw(project, GONE, "other-legal-action", DAY)
    withdraw(project, "other-legal-action", "police", DAY)
    page = project / "docs/policy/other-legal-action.md"
    page.write_text(page.read_text("utf-8").replace("now_see: police", f"now_see: {GONE}"), "utf-8")
    with pytest.raises(Mistakes, match="in a circle"):
        load_checked(project)


def test_what_to_see_now_may_be_a_page(project: Path) -> None:
    withdraw(project, GONE, "raise-a-concern.md", DAY)
    assert build(project, project / "site") == 0
    main = Site(project / "site", "").html(f"policy/{GONE}/").root.find(".//main")
    assert [a.get("href") for a in main.iter("a")] == ["../../raise-a-concern/"]


ADDED = {  # by where it is put: the marker that must stand before it, and the number it gets
    "threats": ("4.12", "threats"),
    "explain-to-children": ("5.3", "explain-to-children"),
    "minimum-age": ("5.5", "minimum-age"),
    "other-legal-action": ("6.10", "other-legal-action"),
    "if-it-continues": ("6.10", "other-legal-action"),
}


@pytest.mark.parametrize("after_id", ADDED)
def test_a_clause_is_added_where_it_was_asked_for(after_id: str, project: Path) -> None:
    number, before = ADDED[after_id]
    add(project, "class-chats", after_id, "Class chats", "Sharing pictures of a class chat.\nAlso with friends.", DAY)
    content, _ = load_checked(project)
    ids = list(content.policy.clauses)
    assert content.policy.clauses["class-chats"].number == number
    assert ids[ids.index("class-chats") - 1] == before
    assert content.policy.clauses["class-chats"].sentences == ("Sharing pictures of a class chat.", "Also with friends.")
    assert content.pages["policy/class-chats.md"].record.entries.added == DAY
    assert build(project, project / "site") == 0
    assert f"{number} Sharing pictures" in text(Html("", (project / "site/policy/index.html").read_text("utf-8")).root)


REFUSED = {
    "an id that was used before": lambda p: add(p, "threats", "police", "Threats", "Words.", DAY),
    "an id that is no address": lambda p: add(p, "Class_Chats", "police", "Chats", "Words.", DAY),
    "after a clause that is not there": lambda p: add(p, "class-chats", "polcie", "Chats", "Words.", DAY),
    "a title that is too long": lambda p: add(p, "class-chats", "police", "Chats " * 12, "Words.", DAY),
    "macros in its words": lambda p: add(p, "class-chats", "police", "Chats", 'Of {{ term("parents") }}.', DAY),
    "words that begin a list": lambda p: add(p, "class-chats", "police", "Chats", "Words.\n- and more", DAY),
    "withdrawing what the check asks about": lambda p: withdraw(p, "threats", "police", DAY),
    "withdrawing what leads into a list": lambda p: withdraw(p, "if-it-continues", "police", DAY),
    "withdrawing what a letter names": lambda p: withdraw(p, "written-warning", "police", DAY),
    "withdrawing what is not there": lambda p: withdraw(p, "polcie", "police", DAY),
    "what to see now is not there": lambda p: withdraw(p, GONE, "polcie", DAY),
    "withdrawn before it was added": lambda p: withdraw(p, GONE, "police", date(2020, 1, 1)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_command_that_is_refused_writes_nothing(name: str, project: Path) -> None:
    before = files(project)
    with pytest.raises(Mistakes):
        REFUSED[name](project)
    assert files(project) == before


@pytest.fixture
def history(project: Path) -> Path:
    """The project with a git history of one commit."""
    commit(project)
    return project


def commit(project: Path) -> None:
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=n", "-c", "user.email=e@e", "commit", "-qm", "first"]):
        subprocess.run(["git", "-C", project, *command], check=True)


LIST = {  # what becomes of the list of published ids, and what is said of it
    "a clause is taken away": (("  threats:\n    - Threatening violence in a comment.\n", ""), "has lost threats"),
    "a wording is changed": (("Threatening violence in a comment.", "Threats."), "wordings of 'threats' have been changed"),
    "a wording is confirmed": (("violence in a comment.\n", "violence in a comment.\n    - Threats.\n"), None),
    "a clause is added": (("  threats:\n", "  class-chats:\n    - Words.\n  threats:\n"), None),
}


@pytest.mark.parametrize("name", LIST)
def test_the_list_of_what_was_published_only_grows(name: str, history: Path) -> None:
    (before, now), says = LIST[name]
    change(PUBLISHED, before, now)(history)
    base, mistakes = against_history(history)
    assert base == "HEAD"
    assert [says in mistake.text for mistake in mistakes] == ([True] if says else [])


@pytest.mark.parametrize("what", ["deleted with its page", "edited"])
def test_an_adopted_version_that_was_lost_or_edited_is_noticed(what: str, project: Path) -> None:
    adopt(project, FIRST, DAY)
    commit(project)
    version = project / "docs/_versions/2027-01.json"
    if what == "edited":
        version.write_text(version.read_text("utf-8").replace("7/27", "8/27"), "utf-8")
    else:
        version.unlink()
        (project / "docs/policy/versions/2027-01.md").unlink()
    assert [str(mistake) for mistake in against_history(project)[1]] == [
        "docs/_versions/2027-01.json: was adopted, and has gone or been edited; put it back from the commit that added it"
    ]


def test_without_a_history_nothing_is_compared_and_the_check_says_so(project: Path) -> None:
    assert against_history(project) == ("", [])


def test_this_projects_own_list_has_lost_nothing() -> None:
    base, mistakes = against_history(ROOT)
    assert mistakes == [], f"compared with {base}"


@pytest.mark.parametrize(
    "one, other, alike",
    [
        ("Making racist comments.", "Making racist comments!", True),
        ("Making racist comments.", "Making any racist comments online.", True),
        ("Making racist comments.", "Naming children.", False),
        ("The school will consider taking six kinds of action.", "Parents should not use these sites at all.", False),
    ],
)
def test_wordings_are_compared_by_their_words(one: str, other: str, alike: bool) -> None:
    assert (likeness(one, other) >= ALIKE) is alike
