"""Models walked by what stands in a file: which field a place is, and what an entry was probably meant to be."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Place = tuple[str | int, ...]  # the keys and positions that lead to an entry


@dataclass(frozen=True)
class Unread:
    """What YAML reads as neither words nor a plain number or day, until its model says what it should be.

    typed: as in the file; '' where nothing is. said: what is wrong with it, where no model knows the entry.
    """

    typed: str
    said: str

    def __str__(self) -> str:
        return self.typed


def model_at(model: type[BaseModel], place: Place) -> type[BaseModel] | None:
    """The model of the entry at `place`, found by walking the fields; None where it has none."""
    current: Any = model
    for step in place:
        if isinstance(current, type) and issubclass(current, BaseModel):
            current = field_of(current, str(step)).annotation
        else:
            current = _inner(current)
        current = _unwrap(current)
    return current if isinstance(current, type) and issubclass(current, BaseModel) else None


def field_of(model: type[BaseModel], key: str) -> Any:
    """The field of that name; one that says nothing where there is none."""
    fields = model.model_fields
    return fields.get(key) or next((field for field in fields.values() if field.alias == key), FieldInfo(default=None))


def _unwrap(annotation: Any) -> Any:
    """`X` for `X | None`."""
    options = [a for a in getattr(annotation, "__args__", ()) if a is not type(None)]
    is_optional = type(None) in getattr(annotation, "__args__", ())
    return options[0] if is_optional else annotation


def _inner(annotation: Any) -> Any:
    """`V` for `Mapping[K, V]` and `tuple[V, ...]`."""
    args = [a for a in getattr(annotation, "__args__", ()) if a is not ...]
    return args[-1] if args else annotation


def likely(annotation: Any, data: Any) -> Any:
    """What an entry was probably meant to be: what is right in it, and nothing in the place of what is wrong.

    annotation: a model, or the type of one of its fields. data: as YAML has it.
    So checks that look at other entries need not wait until this one is mended.
    """
    kind = _unwrap(annotation)
    inner = get_args(kind)
    if get_origin(kind) is Annotated:
        return likely(inner[0], data)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _likely_model(kind, data if isinstance(data, dict) else {})
    if get_origin(kind) is dict:
        return {key: likely(inner[1], value) for key, value in data.items()} if isinstance(data, dict) else {}
    if get_origin(kind) is tuple:
        return tuple(likely(inner[0], value) for value in data) if isinstance(data, tuple) else ()
    if get_origin(kind) is Literal:
        return data if data in inner else inner[0]
    return data if isinstance(data, kind) else datetime.date.min if kind is datetime.date else kind()


def _likely_model(model: type[BaseModel], data: Mapping[str, Any]) -> BaseModel:
    fields = {}
    for name, field in model.model_fields.items():
        given = data.get(field.alias or name)
        given = None if isinstance(given, Unread) else given
        fields[name] = field.default if given is None and not field.is_required() else likely(field.annotation, given)
    return model.model_construct(**fields)
