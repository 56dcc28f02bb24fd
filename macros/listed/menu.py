"""The pages that mkdocs.yml names under nav."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.listed import settings
from macros.reading.mistakes import Mistake, raise_any


@dataclass(frozen=True)
class Named:
    """A page in the menu. path: from docs/. line: in mkdocs.yml. group: the line of the group that it is in, else 0."""

    path: str
    line: int
    group: int


def read(root: Path) -> tuple[Named, ...]:
    """The pages of the menu, in order. Raises Mistakes where it cannot be read."""
    nav = next((value for key, value in settings.read(root).value if key.value == "nav"), None)
    wrong: list[Mistake] = []
    named = tuple(_pages(nav, wrong)) if isinstance(nav, yaml.SequenceNode) else ()
    if not named and not wrong:
        wrong.append(_mistake(nav, "nav: should be the pages of the menu, each on a line like '  - staff.md'"))
    raise_any(wrong)
    return named


def _pages(node: yaml.Node, wrong: list[Mistake], group: int = 0) -> Iterator[Named]:
    for item in node.value:
        entries = item.value if isinstance(item, yaml.MappingNode) else []
        if isinstance(item, yaml.ScalarNode):
            yield Named(item.value, item.start_mark.line + 1, group)
        elif len(entries) == 1 and isinstance(entries[0][1], yaml.SequenceNode) and not group:
            yield from _pages(entries[0][1], wrong, item.start_mark.line + 1)
        else:
            says = "a page, such as 'staff.md', or one group of pages can stand here; its title is what it is called"
            wrong.append(_mistake(item, says))


def _mistake(node: yaml.Node | None, says: str) -> Mistake:
    line = node.start_mark.line + 1 if node else 0
    return Mistake(settings.NAME, line, f"{says}; put it back from the last good version")
