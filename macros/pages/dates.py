"""Dates in words."""

import datetime
from collections.abc import Sequence


def month(months: Sequence[str], when: str) -> str:
    """'November 2026' of a year and month, such as '2026-11'. months: their twelve names."""
    year, number = when.split("-")
    return f"{months[int(number) - 1]} {year}"


def day(months: Sequence[str], date: datetime.date) -> str:
    """'22 November 2026'. months: their twelve names."""
    return f"{date.day} {months[date.month - 1]} {date.year}"
