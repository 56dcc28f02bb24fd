"""What a page can name as the source of a fact."""

from collections.abc import Mapping
from typing import NamedTuple

from macros.shared.school import School
from macros.shared.sources import Source


class Cited(NamedTuple):
    """A source as a page lists it. checked: year and month, such as '2026-11'."""

    title: str
    address: str | None
    checked: str


def citable(sources: Mapping[str, Source], school: School) -> dict[str, Cited]:
    """Every source by its key, with those that say how the school's council is reached, where the school has given them."""
    found = {key: Cited(source.title, source.address, source.checked) for key, source in sources.items()}
    areas = {"school-lado": school.lado, "school-childrens-services": school.childrens_services}
    return found | {key: Cited(area.source, None, area.checked) for key, area in areas.items() if area}
