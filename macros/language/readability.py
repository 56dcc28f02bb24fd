"""How easily the words read: a reading age for each page, long sentences and hard words with their place.

Reckoned from the words as they are typed: a sentence stands on one line, so a long one is named with its line.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from unicodedata import normalize

from macros.policy.history import shortened
from macros.reading.entries import Written
from macros.reading.mistakes import Mistake
from macros.shared.front_matter import ClauseRecord
from macros.shared.now import Now
from macros.shared.pages import Page

LONG = 25  # words; a longer sentence is listed
HARD = 4  # syllables; a longer word is listed, unless the school's words cannot do without it
AIM = 11  # years; the reading age that guidance keeps to
SLOW_AIM = 9  # years; the reading age of what is said for those who read slowly, or in danger
FEWEST = 50  # words; in fewer, one of five syllables makes a year's difference (11.8 * 4 / 50), which says nothing
NO_WORDS = re.compile(r"https?://\S+|\{\s*[:#.][^}]*\}|<[^>]*>|[*_`|]|^#+ ")
CALL = re.compile(r"""\{\{\s*(\w+)(?:\(([^)]*)\))?\s*\}\}""")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?")
KEY = re.compile(r"""^\s*(?:- )?(?:["'\w-]+):\s*(?:[>|][-+]?\s*$)?""")  # of YAML
NOT_SAID = re.compile(  # remarks, and entries that nobody reads
    r"^\s*(#|(?:- )?(?:leads_to|talk_to|source|address|checked|again|sure|kind|under|scripts|added|step|contact"
    r"|asks_parents|clause|key):)"
)
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'-])*")
SHARED_WORDS = ("now", "routes", "self-check", "steps", "terms", "notes")


@dataclass(frozen=True)
class Line:
    """Some words as a reader meets them. file, line: where they stand."""

    file: str
    line: int
    words: str

    @property
    def sentences(self) -> list[str]:
        return [sentence for sentence in re.split(r"(?<=[.?!:])\s+", self.words) if WORD.search(sentence)]

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def lines(text: str, file: str) -> Iterator[Line]:
    """The words of a file, line by line, since a sentence stands on one line."""
    yaml = not file.endswith(".md")
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() == "---" and not file.endswith(".yml"):
            yaml = number == 1
        elif not (yaml and NOT_SAID.match(line)):
            words = _said(KEY.sub("", line) if yaml else line)
            if WORD.search(words):
                yield Line(file, number, words)


def _said(line: str) -> str:
    """A line without what is not read: macros by their words, links by theirs."""

    def called(match: re.Match[str]) -> str:
        words = re.findall(r'"([^"]*)"', match[2] or "")
        short = {"term": words[0].replace("-", " ") if words else "", "see": "clause one", "route": "somebody"}
        return words[1] if len(words) > 1 and match[1] in (*short, "section") else short.get(match[1], "")

    line = LINK.sub(r"\1", re.sub(r"\{\{\s*school\.(\w+)\s*\}\}", lambda match: match[1].replace("_", " "), line))
    return " ".join(NO_WORDS.sub("", CALL.sub(called, line)).strip(" -\"'").split())


def syllables(word: str) -> int:
    """About how many: groups of vowels, without a silent e at the end."""
    word = re.sub(r"[^a-z]", "", normalize("NFKD", word.lower()))
    groups = len(re.findall(r"[aeiouy]+", word))
    return max(1, groups - (word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1))


def reading_age(found: Iterable[Line]) -> float:
    """Years: the Flesch-Kincaid grade and five.

    Source: Kincaid and others, 1975: 0.39 words a sentence and 11.8 syllables a word, less 15.59.
    """
    sentences = [WORD.findall(sentence) for line in found for sentence in line.sentences]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59 + 5


def too_hard(pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Pages of guidance that read harder than AIM, each at its sentence with the most syllables; none of few words."""
    for page in (page for page in pages.values() if page.is_guidance):
        found = list(lines(page.text, page.name))
        if sum(len(WORD.findall(line.words)) for line in found) >= FEWEST and (age := reading_age(found)) > AIM:
            sentences = [(line, sentence) for line in found for sentence in line.sentences]
            line, hardest = max(sentences, key=lambda entry: sum(map(syllables, WORD.findall(entry[1]))))
            text = f"this page reads at {age:.1f} years, and {AIM} is the most"
            yield Mistake(line.file, line.line, f"{text}; shorten this sentence: {shortened(hardest)}")


def too_hard_for_slow_readers(pages: Mapping[str, Page], now: Now) -> Iterator[Mistake]:
    """A clause put in plain words, and what to do now, where they read harder than SLOW_AIM."""
    for record in (page.record for page in pages.values() if isinstance(page.record, ClauseRecord)):
        yield from _slow(record.plain or "", record, "plain")
    for key, it in now.situations.items():
        yield from _slow(f"{it.title}\n{it.first}\n{it.say}", now, "situations", key)


def _slow(words: str, file: Written, *place: str) -> Iterator[Mistake]:
    if (age := reading_age(lines(words, "words.md"))) > SLOW_AIM:
        yield file.wrong(f"reads at {age:.1f} years, and {SLOW_AIM} is the most; use shorter words", *place)


def by_file(texts: Mapping[str, str]) -> dict[str, list[Line]]:
    """Every file with words for parents, and its lines."""
    shared = [f"docs/_shared/{stem}.yml" for stem in SHARED_WORDS]
    found = {name: [*lines(text, name)] for name, text in texts.items() if name.endswith(".md") or name in shared}
    return {name: said for name, said in found.items() if said}


def long_sentences(found: Iterable[Line]) -> Iterator[str]:
    """Each sentence of more than LONG words, with its place."""
    for line, sentence in ((entry, sentence) for entry in found for sentence in entry.sentences):
        if (count := len(WORD.findall(sentence))) > LONG:
            yield f"{line}: {count} words: {sentence[:70]}…"


def hard_words(files: Mapping[str, list[Line]], needed: Collection[str]) -> Iterator[str]:
    """Each hard word once, with how often and where first."""
    places: dict[str, list[Line]] = {}
    for line in chain.from_iterable(files.values()):
        for word in WORD.findall(line.words.lower()):
            if syllables(word) >= HARD and word not in needed:
                places.setdefault(word, []).append(line)
    for word, where in sorted(places.items(), key=lambda entry: -len(entry[1])):
        yield f"{where[0]}: {word} ({len(where)})"
