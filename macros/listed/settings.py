"""mkdocs.yml, read strictly: how the site is built is settled here, and nav alone is free to change."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from macros.reading.files import read_text
from macros.reading.misread import yaml_mistakes
from macros.reading.mistakes import Found, Mistake, Mistakes, Place, mistake, raise_any
from macros.reading.nodes import LOADER, Reader
from macros.reading.project import PUT_BACK

NAME = "mkdocs.yml"
TEMPLATES = ("404.html", "site.css", "icon.svg", "search/index.js", "_headers", ".well-known/security.txt")
SETTLED: Mapping[str, Any] = {
    "site_name": "Parents and social media",
    "docs_dir": "docs",
    "site_dir": "site",
    "strict": True,
    "theme": {
        "name": "material",
        "custom_dir": "overrides",
        "language": "en",
        "font": False,
        "static_templates": TEMPLATES,
        "search_index_only": False,
    },
    "plugins": (
        "/search",
        {"macros": {"module_name": "macros/plugin", "on_undefined": "strict", "on_error_fail": True}},
    ),
    "markdown_extensions": (
        "attr_list",
        "md_in_html",
        {"tables": {"use_align_attribute": True}},
        "smarty",
        {"toc": {"toc_depth": "2-3"}},
    ),
    "exclude_docs": "/_shared/\n/_versions/\n/governors/\n",
}


def read(root: Path) -> yaml.MappingNode:
    """The settings, of which nav and not_in_nav alone are free. Raises Mistakes where another is changed."""
    found = Found()
    text = found.take(read_text, root / NAME, NAME)
    raise_any(found.mistakes)
    text = text or ""
    reader = Reader(NAME, 1, text)
    with yaml_mistakes(text, NAME):
        reader.refuse_shapes(yaml.parse(text, Loader=LOADER))
        raise_any(reader.mistakes)
        node = yaml.compose(text, Loader=LOADER)
    if not isinstance(node, yaml.MappingNode):
        raise mistake(NAME, f"settings should stand here, each 'name: …'; {PUT_BACK}", 1)
    settings = reader.value(node, ())
    if mistakes := [*reader.mistakes, *reader.unread.values()]:
        raise Mistakes(mistakes)
    if not isinstance(settings.pop("not_in_nav", ""), str):
        raise mistake(NAME, "not_in_nav: should be words; take it out", reader.lines["not_in_nav",])
    settings.pop("nav", None)
    raise_any([Mistake(NAME, reader.lines.get(place, 0), said) for place, said in _differing(settings, SETTLED, ())])
    return node


def _differing(found: Any, settled: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Where settings are not as they have to be, with what to say."""
    if isinstance(found, dict) and isinstance(settled, dict):
        for key in sorted(found.keys() - settled.keys()):
            yield (*place, key), f"'{key}' cannot stand here; take it out"
        for key, value in settled.items():
            if key in found:
                yield from _differing(found[key], value, (*place, key))
            else:
                yield place, f"'{key}' is missing; {PUT_BACK}"
    elif isinstance(found, tuple) and isinstance(settled, tuple) and len(found) == len(settled):
        for n, (one, other) in enumerate(zip(found, settled, strict=True)):
            yield from _differing(one, other, (*place, n))
    elif found != settled or type(found) is not type(settled):
        yield place, f"this setting cannot be changed; {PUT_BACK}"
