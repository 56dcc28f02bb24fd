"""Names that have to differ, so that people can tell pages, and the parts of a page, from one another."""

from collections.abc import Iterator, Mapping

from macros.mistakes import Mistake
from macros.shared.pages import Page
from macros.shared.wording import Wording

NAVIGATION = (  # what a screen reader calls each list of links
    ("frame", "places"),
    ("frame", "about"),
    ("frame", "you_are_here"),
    ("frame", "contents"),
    ("not_found", "places"),
)


def check(site: Mapping[str, Page], wording: Wording) -> Iterator[Mistake]:
    """Titles and descriptions that two pages share, and names that two lists of links share."""
    titles, descriptions = {_plain(wording.not_found.title): wording.file}, {}
    for page in site.values():
        for entry, seen in (("title", titles), ("description", descriptions)):
            words = getattr(page.record, entry, "")
            first = seen.setdefault(_plain(words), page.name)
            if words and first != page.name:
                text = f"{entry}: '{words}' is that of {first} as well; write another, so that people can tell the two apart"
                yield page.record.mistake(text, entry)
    seen = {}
    for place in NAVIGATION:
        words = getattr(getattr(wording, place[0]), place[1])
        first = seen.setdefault(_plain(words), place)
        if first != place:
            text = f"{'.'.join(place)}: '{words}' is that of {'.'.join(first)} as well; write another, so that people can tell the two apart"
            yield wording.mistake(text, *place)


def _plain(words: str) -> str:
    """Words without what nobody hears: capital letters, white space, and which quotation marks were typed."""
    return " ".join(words.lower().replace("’", "'").split())
