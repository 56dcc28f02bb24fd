"""YAML as a command changes it: every line that is not meant stays as somebody wrote it, byte for byte.

ruamel.yaml writes, and keeps remarks, order and quotes. What it would lay out in its own way is taken from the old
text, and what comes of it is read again before it counts.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from io import StringIO
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.tag import Tag

from macros.reading.entries import Written, parse
from macros.reading.files import read_text
from macros.reading.mistakes import Mistake, Mistakes
from macros.reading.nodes import LOADER

Change = Callable[[Any], object]  # changes the entries of a file, which are dictionaries and lists, in place
LAYOUTS = ((2, 4, 2), (2, 2, 0), (4, 6, 4), (4, 2, 0))  # how far in entries, a list's words and its hyphens stand
ALIKE = 10  # characters, spaces aside, by which a line is known again when it is laid out or broken in another way
AS_READ: Any = yaml.SafeLoader("")


class _AsRead(VersionedResolver):
    """What PyYAML would read a word as, so that 'Yes' and '12:30' get quotes, and 'y' and '1e3' need none."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is ScalarNode and implicit[0]:
            return Tag(suffix=AS_READ.resolve(yaml.ScalarNode, value, (True, False)))
        return super().resolve(kind, value, implicit)


def written(entries: Mapping[str, object]) -> str:
    """New entries as YAML, each on a line of its own."""
    text = StringIO()
    _writer(*LAYOUTS[0]).dump(dict(entries), text)
    return text.getvalue()


def edited(path: Path, name: str, model: type[Written], change: Change) -> str:
    """The text of the file at `path` after `change`; its other lines stay as they are.

    name: how messages call the file. Raises Mistakes for what cannot be read, and for what cannot be written safely.
    """
    text = read_text(path, name)
    parse(text, name, model)
    meant = _entries(text)
    change(meant)
    for possible in _possible(text, change):
        if _entries(possible) == meant:
            return possible
    raise Mistakes([Mistake(name, 0, "the file is laid out in a way that no command can change; change it by hand")])


BESIDE = re.compile(r"(?<=\S) #(?= .*$)", re.MULTILINE)  # a remark, which has two spaces before it


def _possible(text: str, change: Change) -> Iterator[str]:
    """Texts that may be what is meant, the one nearest to the old text first; the last is laid out anew."""
    for layout in LAYOUTS:
        before, after = _rewritten(text, layout, lambda _: None), _rewritten(text, layout, change)
        yield merged(text, before, after)
    anew = _rewritten(text, LAYOUTS[0], change)
    yield from (BESIDE.sub("  #", anew), anew)


def _writer(mapping: int, sequence: int, offset: int) -> YAML:
    writer = YAML(typ="rt")
    writer.Resolver = _AsRead
    writer.preserve_quotes = True
    writer.width = 10**6  # characters; no line is broken that was not
    writer.indent(mapping=mapping, sequence=sequence, offset=offset)
    return writer


def _rewritten(text: str, layout: tuple[int, int, int], change: Change) -> str:
    """What ruamel.yaml makes of the text and a change; '' where it cannot read what PyYAML could."""
    writer, rewritten = _writer(*layout), StringIO()
    try:
        entries = writer.load(text)
        change(entries)
        for key in [key for key, entry in entries.items() if entry in ([], {})]:
            entries.ca.items.pop(key, None)  # remarks on what stood in it would come between it and its key
            entries[key] = [] if isinstance(entries[key], list) else {}
        writer.dump(entries, rewritten)
    except YAMLError:
        return ""
    return rewritten.getvalue()


def _entries(text: str) -> Any:
    """What stands in the text; None where that is no YAML."""
    try:
        return yaml.load(text, LOADER)  # noqa: S506 - a safe one
    except yaml.YAMLError:
        return None


def merged(text: str, before: str, after: str) -> str:
    """The text with the lines put in that `after` has and `before` has not, and those taken out that it has no more.

    before: the text laid out in another way. Remarks and blank lines are not taken out with the entry above them,
    and what is added stands above those that lead on to the next entry.
    """
    ends = text[len(text.rstrip("\n")) :]
    lines, old, new = (words.rstrip("\n").split("\n") for words in (text, before, after))
    at, found = _places(old, lines), list[str]()
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        there = lines[at[start] : at[end]]
        if kind == "equal":
            found += there
        elif kind == "insert":
            place = len(found) - _between(found)
            found[place:place] = new[first:last]
        elif kind == "delete":
            found += filter(_is_between, there)
        else:
            found += new[first:last] + there[len(there) - _between(there) :]
    return "\n".join(found) + ends


def _places(old: list[str], lines: list[str]) -> list[int]:
    """Where in `lines` each line of `old` begins, which says the same; and, as one more, where they end."""
    at = [0] * (len(old) + 1)
    known, there = (["".join(line.split())[:ALIKE] for line in each] for each in (old, lines))
    for _, start, end, first, last in SequenceMatcher(None, known, there, autojunk=False).get_opcodes():
        at[start:end] = (min(first + n, last) for n in range(end - start))
        at[end] = last
    return [0, *at[1:]]


def _is_between(line: str) -> bool:
    """Whether the line stands between entries: a remark, or nothing."""
    return not line.strip() or line.lstrip().startswith("#")


def _between(lines: list[str]) -> int:
    """How many lines at the end stand between entries."""
    return len(list(takewhile(_is_between, reversed(lines))))
