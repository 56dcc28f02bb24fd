"""Names that have to differ, so that people can tell pages, and the parts of a page, from one another."""

from collections.abc import Iterator, Mapping

from macros.reading.mistakes import Mistake
from macros.shared.pages import Page
from macros.shared.wording import Wording

NAVIGATION = (  # what a screen reader calls each list of links
    ("frame", "places"),
    ("frame", "about"),
    ("frame", "you_are_here"),
    ("frame", "contents"),
    ("not_found", "places"),
)
TELL_APART = "as well; write another, so that people can tell the two apart"


def check(pages: Mapping[str, Page], wording: Wording) -> Iterator[Mistake]:
    """Titles and descriptions that two pages share, and names that two lists of links share."""
    titles, descriptions = {_plain(wording.not_found.title): wording.file}, {"": ""}
    for page in pages.values():
        for entry, seen in (("title", titles), ("description", descriptions)):
            words = getattr(page.record, entry, "")
            first = seen.setdefault(_plain(words), page.name)
            if words and first != page.name:
                yield page.record.mistake(f"{entry}: '{words}' is that of {first} {TELL_APART}", entry)
    lists: dict[str, tuple[str, str]] = {}
    for place in NAVIGATION:
        words = getattr(getattr(wording, place[0]), place[1])
        other = lists.setdefault(_plain(words), place)
        if words and other != place:
            yield wording.mistake(f"{'.'.join(place)}: '{words}' is that of {'.'.join(other)} {TELL_APART}", *place)


def _plain(words: str) -> str:
    """Words without what nobody hears: capital letters, white space, and which quotation marks were typed."""
    return " ".join(words.lower().replace("’", "'").split())
