"""Broken inputs, made by rule from the good ones: each key of each YAML file, each macro and each link on each page.

An entry is changed in the tree that PyYAML reads, and the tree is written out again, so a rule needs no knowledge of a file.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros import pages
from macros.content import MODELS
from macros.kinds import Model
from macros.mistakes import Mistakes
from macros.pages import FRONT_MATTER, is_clause_page
from macros.permanence import PUBLISHED, Published
from macros.records import ClauseRecord, PageRecord
from macros.strict_yaml import SHARED, parse

CALL = re.compile(r"\{\{ (\w+)\(")
LINK = re.compile(r"\]\(((?!https?:|tel:|mailto:|#)[^)#]+)")
HOSTILE = {
    "with a script": "<script>alert(1)</script>",
    "with a link that runs": "[x](javascript:alert)",
    "with an attribute": '[x](/index.md){ onclick="alert(1)" }',
    "with a sum": "{{ 7 * 7 }}",
    "with a statement": "{% raw %}",
    "with words turned round": "a\u202eb",
}
Place = tuple[str | int, ...]  # the keys and positions that lead to an entry
Pair = tuple[yaml.Node, yaml.Node]


@dataclass(frozen=True)
class Source:
    """YAML in a file: a shared file, or the front matter of a page. body: what stands below it, and is not YAML."""

    file: str
    text: str
    model: type[Model]
    body: str = ""

    def mistakes(self, text: str) -> str | None:
        """What is said of the file with another text in it, if its own entries are wrong already; the same as the site would say."""
        front_matter = FRONT_MATTER.match(text) if self.body else None
        try:
            parse(front_matter[1] if front_matter else text, self.file, self.model, 2 if front_matter else 1)
        except Mistakes as mistakes:
            return str(mistakes)
        return None

    def written(self, root: yaml.Node) -> str:
        """The file's whole text with another tree in it."""
        said = yaml.serialize(root, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10_000)
        return f"---\n{said}---\n{self.body}" if self.body else said


@dataclass(frozen=True)
class Broken:
    """A file with one thing wrong in it. must: whether it has to be refused; otherwise it may be right as well.

    text: the file's new text or bytes; None where the file is gone.
    """

    file: str
    what: str
    text: str | bytes | None
    must: bool = True


def sources(root: Path) -> Iterator[Source]:
    """Every shared file, and the front matter of one page of each kind, with what it is checked against."""
    models = {f"{SHARED}/{stem}.yml": model for stem, model in MODELS.items()} | {PUBLISHED: Published}
    for name, model in models.items():
        yield Source(name, (root / name).read_text("utf-8"), model)
    for path in ("index.md", "staff.md", "help/the-law.md", "letters/resolved.md", "policy/threats.md", "policy/purpose.md"):
        text = (root / "docs" / path).read_text("utf-8")
        front_matter = FRONT_MATTER.match(text)
        model = ClauseRecord if is_clause_page(path) else PageRecord
        yield Source(f"docs/{path}", front_matter[1], model, text[front_matter.end() :])


def entries(root: Path) -> Iterator[Broken]:
    """Each kind of key of each source removed, misspelt, repeated, empty, and with something else behind it."""
    for source in sources(root):
        tree = yaml.compose(source.text, Loader=yaml.CSafeLoader)
        schema = source.model.model_json_schema()
        seen = set()
        for path in _keys(tree):
            shape, known, required = _at(schema, path)
            if shape in seen:
                continue
            seen.add(shape)
            mapping = _mapping(tree, path[:-1])
            good = list(mapping.value)
            n = next(n for n, (key, _) in enumerate(good) if key.value == path[-1])
            for rule, change in RULES.items():
                change(mapping.value, n)
                must = {"removed": required, "misspelt": known}.get(rule, True)
                yield Broken(source.file, f"{'.'.join(map(str, path))} {rule}", source.written(tree), must)
                mapping.value[:] = good


def _keys(node: yaml.Node, path: Place = ()) -> Iterator[Place]:
    """Where each key stands; of the items of a list, those of the first one."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value)
            yield from _keys(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode) and node.value:
        yield from _keys(node.value[0], (*path, 0))


def _mapping(node: yaml.Node, path: Place) -> yaml.MappingNode:
    for step in path:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(value for key, value in node.value if key.value == step)
    return node


def _at(whole: dict, path: Place) -> tuple[Place, bool, bool]:
    """A path with '*' for the keys that an editor chooses; whether its last key is one of a fixed set; whether that must be there."""
    schema, shape = whole, []
    for step in path:
        schema = _plain(schema, whole)
        known, required = step in schema.get("properties", ()), step in schema.get("required", ())
        shape.append(step if known else "*")
        schema = schema["properties"][step] if known else schema.get("additionalProperties") or schema.get("items") or {}
    return tuple(shape), known, required


def _plain(schema: dict, whole: dict) -> dict:
    """The schema that a reference means, and what may be there of something that may be there or not."""
    if options := [option for option in schema.get("anyOf", ()) if option.get("type") != "null"]:
        schema = options[0]
    if name := schema.get("$ref", "").rpartition("/")[2]:
        schema = _plain(whole["$defs"][name], whole)
    return schema


def _scalar(words: str, style: str = "'") -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", words, style=style)


def _remove(pairs: list[Pair], n: int) -> None:
    del pairs[n]


def _misspell(pairs: list[Pair], n: int) -> None:
    pairs[n] = (_scalar(pairs[n][0].value + "x", ""), pairs[n][1])


def _repeat(pairs: list[Pair], n: int) -> None:
    pairs.insert(n, deepcopy(pairs[n]))


def _empty(pairs: list[Pair], n: int) -> None:
    pairs[n] = (pairs[n][0], yaml.ScalarNode("tag:yaml.org,2002:null", ""))


def _other(pairs: list[Pair], n: int) -> None:
    """A list in the place of words, numbers and entries; entries in the place of a list."""
    key, value = pairs[n]
    inside = yaml.MappingNode("tag:yaml.org,2002:map", [(_scalar("x", ""), _scalar("y"))])
    is_list = isinstance(value, yaml.SequenceNode)
    pairs[n] = (key, inside if is_list else yaml.SequenceNode("tag:yaml.org,2002:seq", [inside]))


def texts(root: Path) -> Iterator[Broken]:
    """Each kind of text in each source with something in it that must never become part of a page."""
    for source in sources(root):
        tree = yaml.compose(source.text, Loader=yaml.CSafeLoader)
        schema = source.model.model_json_schema()
        seen = set()
        for path, scalar in _scalars(tree):
            shape = _at(schema, path)[0]
            if scalar.tag != "tag:yaml.org,2002:str" or shape in seen:
                continue
            seen.add(shape)
            good, scalar.style = scalar.value, '"'
            for rule, hostile in HOSTILE.items():
                scalar.value = f"{good} {hostile}"
                yield Broken(source.file, f"{'.'.join(map(str, path))} {rule}", source.written(tree))
            scalar.value = good


def calls(root: Path) -> Iterator[Broken]:
    """Each kind of macro call on each page with a letter too many in its name, in its first word, and without its quotation marks."""
    for name, text in _pages(root):
        for macro in dict.fromkeys(CALL.findall(text)):
            for rule, (before, after) in {
                "misspelt": (f"{{{{ {macro}(", f"{{{{ {macro}x("),
                "with a misspelt word": (f'{{{{ {macro}("', f'{{{{ {macro}("x'),
                "without quotation marks": (f'{{{{ {macro}("', f"{{{{ {macro}("),
                "without its end": (f"{{{{ {macro}(", f"{{{{ {macro} "),
            }.items():
                if before in text:
                    must = (macro, rule) != ("section", "with a misspelt word")  # its id is an editor's choice
                    yield Broken(name, f"{macro} {rule}", text.replace(before, after, 1), must)


def links(root: Path) -> Iterator[Broken]:
    """Each link to another page with a letter too many."""
    for name, text in _pages(root):
        for target in dict.fromkeys(LINK.findall(text)):
            yield Broken(name, f"the link to {target}", text.replace(f"]({target}", f"](x{target}", 1))


def files(root: Path) -> Iterator[Broken]:
    """Each file missing, empty, blank, cut short, not UTF-8, far too large, and with a sign in it that nobody can see."""
    names = [*(source.file for source in sources(root)), *(name for name, _ in _pages(root))]
    for name in dict.fromkeys(names):
        good = (root / name).read_bytes()
        optional = name.endswith(".md") and not is_clause_page(name.removeprefix("docs/"))
        yield Broken(name, "missing", None, must=not optional)
        yield Broken(name, "empty", b"")
        yield Broken(name, "blank", b" \n\n")
        yield Broken(name, "cut short", good[: len(good) // 3], must=False)
        yield Broken(name, "not UTF-8", good + "café".encode("latin-1"))
        yield Broken(name, "far too large", good * (1 + 1_000_000 // len(good)))
        yield Broken(name, "with a sign that nobody can see", good + "a\u200bb\n".encode())


def _pages(root: Path) -> Iterator[tuple[str, str]]:
    for path in pages.read(root / "docs"):
        yield f"docs/{path}", (root / "docs" / path).read_text("utf-8")


def _scalars(node: yaml.Node, path: Place = ()) -> Iterator[tuple[Place, yaml.ScalarNode]]:
    """Where each value stands that is not made of others; of the items of a list, the first."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value[:1]:
            yield from _scalars(item, (*path, 0))
    else:
        yield path, node


RULES: dict[str, Callable[[list[Pair], int], None]] = {
    "removed": _remove,
    "misspelt": _misspell,
    "repeated": _repeat,
    "empty": _empty,
    "of another type": _other,
}
