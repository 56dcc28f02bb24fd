"""YAML's own nodes, walked one by one: what YAML would change silently is refused, and the line of every entry is kept.

PyYAML reads the text; its own loader is not used, because that drops repeated keys, turns `yes` into a truth value
and `15:15` into 915.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import yaml

from macros.reading.mistakes import Mistake, Place, mistake
from macros.reading.refusals import HTML_TAG, UNSEEN

LOADER = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # ten times faster where PyYAML carries libyaml, as its wheels do
LONGEST = 18  # digits of a number; Python itself reads no more than 4,300
ITEM = re.compile(r"\s*[-*+•]\s")
DEEPEST = 20  # entries inside entries; the deepest file here has 6


@contextmanager
def yaml_mistakes(text: str, name: str, first_line: int = 1) -> Iterator[None]:
    """Raises Mistakes for what PyYAML says of a text that it reads meanwhile."""
    try:
        yield
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        remark = f"this is not valid YAML ({error.problem}); compare it with the lines above"
        last = first_line + text.rstrip().count("\n")  # the mark may stand below it
        raise mistake(name, remark, min(mark.line + first_line, last) if mark else 0) from None
    except yaml.YAMLError as error:
        raise mistake(name, f"this is not valid YAML ({error}); compare it with the last good version") from None


class Reader:
    """Turns YAML nodes into plain values, noting each entry's line and whatever must be refused."""

    def __init__(self, name: str, first_line: int, text: str) -> None:
        self.name = name
        self.text = text.split("\n")
        self.first_line = first_line
        self.lines: dict[Place, int] = {}
        self.mistakes: list[Mistake] = []

    def refuse(self, node: yaml.Node | yaml.Event, text: str) -> None:
        self.mistakes.append(Mistake(self.name, self.line(node), text))

    def line(self, node: yaml.Node | yaml.Event) -> int:
        return self.first_line + (node.start_mark.line if node.start_mark else 0)

    def refuse_shapes(self, events: Iterable[yaml.Event]) -> None:
        """What is refused before entries are made of it: the same words in two places, and what could take minutes."""
        depth = 0
        for event in events:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                self.refuse(event, "entries stand inside entries too deeply; compare it with the last good version")
                break  # what follows could take minutes to read
            if isinstance(event, yaml.AliasEvent):
                self.refuse(event, f"*{event.anchor} stands for words from elsewhere; write them out")
            elif (tag := getattr(event, "tag", None)) and tag != "!":  # which says no more than that words are words
                self.refuse(event, f"{tag} would make something else of these words; take it out")

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
            if "{" in key:
                self.refuse(key_node, f"'{key}' stands before a colon, where nothing is filled in; take out the braces")
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
            return self._words(node)
        if kind == "int" and len(written) <= LONGEST and re.fullmatch(r"0|[1-9]\d*", written):
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
        elif kind == "int" and len(written) > LONGEST:
            self.refuse(
                node, f"a number of {len(written)} digits is too large; write a smaller one, or put it in quotes"
            )
        else:
            self.refuse(node, f'YAML does not read {written} as words; put it in quotes: "{written}"')
        return None

    def _words(self, node: yaml.ScalarNode) -> str:
        if HTML_TAG.search(node.value):
            self.refuse(node, "HTML is not allowed in shared words; take out the '<' or write it in plain words")
        if node.style == '"' and UNSEEN.search(node.value):  # by an escape; files.py looks for those that are typed
            self.refuse(node, "a sign that cannot be seen stands in these words; type them anew")
        end = node.end_mark.line + (node.end_mark.column > 0)
        below = [line for line in self.text[node.start_mark.line + 1 : end] if line.strip()]
        folded = [line for line in below if node.style is None or _indent(line) == _indent(below[0])]
        if node.style in (None, ">") and any(map(ITEM.match, folded)):
            self.refuse(node, "a list would become one line here; write '|' in place of '>-', or a sentence")
        return node.value  # type: ignore[no-any-return]  # of PyYAML


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
