"""Words under which one thing alone is shown, so that people can tell two of a kind from one another."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from macros.reading.mistakes import Place

REMEDY = "write another, so that people can tell the two apart"


class Once:
    """Marks words that no other entry of the kind has, or a field whose entries all differ."""


ONCE = Once()


def heard(words: str) -> str:
    """Words as they are heard, however they were typed."""
    return " ".join(words.lower().replace("’", "'").split())


def twice(value: Any, place: Place = ()) -> Iterator[tuple[str, Place]]:
    """What to say of words, inside an entry, that another one has, and where they are."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            inner, here = getattr(value, name), (*place, field.alias or name)
            if ONCE in field.metadata and not isinstance(inner, str):
                yield from _again((words, key, (*here, key)) for key, words in _items(inner))
            yield from twice(inner, here)
    elif isinstance(value, Mapping | tuple):
        entries = [(key, entry) for key, entry in _items(value) if isinstance(entry, BaseModel)]
        names = {
            name for _, entry in entries for name, field in type(entry).model_fields.items() if ONCE in field.metadata
        }
        for name in sorted(names):
            yield from _again((getattr(entry, name), key, (*place, key, name)) for key, entry in entries)
        for key, inner in _items(value):
            yield from twice(inner, (*place, key))


def _items(entries: Any) -> Iterable[tuple[str | int, Any]]:
    return entries.items() if isinstance(entries, Mapping) else enumerate(entries)


def _again(named: Iterable[tuple[str, str | int, Place]]) -> Iterator[tuple[str, Place]]:
    """named: words, with the key of the entry that has them, and where they are."""
    first: dict[str, str | int] = {}
    for words, key, place in named:
        if words and (other := first.setdefault(heard(words), key)) != key:
            whose = f"line {other + 1} of the list" if isinstance(other, int) else other
            yield f"'{words}' is that of {whose} as well; {REMEDY}", place
