"""What somebody types behind a make command, looked at before anything is done with it."""

import re
from collections.abc import Collection, Iterator, Mapping

from macros.reading.mistakes import Mistake, raise_any
from macros.reading.refusals import HTML_TAG, unseen

LINE_END = re.compile(r"[\n\r]")
NOT_TEXT = re.compile("[\ud800-\udfff]")  # how Python hands on a byte that is not UTF-8


def check(typed: Mapping[str, str], lines: Collection[str] = ()) -> None:
    """Raises Mistakes for what cannot be meant. typed: by name. lines: names of what may have several."""
    raise_any(Mistake(name, 0, wrong) for name, words in typed.items() for wrong in _wrong(words, name in lines))


def _wrong(words: str, several: bool) -> Iterator[str]:
    if NOT_TEXT.search(words):
        yield "a character here is not UTF-8; type it anew"
    elif LINE_END.search(words) and not several:
        yield "this has to be one line; take out the line's end"
    elif found := unseen(LINE_END.sub("", words)):
        yield found[1]
    elif HTML_TAG.search(words):
        yield "HTML is not allowed here; take out the '<' or write it in plain words"
