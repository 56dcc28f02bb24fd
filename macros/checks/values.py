"""Days that cannot have been yet, or are too far ahead, on the day of the build; and ages that nobody has to be."""

import datetime
from collections.abc import Iterable, Iterator

from macros.policy.versions import FOLDER, Version
from macros.reading.entries import Written
from macros.reading.mistakes import Mistake
from macros.shared.terms import Terms
from macros.values.days import wrong_on
from macros.values.names import OLDEST


def on_the_day(entries: Iterable[Written], today: datetime.date) -> Iterator[Mistake]:
    """Days of shared files, and of records of pages, that are compared with today."""
    for file in entries:
        for said, place in wrong_on(today, file) if file.whole else ():
            yield file.wrong(said, *place)


def adopted(versions: tuple[Version, ...], today: datetime.date) -> Iterator[Mistake]:
    """The same of adopted versions, which never change."""
    for version in versions:
        for said, place in wrong_on(today, version):
            where = ".".join(map(str, place))
            yield Mistake(
                f"{FOLDER}/{version.label}.json",
                0,
                f"{where}: {said.partition(';')[0]}; put the day right that the site is built for",
            )


def ages(terms: Terms) -> Iterator[Mistake]:
    """Figures called an age that are none."""
    for key, figure in terms.figures.items():
        if "age" in key.split("-") and figure > OLDEST:
            yield terms.wrong(
                f"is {figure}, and no age in a policy; it should be a number of 0 to {OLDEST}", "figures", key
            )
