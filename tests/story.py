"""Two years of a school, acted with the commands that docs/governors/ names: python -m tests.story FOLDER tells them.

What GitHub does, a branch and its merge stand for; that its buttons do the same could not be tried.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from macros.adopted.owned import ERRATA
from macros.checks.load import load
from macros.commands import check, clauses
from macros.commands.adopt import adopt, said
from macros.commands.review import review
from macros.policy.plain import plain
from macros.reading.mistakes import Mistakes
from tests import projects
from tests.projects import POLICY, TERMS, WHY, edited
from tests.site import Built, built

FIRST = projects.FIRST
SECOND = projects.SECOND
URGENT = SECOND | {
    "label": "2027-06-urgent",
    "adopted_on": "2027-06-28",
    "minute": "44/27",
    "in_force_from": "2027-07-01",
    "review_due": "2028-06-15",
}
AGAIN = URGENT | {
    "label": "2028-07",
    "adopted_on": "2028-07-04",
    "minute": "50/28",
    "in_force_from": "2028-07-05",
    "review_due": "2029-07-04",
}


@dataclass
class School:
    """The frozen school in a repository, on one day after another. told: what was done, and what was answered."""

    root: Path
    told: list[str] = field(default_factory=list)
    day: date = date(2027, 1, 5)

    def tell(self, words: str) -> None:
        self.told.append(f"{self.day}  {words.strip()}")

    @contextmanager
    def on(self, day: str) -> Iterator[None]:
        """What is done on a day."""
        self.day, before = date.fromisoformat(day), os.environ.get("TODAY")
        os.environ["TODAY"] = day
        yield
        os.environ.pop("TODAY") if before is None else os.environ.update(TODAY=before)

    def git(self, *words: str) -> None:
        who = ("-c", "user.name=A governor", "-c", "user.email=governor@northgate.example")
        subprocess.run(["git", "-C", self.root, *who, *words], check=True, capture_output=True)

    def check(self) -> str:
        """What `make check` says, and so whether a change can be accepted."""
        with TemporaryDirectory() as scratch:
            try:
                check.check(self.root, Path(scratch))
            except Mistakes as refused:
                return "\n".join(map(str, refused.mistakes))
        return ""

    def propose(self, name: str, *edits: projects.Edit) -> str:
        """A change on a branch of its own; gives what the check says of it."""
        self.git("switch", "--quiet", "--create", name, "main")
        for change in edits:
            change(self.root)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", name)
        refused = self.check()
        self.tell(f"proposed: {name}. The check says: {refused or 'nothing wrong'}")
        self.git("switch", "--quiet", "main")
        return refused

    def accept(self, name: str) -> None:
        """The merge of a proposal."""
        self.git("merge", "--quiet", "--no-ff", "--message", f"accept {name}", name)
        self.tell(f"accepted: {name}")

    def refuse(self, name: str) -> None:
        self.git("branch", "--quiet", "-D", name)
        self.tell(f"refused, and closed: {name}")

    def adopt(self, record: dict[str, str]) -> str:
        """The clerk's form, and the merge of what comes of it; gives what the pull request says."""
        adopt(self.root, record, self.day)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", f"words: version {record['label']} is adopted")
        request = said(load(self.root))
        self.tell(f"adopted: {request.strip()}")
        return request

    def site(self, folder: Path) -> Built:
        """The site as it is built on this day."""
        site = built(self.root, self.day, folder)
        self.tell(f"the site says: {plain(site.register().show('status-line.md'))}")
        return site


def because(kind: str, why: str) -> dict[str, str]:
    """What stands in changes.yml for a clause."""
    return {"kind": kind, "why": why}


def entry(part: str, key: str, value: object) -> projects.Edit:
    """One more line in changes.yml."""

    def change(root: Path) -> None:
        entries = yaml.safe_load((root / WHY).read_text("utf-8"))
        projects.write(root, WHY, {**entries, part: {**entries[part], key: value}})

    return change


def erratum(version: str, noted: str, says: str) -> projects.Edit:
    """One more line in errata.yml."""

    def change(root: Path) -> None:
        entries = yaml.safe_load((root / ERRATA).read_text("utf-8"))
        entries["errata"].append({"version": version, "noted": date.fromisoformat(noted), "says": says})
        projects.write(root, ERRATA, entries)

    return change


def act(folder: Path) -> tuple[School, dict[str, Built]]:
    """Both years; gives the site as it was built on some days."""
    school, sites = School(projects.bare(folder / "school")), dict[str, Built]()
    for command in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "--all"],
        ["commit", "--quiet", "-m", "draft"],
    ):
        school.git(*command)
    for day, chapter in CHAPTERS.items():
        with school.on(day):
            chapter(school)
            sites[day] = school.site(folder / f"site-{day}")
    return school, sites


def three_proposals_of_which_one_is_refused(school: School) -> None:
    school.propose("gentler", edited(POLICY, "who works at", "who works or helps at"))
    school.propose("clearer", edited(TERMS, "A place online where people share", "Any place online where people share"))
    school.propose("stricter", edited(POLICY, "The school will usually ask", "The school must ask"))
    school.accept("gentler")
    school.accept("clearer")
    school.refuse("stricter")


def the_first_version_is_adopted(school: School) -> None:
    school.adopt(FIRST)


def it_has_begun(school: School) -> None:
    pass


def a_wrong_minute_is_put_right(school: School) -> None:
    school.propose("minute", erratum("2027-01", "2027-03-02", "The number of the minute is 8/27 and not 7/27."))
    school.accept("minute")


def words_change_with_their_reasons(school: School) -> None:
    """A definition, a clause, and an example that the check asks about: it is withdrawn in one command."""
    networks = edited(TERMS, "Any place online where people share", "A chat or a place online where people share")
    school.propose("networks-without-reason", networks)
    school.refuse("networks-without-reason")
    school.propose("networks", networks, entry("definitions", "network", "Families asked whether a chat counts."))
    school.accept("networks")
    firmer = edited(POLICY, "The school will usually ask", "The school will always ask")
    school.propose("firmer", firmer, entry("changes", "talk-first", because("reworded", "So that all are heard.")))
    school.accept("firmer")
    withdrawn = partial(clauses.withdraw, id="rumours", now_see="insults", day=school.day)
    school.propose(
        "rumours", withdrawn, entry("changes", "rumours", because("withdrawn", "Nobody could say what one is."))
    )
    school.accept("rumours")


def the_second_version_is_adopted_for_a_later_day(school: School) -> None:
    school.adopt(SECOND)


def something_urgent_takes_its_place(school: School) -> None:
    urgent = edited(POLICY, "Insulting anyone", "Insulting or threatening anyone")
    school.propose("urgent", urgent, entry("changes", "insults", because("reworded", "After what happened in June.")))
    school.accept("urgent")
    school.adopt(URGENT)


def the_review_is_overdue(school: School) -> None:
    school.tell(f"the reminder says: {review(load(school.root), school.day)}")


def the_same_words_are_adopted_again(school: School) -> None:
    school.adopt(AGAIN)


CHAPTERS = {
    "2027-01-05": three_proposals_of_which_one_is_refused,
    "2027-01-12": the_first_version_is_adopted,
    "2027-02-01": it_has_begun,
    "2027-03-02": a_wrong_minute_is_put_right,
    "2027-05-10": words_change_with_their_reasons,
    "2027-06-20": the_second_version_is_adopted_for_a_later_day,
    "2027-06-28": something_urgent_takes_its_place,
    "2027-07-02": it_has_begun,
    "2028-06-20": the_review_is_overdue,
    "2028-07-04": the_same_words_are_adopted_again,
    "2028-07-06": it_has_begun,
}


def main() -> None:
    with TemporaryDirectory() as folder:
        school, _ = act(Path(sys.argv[1] if len(sys.argv) > 1 else folder))
    print(*school.told, sep="\n")


if __name__ == "__main__":
    main()
