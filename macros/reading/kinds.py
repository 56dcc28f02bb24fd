"""The kinds of entry that shared files are made of, each refusing what an editor did not mean; refusals.py says why."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer

from macros.reading.refusals import ATTRIBUTES, BLANK, CODE, HEADING, MACRO, PLACE, SIGNS
from macros.reading.templates import CALL, OTHER, SHAPES, in_braces

K = TypeVar("K")
V = TypeVar("V")
MOST = 200  # entries beside one another, or in a list
LONGEST, LONGEST_PASSAGE = 1_000, 20_000  # characters of plain words, and of Markdown
NO_MACRO = "no macro can stand here; write plain words"


class Model(BaseModel):
    """An entry of a shared file: frozen, no unknown keys, no silent change of type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def not_as_typed(words: str) -> str | None:
    """What to say of the first sign that Markdown would take for more than itself; None of plain words."""
    if found := SIGNS.search(words):
        return f"has '{found[0].strip()}' in it, which would not be shown as it is typed; write plain words"
    return None


def refusing(wrong: Callable[[str], str | None]) -> AfterValidator:
    """Refuses words of which there is something wrong to say."""

    def check(words: str) -> str:
        if said := wrong(words):
            raise ValueError(said)
        return words

    return AfterValidator(check)


def _without(pattern: re.Pattern[str], says: str) -> AfterValidator:
    """Refuses words that have it; '{}' in what it says is what was found."""
    return refusing(lambda words: says.format(found[0]) if (found := pattern.search(words)) else None)


def written_like(pattern: str, like: str) -> AfterValidator:
    """Refuses words that do not match the whole pattern; the message says what they should be like."""
    return refusing(lambda words: None if re.fullmatch(pattern, words) else f"is '{words}'; it should be {like}")


def at_most(most: int) -> AfterValidator:
    """Refuses words that have more characters."""
    return refusing(lambda words: f"has {len(words)} characters; {most} is the most" if len(words) > most else None)


def with_keys(*keys: str) -> AfterValidator:
    """Refuses entries that do not have just these keys."""

    def check(entries: Mapping[str, V]) -> Mapping[str, V]:
        if entries.keys() != {*keys}:
            raise ValueError(f"must have {', '.join(keys)}, and no others")
        return entries

    return AfterValidator(check)


def with_places(*names: str) -> AfterValidator:
    """Refuses words whose places to fill in, such as '{{ number }}', are not exactly these."""
    places = " and ".join(f"{{{{ {name} }}}}" for name in names)
    says = f"must have {places} in it, and no other place to fill in"
    return refusing(lambda words: None if in_braces(words) - {CALL} == {*names} else says)


def _place(words: str) -> str | None:
    """What to say of a place to fill in."""
    if names := in_braces(words) - {CALL, OTHER}:
        return f"has {{{{ {min(names)} }}}} in it; {SHAPES}, so write it like one of these"
    return None


def _more_than_places(words: str) -> str | None:
    """What to say of macros, and of Markdown's signs; with_places() looks at the places themselves."""
    if "{%" in words or "{#" in words or CALL in in_braces(words):
        return NO_MACRO
    return not_as_typed(PLACE.sub("", words))


def _thawed(value: object) -> object:
    """Frozen mappings as dictionaries, which can be written out."""
    return {key: _thawed(inner) for key, inner in value.items()} if isinstance(value, MappingProxyType) else value


Passage = Annotated[  # words in Markdown, with macros and places to fill in
    str,
    _without(BLANK, "has nothing in it; fill it in, or take the line out"),
    refusing(lambda words: None if any(map(str.isalnum, words)) else "has no letter in it; write it in words"),
    at_most(LONGEST_PASSAGE),
    _without(CODE, "has '{}' in it, which would not be shown as it is typed; write plain words"),
    _without(HEADING, "has '{}' in it, which begins a heading; write plain words"),
    _without(ATTRIBUTES, "has {} in it, which would become HTML; take it out"),
]
Text = Annotated[Passage, refusing(_place)]  # the same without places
Marked = Annotated[Passage, _without(MACRO, NO_MACRO)]  # without macros too, or escaped where it is shown
Words = Annotated[Marked, refusing(not_as_typed), at_most(LONGEST)]  # plain words, shown as typed
Sentence = Annotated[Passage, refusing(_more_than_places), at_most(LONGEST)]  # plain words with places to fill in
Several = Annotated[tuple[V, ...], Field(max_length=MOST)]  # a list that nothing can change afterwards
Entries = Annotated[  # a mapping likewise
    dict[K, V], Field(max_length=MOST), AfterValidator(MappingProxyType), PlainSerializer(_thawed)
]
