"""A remedy that is followed to the letter is not refused in its turn: every entry of every file, with every kind of value."""

import re
from collections.abc import Iterator
from itertools import islice

import pytest
import yaml

from macros.reading.entries import parse
from macros.reading.mistakes import Mistake, Mistakes
from tests import broken
from tests.broken import Source
from tests.projects import SCHOOL

WRONG = (
    *("14", "14.0", "1_000", "0x1F", "010", "15:15", "9" * 30, "2026-11-22", "2026-11-22 10:00:00", "2026-02-30"),
    *("22.11.2026", "yes", "true", "null", "~", "[a, b]", "{a: b}", "{a}", "*now*", "& more", "! look", "@us", "`a`"),
    *(
        "> so",
        "| so",
        "- so",
        "? so",
        "% so",
        "#1",
        "Ask #1",
        "Ask: now",
        "'It's so'",
        '"Ask" us',
        "rgb(1,2,3)",
        '"14"',
    ),
    *('"true"', '"2026-11-22"', "[a] b", "{a} b", "=", "<<", ".inf", "a"),
)
REMEDIES = (  # what a line advises, and what an editor would type then
    (r"put (?:them|it|the words) in quotes: (.+?)(?: \(a remark .*)?$", "{}"),
    (r"it can be (\w+)", "{}"),
    (r"such as \"([^\"]+)\", in quotes", '"{}"'),
    (r"such as (\S+?),? in quotes", '"{}"'),
    (r"such as (\S+?)(?:,|$)", "{}"),
    (r"should be (true) or false", "{}"),
    (r"is too large; write a smaller one", "14"),
    (r"write (?:it as|one such as) (2026-11-22)", "{}"),
)
SOURCES = [*broken.sources(SCHOOL)]


def mistakes(source: Source, text: str) -> list[Mistake]:
    try:
        parse(text, source.file, source.model)
    except Mistakes as found:
        return [*found.mistakes]
    return []


def entries(source: Source) -> Iterator[tuple[str, int, int, int]]:
    """Each scalar behind a key: the key, where it stands, and its line. Of alike keys the first three."""
    seen: dict[str, int] = {}
    for node in _mappings(yaml.compose(source.text, Loader=yaml.CSafeLoader)):
        for key, value in node.value:
            seen[key.value] = seen.get(key.value, 0) + 1
            if isinstance(value, yaml.ScalarNode) and not node.flow_style and seen[key.value] <= 3:
                end = value.start_mark.index + len(source.text[value.start_mark.index : value.end_mark.index].rstrip())
                yield key.value, value.start_mark.index, end, key.start_mark.line + 1


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
    if isinstance(node, yaml.CollectionNode):
        for child in node.value:
            for one in child if isinstance(child, tuple) else (child,):
                yield from _mappings(one)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.file)
def test_no_remedy_leads_back_to_a_refusal(source: Source) -> None:
    followed, short = 0, []
    for key, start, end, line in islice(entries(source), 25):
        for value in WRONG:
            text = source.text[:start] + value + source.text[end:]
            said = [one.text for one in mistakes(source, text) if one.line == line]
            plain = source.text[start:end] if any("write plain words" in one for one in said) else None
            if remedy := next(filter(None, map(_typed, said)), plain):
                followed += 1
                text = source.text[:start] + remedy + source.text[end:]
                again = [one.text for one in mistakes(source, text) if one.line == line]
                if again:
                    short.append(f"{key}: {value} was told {said}; and {remedy} was told {again}")
    assert followed or not [*entries(source)]  # where all stands in brackets
    assert not short, "\n".join(short)


def _typed(said: str) -> str | None:
    """What an editor types after reading a line; None where that is a matter of words."""
    for pattern, like in REMEDIES:
        if (found := re.search(pattern, said)) and "…" not in said:
            return like.format(*found.groups())
    return None
