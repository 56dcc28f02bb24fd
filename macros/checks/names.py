"""Names that have to differ, so that people can tell pages, and the parts of a page, from one another."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from macros.reading.entries import Written
from macros.reading.mistakes import Mistake
from macros.shared.front_matter import PageRecord
from macros.shared.pages import Page
from macros.values.once import REMEDY, heard
from macros.wording.whole import Wording

LISTS = ("frame.places", "frame.about", "frame.you_are_here", "frame.contents", "not_found.places")  # of links


def check(pages: Mapping[str, Page], wording: Wording) -> Iterator[Mistake]:
    """Titles and descriptions that two pages share, and names that a screen reader calls two lists of links by."""
    records = [page.record for page in pages.values()]
    titles = [(wording, "not_found.title", wording.file), *((record, "title", record.file) for record in records)]
    others = [(record, "description", record.file) for record in records if isinstance(record, PageRecord)]
    for group in (titles, others, [(wording, place, place) for place in LISTS]):
        yield from _shared(group)


def _shared(names: Iterable[tuple[Written, str, str]]) -> Iterator[Mistake]:
    """Those that were there before. names: the entries, each as what it stands in, its place there, and whose it is."""
    first: dict[str, str] = {}
    for file, place, owner in names:
        words: str = attrgetter(place)(file)
        if words and (other := first.setdefault(heard(words), owner)) != owner:
            yield file.wrong(f"'{words}' is that of {other} as well; {REMEDY}", *place.split("."))
