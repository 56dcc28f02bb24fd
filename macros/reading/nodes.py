"""YAML's own nodes, walked one by one: what YAML would change silently is refused, and the line of every entry is kept.

PyYAML reads the text; its own loader is not used, because that drops repeated keys, turns `yes` into a truth value
and `15:15` into 915.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Any

import yaml

from macros.reading.mistakes import Mistake, Place
from macros.reading.refusals import HTML_TAG, UNSEEN
from macros.typed.models import Unread
from macros.typed.slips import eaten, quoted, shortened

LOADER = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # ten times faster where PyYAML carries libyaml, as its wheels do
LONGEST = 18  # digits of a number; Python itself reads no more than 4,300
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s")
DEEPEST = 20  # entries inside entries; the deepest file here has 6


class Reader:
    """Turns YAML nodes into plain values, noting each entry's line and whatever must be refused."""

    def __init__(self, name: str, first_line: int, text: str) -> None:
        self.name = name
        self.text = text.split("\n")
        self.first_line = first_line
        self.lines: dict[Place, int] = {}
        self.mistakes: list[Mistake] = []
        self.misread: set[int] = set()  # lines that mean something else to YAML than was probably meant
        self.typed: dict[Place, str] = {}  # as it stands in the file, where that is not words
        self.unread: dict[Place, Mistake] = {}  # what its model has to say something of

    def refuse(self, node: yaml.Node | yaml.Event, text: str, misread: bool = False) -> None:
        self.mistakes.append(Mistake(self.name, self.line(node), text))
        self.misread |= {self.line(node)} if misread else set()

    def line(self, node: yaml.Node | yaml.Event) -> int:
        return self.first_line + (node.start_mark.line if node.start_mark else 0)

    def refuse_shapes(self, events: Iterable[yaml.Event]) -> list[yaml.Event]:
        """What is refused before entries are made of it: the same words in two places, and what could take minutes."""
        depth, seen = 0, []
        for event in events:
            seen.append(event)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                self.refuse(event, "entries stand inside entries too deeply; compare it with the last good version")
                break  # what follows could take minutes to read
            if isinstance(event, yaml.AliasEvent):
                nowhere = event.anchor not in {getattr(other, "anchor", None) for other in seen[:-1]}
                self.refuse(event, f"*{event.anchor} stands for words from elsewhere; write them out", nowhere)
            elif tag := getattr(event, "tag", None):
                self.refuse(event, f"{tag} would make something else of these words; take it out", misread=True)
        return seen

    def refuse_eaten(self, events: Sequence[yaml.Event]) -> None:
        """What YAML would drop in silence."""
        for number, said in eaten("\n".join(self.text), events):
            self.mistakes.append(Mistake(self.name, self.first_line + number, said))
            self.misread.add(self.first_line + number)

    def value(self, node: yaml.Node, place: Place) -> Any:
        self.lines.setdefault(place, self.line(node))
        if isinstance(node, yaml.ScalarNode):
            found = self._scalar(node)
            if isinstance(found, Unread):
                self.unread[place] = Mistake(self.name, self.line(node), found.said or _nothing_in(place))
            if not isinstance(found, str) and node.value:
                self.typed[place] = node.value
            return found
        if isinstance(node, yaml.CollectionNode) and node.flow_style and node.start_mark.line == node.end_mark.line:
            self.typed[place] = self.text[node.start_mark.line][node.start_mark.column : node.end_mark.column]
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
                said = f'YAML does not read the key {written} as a word; put it in quotes: "{written}"'
                self.refuse(key_node, said, misread=bool(node.flow_style))
                continue
            key = key_node.value
            if "{" in key:
                self.refuse(key_node, f"'{key}' stands before a colon, where nothing is filled in; take out the braces")
            if key in found:
                first = self.lines[(*place, key)]
                self.refuse(key_node, f"'{key}' stands here a second time (first on line {first}); keep one of them")
                continue
            self.lines[(*place, key)] = self.line(key_node)
            after = self.text[key_node.end_mark.line][key_node.end_mark.column :].lstrip()
            if node.flow_style and not after.startswith(":"):
                self.misread.add(self.line(key_node))  # more probably a part of some words than a name
            found[key] = self.value(value_node, (*place, key))
        return found

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        kind, typed = node.tag.rpartition(":")[2], node.value
        said = f"YAML does not read {shortened(typed)} as words; put it in quotes: {shortened(quoted(typed))}"
        if kind == "str":
            return self._words(node)
        if kind == "int" and len(typed) <= LONGEST and re.fullmatch(r"0|[1-9]\d*", typed):
            return int(typed)
        if kind == "bool" and typed in ("true", "false"):
            return typed == "true"
        if kind == "timestamp" and DAY.fullmatch(typed):
            try:
                return datetime.date.fromisoformat(typed)
            except ValueError:
                said = f"{typed} is not a day in the calendar; write it as 2026-11-22"
        if not typed:
            said = ""
        elif kind == "int" and len(typed) > LONGEST:
            said = f"a number of {len(typed)} digits is too large; write a smaller one, or put it in quotes"
        return Unread(typed, said)

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


def _nothing_in(place: Place) -> str:
    key = next((key for key in reversed(place) if isinstance(key, str)), "the file")
    return f"'{key}' has nothing in it; fill it in, or take the line out"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
