"""YAML as an editor means it: refuses what YAML would change silently, and knows the line of every entry.

PyYAML reads the text; this module only walks its nodes, because its own loader
drops repeated keys, turns `yes` into a truth value and `15:15` into 915.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import PrivateAttr, ValidationError

from macros.mistakes import Mistake, Mistakes, raise_any
from macros.reading.files import read_text
from macros.reading.kinds import Model
from macros.reading.wrong_entries import Place, explain

SHARED = "docs/_shared"  # the folder of shared files
LOADER = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # ten times faster where PyYAML carries libyaml, as its wheels do
DEEPEST = 20  # entries inside entries; the deepest file here has 6
HTML_TAG = re.compile(r"<[A-Za-z/!]")


class Written(Model):
    """All that stands in a file, or at the top of a page, and where each entry of it stands.

    file: as messages call it, such as 'docs/_shared/terms.yml'. lines: of each entry, by its place.
    text: from which it was read.
    """

    _file: str = PrivateAttr("")
    _lines: Mapping[Place, int] = PrivateAttr(default_factory=dict)
    _text: str = PrivateAttr("")

    @property
    def file(self) -> str:
        return self._file

    @property
    def lines(self) -> Mapping[Place, int]:
        return self._lines

    @property
    def text(self) -> str:
        return self._text

    def mistake(self, text: str, *place: str | int) -> Mistake:
        """A Mistake about the entry at `place`, or about the nearest entry above it that exists."""
        return Mistake(self._file, _nearest_line(self._lines, place), text)


M = TypeVar("M", bound=Written)


def _nearest_line(lines: Mapping[Place, int], place: Place) -> int:
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 0)


def load(path: Path, name: str, model: type[M]) -> M:
    """The file at `path`, checked against `model`.

    name: how messages call the file, such as 'docs/_shared/terms.yml'.
    Raises Mistakes with a line for every entry that is wrong.
    """
    found: M = parse(read_text(path, name), name, model)
    return found


@contextmanager
def yaml_mistakes(text: str, name: str, first_line: int = 1) -> Iterator[None]:
    """Raises Mistakes for what PyYAML says of a text that it reads meanwhile."""
    try:
        yield
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        remark = f"this is not valid YAML ({error.problem}); compare it with the lines above"
        last = first_line + text.rstrip().count("\n")  # the mark may stand below it
        raise Mistakes([Mistake(name, min(mark.line + first_line, last) if mark else 0, remark)]) from None
    except yaml.YAMLError as error:
        remark = f"this is not valid YAML ({error}); compare it with the last good version"
        raise Mistakes([Mistake(name, 0, remark)]) from None


@cache  # what is read never changes, and `make serve` reads everything again after each change
def parse(text: str, name: str, model: type[M], first_line: int = 1) -> M:
    """The same for text that begins on line `first_line` of the file, such as a page's front matter."""
    reader = _Reader(name, first_line)
    with yaml_mistakes(text, name, first_line):
        depth = 0
        for event in yaml.parse(text, Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                reader.refuse(event, "entries stand inside entries too deeply; compare it with the last good version")
                break  # what follows could take minutes to read
            if isinstance(event, yaml.AliasEvent):
                reader.refuse(event, f"*{event.anchor} stands for words from elsewhere; write them out")
            elif tag := getattr(event, "tag", None):
                reader.refuse(event, f"{tag} would make something else of these words; take it out")
        raise_any(reader.mistakes)
        root = yaml.compose(text, Loader=LOADER)
    if root is None:
        raise Mistakes([Mistake(name, 0, "the file has no entries; put them back from the last good version")])
    if not isinstance(root, yaml.MappingNode):
        raise Mistakes(
            [Mistake(name, reader.line(root), "entries should stand here, each 'name: …' on a line of its own")]
        )
    data = reader.value(root, ())
    raise_any(reader.mistakes)
    try:
        entries = model.model_validate(data)
        entries._file, entries._lines, entries._text = name, reader.lines, text
        return entries
    except ValidationError as error:
        wrong = explain(error.errors(), model)
        raise Mistakes(Mistake(name, _nearest_line(reader.lines, place), text) for place, text in wrong) from None


class _Reader:
    """Turns YAML nodes into plain values, noting each entry's line and whatever must be refused."""

    def __init__(self, name: str, first_line: int):
        self.name = name
        self.first_line = first_line
        self.lines: dict[Place, int] = {}
        self.mistakes: list[Mistake] = []

    def refuse(self, node: yaml.Node | yaml.Event, text: str) -> None:
        self.mistakes.append(Mistake(self.name, self.line(node), text))

    def line(self, node: yaml.Node | yaml.Event) -> int:
        return self.first_line + (node.start_mark.line if node.start_mark else 0)

    def value(self, node: yaml.Node, place: Place) -> Any:
        self.lines.setdefault(place, self.line(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, place)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        return tuple(self.value(child, (*place, n)) for n, child in enumerate(node.value))

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.refuse(key_node, "a name should stand before the colon; write 'name: …'")
                continue
            if not key_node.tag.endswith(":str"):
                written = key_node.value
                self.refuse(key_node, f'YAML does not read the key {written} as a word; put it in quotes: "{written}"')
                continue
            key = key_node.value
            if key in found:
                first = self.lines[(*place, key)]
                self.refuse(key_node, f"'{key}' stands here a second time (first on line {first}); keep one of them")
                continue
            self.lines[(*place, key)] = self.line(key_node)
            found[key] = self.value(value_node, (*place, key))
        return found

    def _scalar(self, node: yaml.ScalarNode, place: Place) -> Any:
        kind, written = node.tag.rpartition(":")[2], node.value
        if kind == "str":
            if HTML_TAG.search(written):
                self.refuse(node, "HTML is not allowed in shared words; take out the '<' or write it in plain words")
            return written
        if kind == "int" and re.fullmatch(r"0|[1-9]\d*", written):
            return int(written)
        if kind == "bool" and written in ("true", "false"):
            return written == "true"
        if kind == "timestamp" and re.fullmatch(r"\d{4}-\d\d-\d\d", written):
            try:
                return datetime.date.fromisoformat(written)
            except ValueError:
                self.refuse(node, f"{written} is not a day in the calendar; write it as 2026-11-22")
                return None
        if kind == "null":
            self.refuse(
                node, f"'{place[-1] if place else 'the file'}' has nothing in it; fill it in, or take the line out"
            )
        else:
            self.refuse(node, f'YAML does not read {written} as words; put it in quotes: "{written}"')
        return None
