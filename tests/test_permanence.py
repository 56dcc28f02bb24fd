"""A link to a clause, once sent, works for ever: what was published always answers, and never means something else."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.commands.branch import against_history
from macros.policy.history import ALIKE, PUBLISHED, Published, likeness
from macros.reading.entries import read_entries
from tests.projects import edit
from tests.site import Built


def unanswered(page: Page, site: Built, id: str, patience: int = 5_000) -> Iterator[str]:
    """Which of a clause's two addresses do not answer: its own page, and its place on the policy's page."""
    answer = page.goto(f"{site.url}policy/{id}/")
    if answer.status != 200 or not page.locator(".ps-words").is_visible():
        yield f"policy/{id}/"
    page.goto(f"{site.url}policy/#{id}")
    try:
        expect(page.locator(f"#{id}")).to_be_in_viewport(timeout=patience)
    except AssertionError:
        yield f"policy/#{id}"


def test_every_published_address_answers(page: Page, site: Built) -> None:
    published = read_entries(site.project / PUBLISHED, PUBLISHED, Published).clauses
    assert [where for id in published for where in unanswered(page, site, id)] == []


def test_an_address_that_does_not_answer_is_noticed(tab: Page, site: Built) -> None:
    lost = ["policy/never-published/", "policy/#never-published"]
    assert [*unanswered(tab, site, "never-published", patience=100)] == lost


@pytest.fixture
def history(project: Path) -> Path:
    """The frozen school with a git history of one commit."""
    subprocess.run(["git", "-C", project, "init", "-q", "-b", "main"], check=True)
    return commit(project)


def commit(project: Path) -> Path:
    """Everything in the project, as it is, as one more commit."""
    for command in (["add", "-A"], ["-c", "user.name=n", "-c", "user.email=e@e", "commit", "-qm", "words"]):
        subprocess.run(["git", "-C", project, *command], check=True)
    return project


WORDS = "    - Passing on a rumour about the school.\n"
LIST = {  # what becomes of the list of published ids, and what is said of it
    "a clause is taken away": (f"  rumours:\n{WORDS}", "", "has lost rumours"),
    "a wording is changed": (WORDS, "    - Rumours.\n", "wordings of 'rumours' have been changed"),
    "a wording is confirmed": (WORDS, f"{WORDS}    - Rumours.\n", None),
    "a clause is added": ("  rumours:\n", "  old-photos:\n    - Words.\n  rumours:\n", None),
}


@pytest.mark.parametrize("name", LIST)
def test_the_list_of_what_was_published_only_grows(name: str, history: Path) -> None:
    before, now, says = LIST[name]
    edit(history, PUBLISHED, before, now)
    base, mistakes = against_history(history)
    assert base == "HEAD"
    assert [says in mistake.text for mistake in mistakes] == ([True] if says else [])


@pytest.mark.parametrize("what", ["deleted with its page", "edited"])
def test_an_adopted_version_that_was_lost_or_edited_is_noticed(what: str, history: Path) -> None:
    version = "docs/_versions/2025-09.json"
    if what == "edited":
        edit(history, version, "4/25", "5/25")
    else:
        (history / version).unlink()
        (history / "docs/policy/versions/2025-09.md").unlink()
    assert [str(mistake) for mistake in against_history(history)[1]] == [
        f"{version}: was adopted, and has gone or been edited; put it back from the commit that added it"
    ]


@pytest.mark.parametrize("base", ["", "0" * 40, None])
def test_what_the_last_commit_on_the_branch_itself_has_lost_is_noticed(
    base: str | None, history: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(history, PUBLISHED, f"  rumours:\n{WORDS}", "")
    commit(history)
    subprocess.run(["git", "-C", history, "update-ref", "refs/remotes/origin/main", "HEAD"], check=True)
    if base is not None:
        monkeypatch.setenv("BASE", base)
    compared, mistakes = against_history(history)
    assert compared == "HEAD~1 and HEAD"
    assert ["has lost rumours" in mistake.text for mistake in mistakes] == [True]


@pytest.mark.parametrize("base", ["nowhere", "f" * 40, "HEAD", "main", "--all", "HEAD:docs", "^HEAD"])
def test_what_is_no_earlier_commit_is_no_base(base: str, history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BASE", base)
    compared, mistakes = against_history(history)
    assert compared == ""
    assert [mistake.file for mistake in mistakes] == ["BASE"]


@pytest.mark.parametrize("base", ["", "origin/main"])
def test_where_nothing_was_published_before_nothing_was_lost_but_what_the_branch_itself_has_lost_is_noticed(
    base: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first pull request of a repository that begins with a page alone, as a forge makes one."""
    empty = ["-c", "user.name=n", "-c", "user.email=e@e", "commit", "-q", "--allow-empty", "-m", "begin"]
    for command in (["init", "-q", "-b", "main"], empty):
        subprocess.run(["git", "-C", project, *command], check=True)
    subprocess.run(["git", "-C", project, "update-ref", "refs/remotes/origin/main", "HEAD"], check=True)
    commit(project)
    monkeypatch.setenv("BASE", base)
    assert against_history(project) == ("origin/main and HEAD~1 and HEAD", [])
    edit(project, PUBLISHED, f"  rumours:\n{WORDS}", "")
    assert ["has lost rumours" in mistake.text for mistake in against_history(project)[1]] == [True]


def test_without_a_history_nothing_is_compared_and_the_check_says_so(project: Path) -> None:
    assert against_history(project) == ("", [])


@pytest.mark.parametrize(
    "one, other, alike",
    [
        ("Insulting anyone who works here.", "Insulting anyone who works here!", True),
        ("Insulting anyone who works here.", "Insulting anyone who works or learns here.", True),
        ("Insulting anyone who works here.", "Naming children.", False),
        ("The school will consider three steps.", "No family should use these networks at all.", False),
    ],
)
def test_wordings_are_compared_by_their_words(one: str, other: str, alike: bool) -> None:
    assert (likeness(one, other) >= ALIKE) is alike
