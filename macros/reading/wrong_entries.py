"""What pydantic finds wrong with an entry, said in an editor's words."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from macros.reading.mistakes import Place, known

KEY = "[key]"  # the last step to what is wrong with a key itself, as pydantic has it


def explain(items: Iterable[Any], model: type[BaseModel]) -> Iterator[tuple[Place, str]]:
    """pydantic's errors, each as the entry it is about and what to say of it; a key only misspelt is named once."""
    items = [{**item, "loc": tuple(step for step in item["loc"] if step != KEY)} for item in items]
    missing = [item["loc"] for item in items if item["type"] == "missing"]
    # Lists with a wrong entry, which pydantic does not count.
    lists = {item["loc"][:n] for item in items for n in range(len(item["loc"]))}
    for item in items:
        if item["type"] == "extra_forbidden":
            beside = [place[-1] for place in missing if place[:-1] == item["loc"][:-1]]
            meant = get_close_matches(str(item["loc"][-1]), beside, n=1)
            if meant:
                missing.remove((*item["loc"][:-1], meant[0]))
                where = ".".join(map(str, item["loc"]))
                yield item["loc"], f"{where}: no entry is called '{item['loc'][-1]}'; did you mean '{meant[0]}'?"
                continue
        elif item["type"] == "missing" or (item["type"] == "too_short" and item["loc"] in lists):
            continue
        yield item["loc"], _explain_one(item, model)
    for place in missing:
        text = f"{'.'.join(map(str, place))}: is missing; add a line '{place[-1]}: …'"
        yield place, text


def _explain_one(item: Any, model: type[BaseModel]) -> str:
    """One of pydantic's errors in an editor's words."""
    place: Place = item["loc"]
    where = ".".join(map(str, place))
    key = place[-1] if place else ""
    match item["type"]:
        case "extra_forbidden":
            names = known(_fields_at(model, place[:-1]))
            text = f"{where}: no entry is called '{key}'; here it may be {names}"
        case "string_type" | "int_type" | "bool_type" | "dict_type" | "tuple_type" | "date_type" | "model_type":
            wanted = {
                "string_type": "words; put them in quotes",
                "int_type": "a whole number without quotes",
                "bool_type": "true or false, without quotes",
                "dict_type": "entries, each 'name: …' on an indented line of its own",
                "model_type": "entries, each 'name: …' on an indented line of its own",
                "tuple_type": "a list, each line beginning with '- '",
                "date_type": "a date such as 2026-11-22, without quotes",
            }[item["type"]]
            text = f"{where}: should be {wanted}"
        case "date_parsing" | "date_from_datetime_parsing" | "date_from_datetime_inexact":
            text = f"{where}: is '{item['input']}'; write the day as 2026-11-22"
        case "value_error":
            text = f"{where}: {item['ctx']['error']}" if where else str(item["ctx"]["error"])
        case "too_short":
            text = f"{where}: has too few entries; there should be at least {item['ctx']['min_length']}"
        case "too_long":
            text = f"{where}: has too many entries; there should be at most {item['ctx']['max_length']}"
        case "less_than_equal":
            text = f"{where}: is {item['input']}; {item['ctx']['le']} is the most, so write a smaller number"
        case "literal_error":
            text = f"{where}: is '{item['input']}'; it can be {item['ctx']['expected'].replace(chr(39), '')}"
        case _:
            text = f"{where}: {item['msg'][0].lower()}{item['msg'][1:]}; look at the entries beside it"
    return text


def _fields_at(model: type[BaseModel], place: Place) -> list[str]:
    """The keys that an entry at `place` may have, found by walking the model's own fields."""
    current: Any = model
    for step in place:
        if isinstance(current, type) and issubclass(current, BaseModel):
            current = current.model_fields[str(step)].annotation
        else:
            current = _inner(current)
        current = _unwrap(current)
    return list(current.model_fields) if isinstance(current, type) and issubclass(current, BaseModel) else []


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
        fields[name] = field.default if given is None and not field.is_required() else likely(field.annotation, given)
    return model.model_construct(**fields)
