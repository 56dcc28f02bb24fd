"""A clause that is withdrawn leaves the policy, and its page and place still answer; nothing goes on as if it stood."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from macros.checks.load import load
from macros.commands.clauses import add, withdraw
from macros.reading.mistakes import Mistakes
from macros.register import Register
from macros.site import Site
from tests.looks import faults
from tests.projects import POLICY, Edit, bare, copy_of, edit, edited, files
from tests.site import Built, built, straight, text

DAY = date(2027, 3, 1)
GONE, NOW = "ask-the-network", "letter-home"  # the check does not ask about it, and nothing refers to it
NEXT = '- {{ clause("shut-out") }}\n'  # what stands below it
PAGE = f"docs/policy/{GONE}.md"


@dataclass(frozen=True)
class After:
    """The school and its site after one clause was withdrawn, before anything was adopted."""

    site: Built
    before: Site

    @property
    def content(self) -> Site:
        return self.site.content


@pytest.fixture
def project(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the frozen school on that day."""
    monkeypatch.setenv("TODAY", DAY.isoformat())
    return project


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> After:
    project = bare(tmp_path_factory.mktemp("withdrawn"))
    before = load(project)
    withdraw(project, GONE, NOW, DAY)
    return After(built(project, DAY), before)


def test_a_withdrawn_clauses_page_says_when_it_went_what_it_said_and_where_to_go_on(after: After) -> None:
    main, clause = after.site.html(f"policy/{GONE}/").main, after.before.policy.clauses[GONE]
    for words in ("Dropped on 1 March 2027.", clause.text, f"As rule {clause.number} it last said"):
        assert words in text(main)
    assert [a.get("href") for a in main.iter("a")] == [f"../{NOW}/"]


def test_a_withdrawn_clauses_place_on_the_policy_page_still_answers(after: After) -> None:
    html, clause = after.site.html("policy/"), after.before.policy.clauses[GONE]
    marker = html.root.find(f".//a[@id='{GONE}']")
    assert marker.get("href") == f"{GONE}/"
    assert text(marker) == straight(clause.title)
    assert straight(clause.text) not in text(html.root)
    assert html.ids().count(GONE) == 1


def test_a_withdrawn_clause_leaves_the_numbers_and_stays_in_the_a_to_z(after: After) -> None:
    assert GONE not in after.content.policy.clauses
    assert after.content.policy.clauses["shut-out"].number == after.before.policy.clauses[GONE].number
    assert f"../policy/{GONE}/" in after.site.html("search/").links()
    assert f"../policy/{GONE}/" not in after.site.html("staff/").links()


def test_no_look_finds_anything_after_a_withdrawal(after: After) -> None:
    assert faults(after.site) == {}


def vanish(project: Path) -> None:
    """Takes the clause away that stood below it, with its page."""
    edit(project, POLICY, f"{NEXT}  Keeping that person out of the school's own pages.\n", "")
    (project / "docs/policy/shut-out.md").unlink()


def names_it(name: str, id: str) -> Edit:
    return edited(name, f'see("{id}")', f'see("{GONE}")')


BROKEN = {  # what somebody does next, and what must be said
    "a clause vanishes with its page": (vanish, "published.yml:.*'shut-out' has gone"),
    "its id comes back": (
        edited(POLICY, NEXT, f'- {{{{ clause("{GONE}") }}}}\n  Asking the network.\n{NEXT}'),
        "index.md:.*withdrawn on 2027-03-01 and an id is never used again",
    ),
    "its page vanishes": (lambda project: (project / PAGE).unlink(), f"'{GONE}' has gone"),
    "a letter names it": (
        names_it("docs/letters/come-in.md", "talk-first"),
        f"come-in.md:.*'{GONE}' was withdrawn on 2027-03-01; refer to what took its place .'{NOW}'.",
    ),
    "another clause's page names it": (
        names_it("docs/policy/reason.md", "two-points"),
        f"reason.md:.*'{GONE}' was withdrawn",
    ),
    "now_see leads nowhere": (
        edited(PAGE, f"now_see: {NOW}", "now_see: leter-home"),
        f"{GONE}.md:.*now_see: 'leter-home' is neither a clause nor a page",
    ),
    "now_see leads to itself": (
        edited(PAGE, f"now_see: {NOW}", f"now_see: {GONE}"),
        f"{GONE}.md:.*in a circle .{GONE} to {GONE}.",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_after_a_withdrawal_one_line_refuses(name: str, after: After, tmp_path: Path) -> None:
    spoil, says = BROKEN[name]
    project = copy_of(after.site.project, tmp_path / "copy")
    spoil(project)
    with pytest.raises(Mistakes, match=says) as refused:
        load(project, DAY)
    assert len(refused.value.mistakes) == 1


def test_what_to_see_now_may_be_withdrawn_too_but_never_in_a_circle(project: Path) -> None:
    withdraw(project, GONE, "shut-out", DAY)
    withdraw(project, "shut-out", NOW, DAY)
    assert load(project).withdrawn.keys() == {"tell-a-friend", GONE, "shut-out"}
    edit(project, "docs/policy/shut-out.md", f"now_see: {NOW}", f"now_see: {GONE}")
    with pytest.raises(Mistakes, match="in a circle"):
        load(project)


def test_a_heading_that_is_left_without_a_clause_is_told(project: Path) -> None:
    add(project, "old-photos", "then-consider", "Old photos", "Sharing an old photo of a class.", DAY)
    marker = '{{ clause("old-photos") }}'
    edit(project, POLICY, marker, f'## {{{{ section("photos", "Photos") }}}}\n\n{marker}')
    told = 'No clause is left under "Photos": take that heading out of docs/policy/index.md, or put a clause there.'
    assert told not in withdraw(project, GONE, NOW, DAY)
    assert told in withdraw(project, "old-photos", NOW, DAY)
    edit(project, POLICY, '## {{ section("photos", "Photos") }}\n\n', "")
    assert [section.id for section in load(project).policy.sections][-1] == "what-follows"


def test_what_to_see_now_may_be_a_page(project: Path) -> None:
    withdraw(project, GONE, "raise-a-concern.md", DAY)
    page = Register(load(project), lambda: f"policy/{GONE}.md").clause_page(GONE)
    assert "[Ask or complain](../raise-a-concern.md)" in page


REFUSED = {  # id, what to see now and the day; what must be said
    "what leads into a list": (("then-consider", NOW, DAY), "'then-consider' leads into a list.*'shut-out' on line"),
    "what letters and a shared file name": (
        ("talk-first", NOW, DAY),
        "'talk-first' is named in .*come-in.md:16, .*please-remove.md:15, .*steps.yml:17; name another",
    ),
    "what has a note beside it": (("quiet-ways", NOW, DAY), "'quiet-ways' is named in .*index.md:.*notes.yml:"),
    "what says what a word means": (("who-counts", NOW, DAY), "'who-counts' is named in .*terms.yml:7"),
    "what is not there": (("ask-the-netwrok", NOW, DAY), f"did you mean '{GONE}'"),
    "what was withdrawn before": (("tell-a-friend", NOW, DAY), "'tell-a-friend' was withdrawn on 2025-06-01"),
    "what to see now is not there": ((GONE, "leter-home", DAY), "now_see: 'leter-home' is neither a clause nor a page"),
    "withdrawn before it was added": ((GONE, NOW, date(2020, 1, 1)), "withdrawn on 2020-01-01, before it was added"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_command_that_is_refused_writes_nothing(name: str, project: Path) -> None:
    typed, says = REFUSED[name]
    before = files(project)
    with pytest.raises(Mistakes, match=says):
        withdraw(project, *typed)
    assert files(project) == before
