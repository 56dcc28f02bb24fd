"""Which of the versions are this school's own, and what was put right beside them: docs/_versions/errata.yml."""

from collections.abc import Collection, Iterator, Sequence
from typing import Annotated

from macros.adopted.versions import Label, Version
from macros.policy.history import FOLDER
from macros.reading.entries import SHARED, Written, parse
from macros.reading.kinds import Model, Several, Words, at_most
from macros.reading.mistakes import Mistake, known
from macros.shared.school import School
from macros.values.days import Past

ERRATA = f"{FOLDER}/errata.yml"


class Erratum(Model):
    """What is wrong in the record of a version, put right beside it. noted: the day on which it was."""

    version: Label
    noted: Past
    says: Annotated[Words, at_most(300)]


class Errata(Written):
    """errata.yml, which only grows: the records themselves never change."""

    errata: Several[Erratum]


def of_school(versions: Sequence[Version], school: School | None) -> tuple[Version, ...]:
    """Those that a school adopted, under the name that it has or had; all of them where it is not known."""
    names = {*map(spelt, (school.name, *school.formerly))} if school else set()
    return tuple(version for version in versions if not school or spelt(version.facts["name"]) in names)


def spelt(name: str) -> str:
    """A school's name by its letters alone, so that a comma or an apostrophe makes no other school of it."""
    return "".join(filter(str.isalnum, name.lower()))


def of_others(school: School, every_version: tuple[Version, ...], versions: tuple[Version, ...]) -> Iterator[Mistake]:
    """Versions of another school alone, where neither other details are given nor another name of this one."""
    others = [] if versions or "formerly" in school.model_fields_set else every_version
    if others and school.file == f"{SHARED}/school.yml":
        whose, labels = others[-1].facts["name"], known(version.label for version in others)
        files = " and ".join(f"{FOLDER}/{version.label}.json with docs/{version.page}" for version in others)
        text = f"'{school.name}' has not adopted {labels}, but '{whose}' has; if that is its name of before, add"
        remedy = f'formerly: ["{whose}"]; if not, delete {files}; if they are to stay for that school, add formerly: []'
        yield school.mistake(f"name: {text} {remedy}", "name")


def beside_none(errata: Errata, every_version: tuple[Version, ...]) -> Iterator[Mistake]:
    """Entries of errata.yml about a version that is not there, or noted before it was adopted."""
    days = {version.label: version.adopted_on for version in every_version}
    for n, one in enumerate(errata.errata):
        if one.version not in days:
            there = f"there is {known(days)}" if days else "there is none"
            remedy = "put its file back; if it was another school's, take this entry out as well"
            text = f"errata: no version is called '{one.version}' ({there}); {remedy}"
            yield errata.mistake(text, "errata", n, "version")
        elif one in errata.errata[:n]:
            yield errata.mistake("errata: this entry is there twice; take one out", "errata", n)
        elif one.noted < days[one.version]:
            text = f"errata: noted: {one.noted} is before version {one.version} was adopted; put the day of the note"
            yield errata.mistake(text, "errata", n, "noted")


def lost_errata(before: str, after: str, versions: Collection[str]) -> Iterator[Mistake]:
    """What errata.yml has lost of versions that are there. before, after: its text; '' where it was not there."""
    old, new = (parse(text, ERRATA, Errata).errata if text else () for text in (before, after))
    for one in old:
        if one not in new and one.version in versions:
            text = f"an entry on version {one.version} has gone or been changed; put it back, and add another below it"
            yield Mistake(ERRATA, 0, text)
