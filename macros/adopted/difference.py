"""What is different between two texts, word by word."""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

DUTY = re.compile(
    r"\b(must not|must|should not|should|may not|may|might|cannot|can|will not|will always|will usually|will consider"
    r"|will|is expected|are expected|expected|is required|required|please)\b"
)
NUMBER = re.compile(r"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")


@dataclass(frozen=True)
class Piece:
    """Some words. mark: 'same', or 'out' (only in the old text), or 'in' (only in the new one)."""

    mark: str
    words: str


def difference(was: str, now: str) -> tuple[Piece, ...]:
    """Two texts as pieces in order, word by word; white space does not count."""
    before, after = was.split(), now.split()
    pieces: list[tuple[str, list[str]]] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        pieces += [("same", before[a:b])] if tag == "equal" else [("out", before[a:b]), ("in", after[c:d])]
    return tuple(Piece(mark, " ".join(words)) for mark, words in pieces if words)


def exchanged(pattern: re.Pattern[str], was: str, now: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What `pattern` finds in small letters that was taken out, and what was put in."""
    before, after = (Counter(pattern.findall(text.lower())) for text in (was, now))
    return tuple((before - after).elements()), tuple((after - before).elements())
