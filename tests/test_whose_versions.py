"""Versions belong to the school that adopted them; what is put right beside them stays; a role's new name is no rewording."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.adopted.owned import ERRATA
from macros.checks.load import load
from macros.commands.adopt import adopt
from macros.commands.branch import against_history
from macros.commands.unexplained import unexplained
from macros.reading.mistakes import Mistakes
from tests.projects import DAY, FACTS, FIRST, POLICY, TERMS, WHY, copy_of, edit, write
from tests.site import built, text
from tests.story import entry

OTHER = "St Brannoc's School"
NAME = "name: Northgate Academy"


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODAY", DAY.isoformat())


def refused(project: Path) -> list[str]:
    with pytest.raises(Mistakes) as raised:
        load(project)
    return [str(mistake) for mistake in raised.value.mistakes]


def test_another_school_begins_with_no_version_and_adopts_its_own_beside(
    once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = once / "other.yml"
    other.write_text(
        (once / FACTS)
        .read_text("utf-8")
        .replace(NAME, f'name: "{OTHER}"')
        .replace("formerly: [Northgate School]\n", ""),
        "utf-8",
    )
    monkeypatch.setenv("SCHOOL", str(other))
    site = built(once, DAY)
    assert site.content.standing.stage == "not-adopted"
    assert not any("2027-01" in text(html.root) for html in site.pages())
    assert not (site.folder / "policy/versions").exists()
    entry("changes", "insults", {"kind": "reworded", "why": "It waits."})(once)
    waiting = (once / WHY).read_text("utf-8")
    adopt(once, FIRST | {"label": "brannoc-2027"}, DAY)
    assert (once / WHY).read_text("utf-8") == waiting, "the reasons are of the first school's proposal"
    assert [version.label for version in load(once).versions] == ["brannoc-2027"]
    monkeypatch.delenv("SCHOOL")
    assert [version.label for version in load(once).versions] == ["2027-01"]


def test_a_copy_for_another_school_is_told_whose_versions_it_has_and_either_remedy_works(once: Path) -> None:
    edit(once, FACTS, f"{NAME}\nformerly: [Northgate School]", f'name: "{OTHER}"')
    (line,) = refused(once)
    assert line.startswith(f"{FACTS}:4: name: '{OTHER}' has not adopted 2027-01, but 'Northgate Academy' has; ")
    assert 'formerly: ["Northgate Academy"]' in line and "delete docs/_versions/2027-01.json" in line
    renamed = copy_of(once, once.parent / "renamed")
    edit(renamed, FACTS, f'name: "{OTHER}"', f'name: "{OTHER}"\nformerly: ["Northgate Academy"]')
    assert [version.label for version in load(renamed).versions] == ["2027-01"]
    shared = copy_of(once, once.parent / "shared")
    edit(shared, FACTS, f'name: "{OTHER}"', f'name: "{OTHER}"\nformerly: []')
    assert load(shared).versions == ()
    (once / "docs/_versions/2027-01.json").unlink()
    shutil.rmtree(once / "docs/policy/versions")
    assert load(once).versions == ()


def commit(project: Path, *first: list[str]) -> None:
    who = ["-c", "user.name=n", "-c", "user.email=e@e"]
    for command in (*first, ["add", "--all"], [*who, "commit", "--quiet", "--message", "words"]):
        subprocess.run(["git", "-C", project, *command], check=True)


def test_the_versions_of_another_school_may_go_and_ones_own_may_not(once: Path) -> None:
    commit(once, ["init", "--quiet", "--initial-branch=main"])
    school = load(once).school
    (once / "docs/_versions/2027-01.json").unlink()
    (lost,) = against_history(once, school)[1]
    assert "was adopted, and has gone" in lost.text
    assert against_history(once, school.model_copy(update={"name": OTHER, "formerly": ()}))[1] == []


RIGHT = {"version": "2027-01", "noted": DAY, "says": "The minute is 8/27."}


def test_what_was_put_right_never_goes(once: Path) -> None:
    write(once, ERRATA, {"errata": [RIGHT]})
    commit(once, ["init", "--quiet", "--initial-branch=main"])
    write(once, ERRATA, {"errata": [RIGHT, {**RIGHT, "noted": date(2027, 6, 19), "says": "And its year is 2027."}]})
    assert against_history(once)[1] == []
    write(once, ERRATA, {"errata": [RIGHT | {"says": "The minute is 9/27."}]})
    assert [mistake.text.partition(";")[0] for mistake in against_history(once)[1]] == [
        "an entry on version 2027-01 has gone or been changed"
    ]


WRONG = {
    "a version that is not there": ({"version": "2027-02"}, "no version is called '2027-02' (there is 2027-01)"),
    "a day before it was adopted": (
        {"noted": FIRST["adopted_on"].replace("12", "11")},
        "is before version 2027-01 was adopted",
    ),
    "a day that is still to come": ({"noted": "2027-06-21"}, "errata.noted: is 2027-06-21, which is still to come"),
    "nothing that it says": ({"says": ""}, "has nothing in it"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_in_the_errata_is_told_in_one_line(what: str, once: Path) -> None:
    change, says = WRONG[what]
    entries = yaml.safe_dump({"errata": [RIGHT | {"noted": DAY.isoformat()} | change]}, sort_keys=False)
    (once / ERRATA).write_text(
        entries.replace("'2027-06-2", "2027-06-2")
        .replace("0'", "0")
        .replace("1'", "1")
        .replace("'2027-01-1", "2027-01-1"),
        "utf-8",
    )
    (line,) = refused(once)
    assert line.startswith(f"{ERRATA}:") and says in line


def test_a_role_that_no_adopted_word_names_can_be_called_anything(once: Path) -> None:
    edit(once, FACTS, "called: form tutor", "called: mentor")
    site = load(once)
    assert unexplained(site) == [] and site.standing.stage == "in-force"


def test_a_role_in_adopted_words_is_told_before_and_its_reason_is_enough(once: Path) -> None:
    edit(once, FACTS, "called: principal", "called: head of school")
    site = load(once)
    (said,) = unexplained(site)
    clause = next(clause.id for clause in site.policy.clauses.values() if "head of school" in clause.text)
    line = str(said)
    assert line.startswith(f"{FACTS}:") and "version 2027-01 says 'principal'" in line and clause in line
    with pytest.raises(Mistakes, match="version 2027-01 says 'principal'"):
        adopt(once, FIRST | {"label": "2027-06", "adopted_on": "2027-06-15", "in_force_from": "2027-06-15"}, DAY)
    entry("changes", clause, {"kind": "reworded", "why": "The school calls them so now."})(once)
    assert unexplained(load(once)) == []


def test_a_letter_that_was_changed_with_its_clause_waits_and_one_as_it_was_does_not(once: Path) -> None:
    edit(once, POLICY, "Writing a letter that asks", "Writing a second letter that asks")
    edit(once, POLICY, "The school will usually ask", "The school must ask")
    edit(once, "docs/letters/come-in.md", "will usually ask", "must ask")
    as_it_was = built(once, DAY).html("letters/last-word/")
    assert as_it_was.all(".//*[@data-words]") and not as_it_was.main.findall("div[@class='ps-status']")
    edit(once, "docs/letters/last-word.md", "Dear [family]", "Dear family")
    site = built(once, DAY)
    waits, shown = (site.html(f"letters/{name}/") for name in ("last-word", "come-in"))
    assert not waits.all(".//*[@data-words]")
    assert "Rule 5.3" in text(waits.main.find("div[@class='ps-status']"))
    assert shown.all(".//*[@data-words]")
    (link,) = shown.main.find("div[@class='ps-status ps-before-letter']").iter("a")
    assert link.get("href") == "../../policy/versions/2027-01/#talk-first"


def test_a_definition_asks_for_its_reason_unless_a_clause_gives_it(once: Path) -> None:
    edit(once, TERMS, "A place online where people share", "Any place where people share")
    assert [mistake.text.partition(";")[0] for mistake in unexplained(load(once))] == [
        "says no reason why the definition 'network' changed"
    ]
    entry("definitions", "network", "It is not only online.")(once)
    assert unexplained(load(once)) == []
    entry("definitions", "grudge", "So.")(once)
    assert ["has not" in mistake.text for mistake in unexplained(load(once))] == [True]
    edit(once, POLICY, "it means anyone who looks after a pupil", "it means anyone who cares for a pupil")
    about = {mistake.text.partition(";")[0] for mistake in unexplained(load(once))}
    assert "says no reason why 'who-counts' is reworded" in about and "family" not in " ".join(about)
    assert (once / WHY).is_file()
