"""The kinds of entry that shared files are made of, each refusing what an editor did not mean."""

import re
from types import MappingProxyType
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer

from macros.reading.templates import MACRO, OTHER, SHAPES, in_braces

BRACES = re.compile(r"\{[^{}]*\}|[{}]")  # with what stands in them
ATTRIBUTES = re.compile(r"\{[^{}%]*=[^{}]*\}")  # of HTML, as Markdown takes them: { onclick="…" }
NO_MACRO = "no macro can stand here; write plain words"


class Model(BaseModel):
    """An entry of a shared file: frozen, no unknown keys, no silent change of type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


K = TypeVar("K")
V = TypeVar("V")


def _not_blank(words: str) -> str:
    if not words.strip():
        raise ValueError("has nothing in it; fill it in, or take the line out")
    return words


def _without_attributes(words: str) -> str:
    if found := ATTRIBUTES.search(words):
        raise ValueError(f"has {found[0]} in it, which would become HTML; take it out")
    return words


def _without_macros(words: str) -> str:
    if "{{" in words or "{%" in words:
        raise ValueError(NO_MACRO)
    return words


def _without_macros_but_places(words: str) -> str:
    if "{%" in words or "{#" in words or MACRO in in_braces(words):
        raise ValueError(NO_MACRO)
    return words


def _without_places(words: str) -> str:
    if names := in_braces(words) - {MACRO, OTHER}:
        raise ValueError(f"has {{{{ {min(names)} }}}} in it; {SHAPES}, so write it like one of these")
    return words


SIGNS = re.compile(
    r"[\\`*_\[\]{}|]|^\s*(?:[#>+-]|\d+[.)])(?=\s)", re.MULTILINE
)  # what Markdown would not show as typed


def not_as_typed(words: str) -> str | None:
    """What to say of the first sign that Markdown would take for more than itself; None of plain words."""
    if found := SIGNS.search(words):
        return f"has '{found[0].strip()}' in it, which would not be shown as it is typed; write plain words"
    return None


def _without_signs(words: str) -> str:
    if wrong := not_as_typed(words):
        raise ValueError(wrong)
    return words


def _without_signs_but_places(words: str) -> str:
    _without_signs(BRACES.sub("", words))
    return words


def _thawed(value: object) -> object:
    """Frozen mappings as dictionaries, which can be written out."""
    return {key: _thawed(inner) for key, inner in value.items()} if isinstance(value, MappingProxyType) else value


Passage = Annotated[  # words in Markdown, with macros and places to fill in
    str, AfterValidator(_not_blank), AfterValidator(_without_attributes)
]
Text = Annotated[Passage, AfterValidator(_without_places)]  # words in Markdown, with macros
Marked = Annotated[Passage, AfterValidator(_without_macros)]  # the same without macros, or escaped where it is shown
Words = Annotated[Marked, AfterValidator(_without_signs)]  # plain words, shown as they stand
Sentence = Annotated[  # plain words with places to fill in
    Passage, AfterValidator(_without_macros_but_places), AfterValidator(_without_signs_but_places)
]
Entries = Annotated[  # a mapping that nothing can change afterwards
    dict[K, V], AfterValidator(MappingProxyType), PlainSerializer(_thawed)
]


def written_like(pattern: str, like: str) -> AfterValidator:
    """Refuses words that do not match the whole pattern; the message says what they should be like."""

    def check(words: str) -> str:
        if not re.fullmatch(pattern, words):
            raise ValueError(f"is '{words}'; it should be {like}")
        return words

    return AfterValidator(check)


def at_most(characters: int) -> AfterValidator:
    """Refuses words that are longer."""

    def check(words: str) -> str:
        if len(words) > characters:
            raise ValueError(f"has {len(words)} characters; {characters} is the most")
        return words

    return AfterValidator(check)


def with_places(*names: str) -> AfterValidator:
    """Refuses words whose places to fill in, such as '{{ number }}', are not exactly these."""

    def check(words: str) -> str:
        if in_braces(words) - {MACRO} != {*names}:
            places = " and ".join(f"{{{{ {name} }}}}" for name in names)
            raise ValueError(f"must have {places} in it, and no other place to fill in")
        return words

    return AfterValidator(check)
