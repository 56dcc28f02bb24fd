"""Values that cannot be: each type's right and wrong ones, in every entry of that type; what is said of each is done, and is enough."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel

from macros.checks.load import load
from macros.checks.values import on_the_day
from macros.reading.entries import SHARED, Written, parse
from macros.reading.kinds import LONGEST_PASSAGE, MOST
from macros.reading.mistakes import Mistake, Mistakes
from macros.shared.front_matter import ClauseRecord, PageRecord
from macros.shared.pages import is_clause_page
from macros.site import MODELS
from macros.values import addresses, days, names, phones
from tests.gate import DATA, JARGON, SAID
from tests.projects import SCHOOL, TODAY
from tests.wide import _nodes, _yaml

TYPES = {
    name: getattr(room, name)
    for room in (addresses, days, names, phones)
    for name in DATA["values"]
    if hasattr(room, name)
}
REMEDIES = (  # where a message gives an example, or says what to write
    re.compile(r"write it as (?P<value>.+)$"),
    re.compile(r".*(?:such as|as in) \"?(?P<value>[^\"]+?)\"?(?:, in quotes)?$"),
    re.compile(r".*[:,] (?P<value>\S+) or before$"),
)
WITHOUT = re.compile(r".*write it without '(.+)'$")


@dataclass(frozen=True)
class Field:
    """An entry of the frozen school. marks: what its type says of it. start, end: where it stands in the YAML. key: whether it is a key itself."""

    file: str
    model: type[Written]
    text: str
    path: tuple[str, ...]
    marks: tuple[Any, ...]
    node: yaml.ScalarNode
    key: bool = False

    @property
    def name(self) -> str:
        return f"{self.file} {'.'.join(self.path)}"

    @property
    def line(self) -> int:
        return self.node.start_mark.line + 1

    def has(self, kind: Any) -> bool:
        """Whether it is of a type."""
        return all(mark in self.marks for mark in kind.__metadata__)

    def given(self, value: str) -> str:
        """The YAML with another value there."""
        typed = value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else json.dumps(value, ensure_ascii=False)
        start, end = self.node.start_mark.index, self.node.end_mark.index
        if self.node.style in ("|", ">"):
            typed += "\n"
        return self.text[:start] + typed + self.text[end:]

    def told(self, value: str) -> list[Mistake]:
        """What is said of another value there."""
        try:
            entries = parse(self.given(value), self.file, self.model)
        except Mistakes as mistakes:
            return list(mistakes.mistakes)
        return list(on_the_day([entries], TODAY))


def _walk(kind: Any, path: tuple[str, ...], marks: tuple[Any, ...] = ()) -> tuple[Any, tuple[Any, ...], Any]:
    """The type of the entry at `path`, what is said of it, and the mapping that it is in."""
    inside = None
    while True:
        if get_origin(kind) is Annotated:
            kind, *more = get_args(kind)
            marks = (*marks, *more)
        elif type(None) in get_args(kind):
            kind = next(one for one in get_args(kind) if one is not type(None))
        elif not path:
            return kind, marks, inside
        else:
            step, *rest = path
            path, marks, inside = tuple(rest), (), kind
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                field = next(field for name, field in kind.model_fields.items() if step in (name, field.alias))
                kind, marks = field.annotation, tuple(field.metadata)
            else:
                kind = get_args(kind)[1 if get_origin(kind) is dict else 0]


def fields() -> Iterator[Field]:
    """Every entry of the shared files and of front matter, and every key of theirs that somebody chose."""
    for file, _, text in _yaml(SCHOOL):
        page = file.removeprefix("docs/")
        model = ClauseRecord if is_clause_page(page) else PageRecord
        if file.startswith(SHARED):
            model = MODELS[file.removeprefix(f"{SHARED}/").removesuffix(".yml")]
        for path, _, node in _nodes(yaml.compose(text)):
            yield Field(file, model, text, path, _walk(model, path)[1], node)
        yield from (
            Field(file, model, text, path, marks, node, key=True)
            for path, marks, node in _keys(model, yaml.compose(text))
        )


def _keys(
    model: type[Written], node: yaml.Node, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], tuple[Any, ...], yaml.ScalarNode]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*path, key.value)
            inside = _walk(model, here)[2]
            if get_origin(inside) is dict and get_origin(get_args(inside)[0]) is Annotated:
                yield here, get_args(inside)[0].__metadata__, key
            yield from _keys(model, value, here)
    elif isinstance(node, yaml.SequenceNode):
        for n, item in enumerate(node.value):
            yield from _keys(model, item, (*path, str(n)))


FIELDS = list(fields())


def of(name: str) -> list[Field]:
    """Every entry of a type."""
    return [field for field in FIELDS if field.has(TYPES[name])]


def said_well(field: Field, value: str) -> Mistake:
    """The one thing that is said of a wrong value, at its line, in an editor's words."""
    told = field.told(value)
    assert len(told) == 1, f"{field.name}: {value!r}: {told}"
    assert told[0].line == field.line, f"{field.name}: {value!r}: {told[0]}"
    assert SAID.fullmatch(str(told[0])) and not JARGON.search(str(told[0])), told[0]
    return told[0]


def remedied(wrong: str, said: str) -> str | None:
    """A value as what was said would have it; None where it says no more than what is wrong."""
    if found := WITHOUT.fullmatch(said):
        return wrong.strip().removeprefix(found[1]).strip()
    return next((found["value"] for remedy in REMEDIES if (found := remedy.search(said))), None)


def test_there_are_entries_of_each_type() -> None:
    assert TYPES.keys() == DATA["values"].keys()
    assert {name: len(of(name)) for name in TYPES if not of(name)} == {}


@pytest.mark.parametrize("name", TYPES)
def test_what_can_be_is_taken_in_every_entry_of_its_type(name: str) -> None:
    rights = DATA["values"][name].get("right", ())
    for field in of(name):
        fixed = field.path == ("helplines", "emergency", "phone")  # 999 or 112, and nothing else
        assert [(field.name, value, told) for value in rights if not fixed and (told := field.told(value))] == []


@pytest.mark.parametrize("name", TYPES)
def test_what_cannot_be_is_told_in_one_line_and_its_remedy_is_enough(name: str) -> None:
    table = DATA["values"][name]
    for field in of(name):
        ended = field.path == ("added",) and "withdrawn:" in field.text  # of which the order is told first
        for value in (*table["wrong"], *table.get("too", ()), *(() if ended else table.get("to come", ()))):
            said = said_well(field, value).text
            better = remedied(value, said)
            if better is None:
                assert re.search(
                    r"\d+ (is|characters are) the most|fill it in|write (it|what)|take out the braces|of 0 to", said
                ), said
                continue
            again = field.told(better)
            held = [
                one for one in again if "must have" in one.text or "is missing" in one.text
            ]  # keys that have to be there
            assert again == held, f"{field.name}: {value!r}, and then {better!r}: {again}"


@pytest.mark.parametrize("number", DATA["values"]["Phone"]["right"])
def test_a_number_is_dialled_as_a_phone_takes_it(number: str) -> None:
    assert phones.dialled(number) == f"tel:{DATA['values']['Phone']['right'][number]}"


def test_words_have_an_end_and_a_letter() -> None:
    texts = [field for field in FIELDS if field.marks and not field.key and field.node.tag.endswith(":str")]
    assert len(texts) > 300
    for field in texts:
        for words in ("word " * LONGEST_PASSAGE, "?!"):
            said_well(field, words)


def test_lists_and_entries_have_an_end() -> None:
    tried = 0
    for field in FIELDS:
        last = field.path[-1]
        if last != "0" and not field.key:
            continue
        data = inner = yaml.safe_load(field.text)
        for step in field.path[:-1]:
            inner = inner[int(step) if isinstance(inner, list) else step]
        if field.key:
            inner.update({f"more-{n}": deepcopy(inner[last]) for n in range(MOST)})
        else:
            inner[:] = [deepcopy(inner[0]) for _ in range(MOST + 1)]
        with pytest.raises(Mistakes) as told:
            parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), field.file, field.model)
        assert re.search(r"too many entries; there should be at most \d+$", str(told.value)), field.name
        tried += 1
    assert tried > 30


FIRST_KEYS = {field.path[:-1]: field for field in reversed(FIELDS) if field.key}


@pytest.mark.parametrize("where", FIRST_KEYS, ids=".".join)
def test_of_a_key_that_cannot_be_nothing_else_is_told(where: tuple[str, ...], project: Path) -> None:
    field = FIRST_KEYS[where]
    for key in ("a}b", "My Key", "a{b"):
        (project / field.file).write_text(field.given(key), "utf-8")
        with pytest.raises(Mistakes) as told:
            load(project)
        places = [(mistake.file, mistake.line) for mistake in told.value.mistakes]
        assert places == [(field.file, field.line)], f"{key}: {told.value}"
