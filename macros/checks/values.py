"""What cannot be although each entry by itself could: on the day of the build, and beside the others of its kind."""

import datetime
from collections.abc import Iterable, Iterator

from macros.adopted.versions import Version
from macros.policy.history import FOLDER
from macros.reading.entries import Written
from macros.reading.mistakes import Mistake
from macros.shared.routes import Routes
from macros.shared.terms import Terms
from macros.values.days import wrong_on
from macros.values.names import LARGEST, OLDEST
from macros.values.once import twice


def on_the_day(entries: Iterable[Written], today: datetime.date) -> Iterator[Mistake]:
    """Days that are compared with today, in shared files and in records of pages."""
    for file in entries:
        for said, place in wrong_on(today, file) if file.whole else ():
            yield file.wrong(said, *place)


def adopted(versions: tuple[Version, ...], today: datetime.date) -> Iterator[Mistake]:
    """The same of adopted versions, which never change."""
    for version in versions:
        for said, (field, *_) in wrong_on(today, version):
            wrong = (
                f"{field}: {said.partition(';')[0]}; adopt it on the day or after it, or put right TODAY, or the clock"
            )
            yield Mistake(f"{FOLDER}/{version.label}.json", 0, wrong)


def ages(terms: Terms) -> Iterator[Mistake]:
    """Figures that are too large, or called an age and are none."""
    for key, figure in terms.figures.items():
        most = OLDEST if "age" in key.split("-") else LARGEST
        if figure > most:
            yield terms.wrong(f"is {figure}; it should be a number of 0 to {most}", "figures", key)


def alike(entries: Iterable[Written], routes: Routes | None = None) -> Iterator[Mistake]:
    """Two of a kind that are shown under the same words. routes: with the school's facts."""
    for typed in entries:
        file = routes if routes and typed.file == routes.file else typed
        yield from (file.wrong(said, *place) for said, place in twice(file))
