"""British spelling and plain typing mistakes, by the dictionaries that codespell carries."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from macros.language.readability import WORD, Line, by_file
from macros.reading.mistakes import Mistake
from macros.shared.terms import Plain

DATA = files("codespell_lib") / "data"
BRITISH_TOO = re.compile(  # the list turned round would refuse these, each right here as well, some as another word
    "dialogs?|focus(ed|es)|fulfill|judgments?|license[ds]?|meters?|practices?|programs?|refueled|routing"
    "|stor(y|ies)|writable"
)


@cache
def wrong() -> dict[str, str]:
    """A word in small letters that is wrong here, to what is right; a typing mistake may be put right as in America."""
    british = dict(_pairs("dictionary_en-GB_to_en-US.txt"))
    turned = {there: here for here, there in british.items() if "," not in there and there not in british}
    american = {there: here for there, here in turned.items() if not BRITISH_TOO.fullmatch(there)}
    found = {word: right.rstrip(",") for word, right in (dict(_pairs("dictionary.txt")) | american).items()}
    return {word: american.get(right, right) for word, right in found.items()}


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    for line in (DATA / name).read_text("utf-8").splitlines():
        before, arrow, after = line.partition("->")
        if arrow:
            yield before.lower(), after.split(", ")[0].strip()


def check(texts: Mapping[str, str], plain: Plain) -> Iterator[Mistake]:
    """Words that are misspelt, or spelt as in America, but for those that are allowed. texts: by the file's name."""
    for found in by_file(texts).values():
        yield from misspelt(found, plain.allowed)


def misspelt(found: Iterable[Line], allowed: Iterable[str]) -> Iterator[Mistake]:
    """Those in some lines. allowed: words that pass all the same."""
    right = {word.lower() for word in allowed}
    for line in found:
        for word in WORD.findall(line.words):
            plain = word.lower().replace("’", "'")
            if plain in wrong() and plain not in right:
                text = f"'{word}' should be spelt '{wrong()[plain]}'; or add it to allowed in docs/_shared/plain.yml"
                yield Mistake(line.file, line.line, text)
