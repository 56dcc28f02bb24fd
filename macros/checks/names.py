"""Names that have to differ, so that people can tell pages, and the parts of a page, from one another."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from macros.adopted.versions import Version
from macros.pages.printed import not_printable
from macros.policy.history import FOLDER
from macros.reading.entries import SHARED, Written
from macros.reading.mistakes import Mistake, known
from macros.shared.front_matter import PageRecord
from macros.shared.pages import Page
from macros.shared.school import School
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


def of_others(school: School, every_version: tuple[Version, ...], versions: tuple[Version, ...]) -> Iterator[Mistake]:
    """Versions of another school alone, where neither other details are given nor another name of this one."""
    others = [] if versions or "formerly" in school.model_fields_set else every_version
    if others and not not_printable(school.name) and school.file == f"{SHARED}/school.yml":
        whose, labels = others[-1].facts["name"], known(version.label for version in others)
        files = " and ".join(f"{FOLDER}/{version.label}.json with docs/{version.page}" for version in others)
        text = f"'{school.name}' has not adopted {labels}, but '{whose}' has; if that is its name of before, add"
        remedy = f'formerly: ["{whose}"]; if not, delete {files}; if they are to stay for that school, add formerly: []'
        yield school.mistake(f"name: {text} {remedy}", "name")
