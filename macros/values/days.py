"""Days and months of this century, and those that are compared with the day of the build."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel

from macros.reading.kinds import written_like
from macros.reading.mistakes import Place

CENTURY = range(2000, 2100)
MONTH = r"20[0-9]{2}-(0[1-9]|1[0-2])"


def _this_century(day: datetime.date) -> datetime.date:
    if day.year not in CENTURY:
        raise ValueError(f"is {day}; it should be a day of the years 2000 to 2099, such as 2025-02-01")
    return day


@dataclass(frozen=True)
class Compared:
    """Marks an entry that is compared with the day of the build. wrong: what to say of it on a day, if anything."""

    wrong: Callable[[Any, datetime.date], str | None]


def _still_to_come(value: datetime.date | str, today: datetime.date) -> str | None:
    """What to say of a day, or of a month, that cannot have been."""
    now = today if isinstance(value, datetime.date) else f"{today:%Y-%m}"
    if value <= now:  # type: ignore[operator]  # of one kind, both of them
        return None
    what = "day" if isinstance(value, datetime.date) else "month"
    return f"is {value}, which is still to come; put in the {what} on which it was, {now} or before"


def _far_ahead(day: datetime.date, today: datetime.date) -> str | None:
    """What to say of an end more than a year ahead. Source: RFC 9116, section 2.5.5, which recommends less."""
    last = today + datetime.timedelta(days=364)
    return None if day <= last else f"is {day}; it should be less than a year ahead: {last} or before"


Day = Annotated[datetime.date, AfterValidator(_this_century)]
Past = Annotated[Day, Compared(_still_to_come)]  # on which something was
WithinAYear = Annotated[Day, Compared(_far_ahead)]
Month = Annotated[str, written_like(MONTH, 'a year and month such as "2028-02", in quotes')]
PastMonth = Annotated[
    str, written_like(MONTH, 'a year and month such as "2026-02", in quotes'), Compared(_still_to_come)
]


def wrong_on(day: datetime.date, value: Any, place: Place = ()) -> Iterator[tuple[str, Place]]:
    """What is wrong with an entry, and with all inside it, on the day of the build, and where."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            inner, here = getattr(value, name), (*place, field.alias or name)
            marks = (*field.metadata, *(mark for kind in get_args(field.annotation) for mark in get_args(kind)[1:]))
            told = (mark.wrong(inner, day) for mark in marks if isinstance(mark, Compared) and inner is not None)
            yield from ((said, here) for said in told if said)
            yield from wrong_on(day, inner, here)
    elif isinstance(value, Mapping | tuple):
        for key, inner in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from wrong_on(day, inner, (*place, key))
