"""The pages that mkdocs.yml names under nav."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from macros.reading.mistakes import mistake
from macros.reading.nodes import LOADER, yaml_mistakes

NAME = "mkdocs.yml"


@dataclass(frozen=True)
class Named:
    """A page in the menu. path: from docs/. line: in mkdocs.yml. group: the line of the group that it is in, else 0."""

    path: str
    line: int
    group: int


def read(text: str) -> tuple[Named, ...]:
    """The pages of the menu, in order. text: of mkdocs.yml. Raises Mistakes where it cannot be read."""
    with yaml_mistakes(text, NAME):
        settings = yaml.compose(text, Loader=LOADER)
    if not isinstance(settings, yaml.MappingNode):
        wrong = "settings should stand here, each 'name: …'; put the file back from the last good version"
        raise mistake(NAME, wrong, 1)
    return tuple(page for key, value in settings.value if key.value == "nav" for page in _pages(value))


def _pages(node: yaml.Node, group: int = 0) -> Iterator[Named]:
    if isinstance(node, yaml.ScalarNode):
        yield Named(node.value, node.start_mark.line + 1, group)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _pages(item, group)
    else:
        for key, value in node.value:
            yield from _pages(value, group if isinstance(value, yaml.ScalarNode) else key.start_mark.line + 1)
