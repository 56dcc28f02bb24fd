"""The pages that mkdocs.yml names under nav; each is there, and so are those that the site cannot do without."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from macros.mistakes import Mistake, Mistakes
from macros.pages import NEEDED, Page
from macros.strict_yaml import LOADER, read_text, yaml_mistakes

NAME = "mkdocs.yml"


def named(root: Path) -> dict[str, int]:
    """Pages by their path from docs/, each with its line in mkdocs.yml. Raises Mistakes where that cannot be read."""
    text = read_text(root / NAME, NAME)
    with yaml_mistakes(text, NAME):
        settings = yaml.compose(text, Loader=LOADER)
    if not isinstance(settings, yaml.MappingNode):
        raise Mistakes(
            [Mistake(NAME, 1, "settings should stand here, each 'name: …'; put the file back from the last good version")]
        )
    return {page: line for key, value in settings.value if key.value == "nav" for page, line in _pages(value)}


def _pages(node: yaml.Node) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.value, node.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _pages(item)
    else:
        for _, value in node.value:
            yield from _pages(value)


def check(named: dict[str, int], site: Mapping[str, Page]) -> Iterator[Mistake]:
    """Pages that are named or needed and not there, and pages that neither this file nor another page leads to."""
    for page in NEEDED:
        if page not in site:
            yield Mistake(f"docs/{page}", 0, "the file is missing; put it back from the last good version")
    for page, line in named.items():
        if page not in site and page not in NEEDED:
            yield Mistake(
                NAME, line, f"there is no page docs/{page}; put it back, or take it out here and where links lead to it"
            )
    for path, page in site.items():
        if path not in named and not page.under and path not in NEEDED:
            remedy = "add a line under nav in mkdocs.yml; or, for a page of help or a letter, one here such as 'under: help/index.md'"
            yield page.record.mistake(f"no page leads here; {remedy}", "title")
