"""The pages that mkdocs.yml names under nav; each is there, and so are those that the site cannot do without."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.mistakes import Mistake, Mistakes
from macros.reading.entries import LOADER, yaml_mistakes
from macros.reading.files import read_text
from macros.shared.pages import CONCERNS, NEEDED, SEARCH, Page

NAME = "mkdocs.yml"


@dataclass(frozen=True)
class Named:
    """A page as it stands in the menu. path: from docs/. line: in mkdocs.yml. group: the line of the group that it is in; 0 in none."""

    path: str
    line: int
    group: int


def named(root: Path) -> tuple[Named, ...]:
    """The pages of the menu, in order. Raises Mistakes where mkdocs.yml cannot be read."""
    text = read_text(root / NAME, NAME)
    with yaml_mistakes(text, NAME):
        settings = yaml.compose(text, Loader=LOADER)
    if not isinstance(settings, yaml.MappingNode):
        raise Mistakes(
            [
                Mistake(
                    NAME, 1, "settings should stand here, each 'name: …'; put the file back from the last good version"
                )
            ]
        )
    return tuple(page for key, value in settings.value if key.value == "nav" for page in _pages(value))


def _pages(node: yaml.Node, group: int = 0) -> Iterator[Named]:
    if isinstance(node, yaml.ScalarNode):
        yield Named(node.value, node.start_mark.line + 1, group)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _pages(item, group)
    else:
        for key, value in node.value:
            is_group = not isinstance(value, yaml.ScalarNode)
            yield from _pages(value, key.start_mark.line + 1 if is_group else group)


def check(menu: tuple[Named, ...], site: Mapping[str, Page]) -> Iterator[Mistake]:
    """Pages that are named or needed and not there, or that stand in the wrong place, and pages that nothing leads to."""
    for page in NEEDED:
        if page not in site:
            yield Mistake(f"docs/{page}", 0, "the file is missing; put it back from the last good version")
    first: dict[str, int] = {}
    for page in menu:
        if text := _wrong(page, menu, site, first):
            yield Mistake(NAME, page.line, text)
        first.setdefault(page.path, page.line)
    for path, page in site.items():
        if path not in first and not page.under and path not in NEEDED:
            remedy = "add a line under nav in mkdocs.yml; or, for a page of help or a letter, one here such as 'under: help/index.md'"
            yield page.record.mistake(f"no page leads here; {remedy}", "title")


def _wrong(page: Named, menu: tuple[Named, ...], site: Mapping[str, Page], first: Mapping[str, int]) -> str | None:
    """What is wrong with a page's place in the menu: each page is marked there once, and the ways to people and search stand on top."""
    group = next((other.group for other in menu if other.group), 0)
    if page.path not in site:
        there = "put it back, or take it out here and where links lead to it"
        return f"there is no page docs/{page.path}; {there}" if page.path not in NEEDED else None
    if page.path in first:
        return f"{page.path} stands here a second time (first on line {first[page.path]}); keep one of them"
    if page.group and page.path in (CONCERNS, SEARCH):
        return f"{page.path} has to be on top of every page; put it above the group"
    if page.group not in (0, group):
        return f"one group can stand here; put {page.path} into the one on line {group}"
    if above := site[page.path].under:
        return f"{page.path} stands under {above} already; take it out here"
    return None
