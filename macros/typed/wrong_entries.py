"""What pydantic finds wrong with an entry, said in an editor's words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from macros.typed.models import Place, Unread, field_of, model_at
from macros.typed.slips import quoted, shortened

SHOULD = {
    "string_type": "words; write them behind the colon, in place of the list or the entries",
    "int_type": "a whole number such as 14, without quotes",
    "bool_type": "true or false, without quotes",
    "dict_type": "entries, each 'name: …' on an indented line of its own",
    "model_type": "entries, each 'name: …' on an indented line of its own",
    "tuple_type": "a list, each line beginning with '- '",
    "date_type": "a day such as 2026-11-22, without quotes",
}
IN_QUOTES = ("string_type", "literal_error")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
KEY = "[key]"  # the last step to what is wrong with a key itself, as pydantic has it
OR_OUT = ", or take the line out"


def wrong(model: type[BaseModel], data: Any, typed: Mapping[Place, str]) -> list[Any]:
    """pydantic's errors. typed: what stands in the file in one line, by its place, where that is not words.

    What should be words is tried as such, since in quotes it may still be wrong: then that is said at once.
    """
    errors = _errors(model, data)
    should = {item["loc"]: typed[item["loc"]] for item in errors if item["type"] in IN_QUOTES and item["loc"] in typed}
    again = {item["loc"]: item for item in _errors(model, _with(data, should))} if should else {}
    return [again.get(item["loc"]) or item | {"input": should.get(item["loc"], item["input"])} for item in errors]


def _errors(model: type[BaseModel], data: Any) -> list[Any]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        return [*error.errors()]
    return []


def _with(data: Any, words: Mapping[Place, str], place: Place = ()) -> Any:
    """The data with these words in their places."""
    if place in words:
        return words[place]
    if isinstance(data, dict):
        return {key: _with(value, words, (*place, key)) for key, value in data.items()}
    if isinstance(data, tuple):
        return tuple(_with(value, words, (*place, n)) for n, value in enumerate(data))
    return data


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
    where, given = ".".join(map(str, place)), item["input"]
    key = place[-1] if place else ""
    above = model_at(model, place[:-1])
    needed = above is not None and field_of(above, str(key)).is_required()
    if isinstance(given, Unread) and not given.typed and item["type"] != "extra_forbidden":
        name = next((str(key) for key in reversed(place) if isinstance(key, str)), "")
        return f"'{name}' has nothing in it; fill it in{'' if needed else OR_OUT}"
    match item["type"]:
        case "extra_forbidden":
            names = ", ".join(sorted(above.model_fields if above else ()))
            text = f"{where}: no entry is called '{key}'; here it may be {names}"
        case kind if kind in SHOULD:
            text = f"{where}: {_should(kind, given)}"
        case "value_error":
            said = str(item["ctx"]["error"])
            said = said.removesuffix(OR_OUT) if needed else said  # or else it would be missing
            text = f"{where}: {said}" if where else said
        case "too_short":
            text = f"{where}: has too few entries; there should be at least {item['ctx']['min_length']}"
        case "too_long":
            text = f"{where}: has too many entries; there should be at most {item['ctx']['max_length']}"
        case "less_than_equal":
            text = f"{where}: is {given}; {item['ctx']['le']} is the most, so write a smaller number"
        case "literal_error":
            may = item["ctx"]["expected"].replace("'", "")
            is_now = f"is '{shortened(str(given))}'; it can be" if _is_short(given) else "should be"
            text = f"{where}: {is_now} {may}"
        case _:
            text = f"{where}: {item['msg'][0].lower()}{item['msg'][1:]}; look at the entries beside it"
    return text


def _should(kind: str, given: Any) -> str:
    """What an entry of another kind should be. given: as typed, where it stands in one line."""
    if kind == "string_type" and isinstance(given, dict) and len(given) == 1:
        [(name, words)] = given.items()
        if isinstance(words, str):
            return f"should be words; put them in quotes: {shortened(quoted(f'{name}: {words}'))}"
    if kind == "string_type" and _is_short(given):
        return f"should be words; put them in quotes: {shortened(quoted(str(given)))}"
    if kind == "date_type" and isinstance(given, Unread) and DAY.fullmatch(given.typed):
        return f"{given} is not a day in the calendar; write one such as 2026-11-22"
    if kind == "int_type" and isinstance(given, Unread) and re.fullmatch(r"[1-9]\d*", given.typed):
        return f"a number of {len(given.typed)} digits is too large; write a smaller one, without quotes"
    return f"should be {SHOULD[kind]}"


def _is_short(given: Any) -> bool:
    """Whether it stands in one line of the file, as typed."""
    return not isinstance(given, tuple | list | dict)
