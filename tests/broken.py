"""Broken inputs, made by rule from the good ones: each key of each YAML file, each macro, link and name on each page.

An entry is changed in the tree that PyYAML reads, and the tree is written out again, so a rule needs no knowledge of a file.
What they are made from is a folder with docs/ in it, such as the frozen school of the tests.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.listed.settings import NAME
from macros.policy import clauses as policy
from macros.policy.history import FOLDER, PUBLISHED, Published
from macros.reading.entries import SHARED, parse
from macros.reading.kinds import Model
from macros.reading.mistakes import Mistakes
from macros.reading.project import ROOT
from macros.register import Register
from macros.resolve import REMARK
from macros.shared.front_matter import ClauseRecord, PageRecord
from macros.shared.pages import FRONT_MATTER, NEEDED, is_clause_page
from macros.site import MODELS
from tests.site import pages_of

CALL = re.compile(r"\{\{ (\w+)\(([^{}]*)\) \}\}")
FACT = re.compile(r"\{\{ school\.\w+")
LINK = re.compile(r"\]\((/?(?:\.\./)*)((?!https?:|tel:|mailto:|[#/{])[^)#]+)")
SHAPES = "can stand in double braces"
ELSEWHERE = {
    "talk_to",
    "version_page",
}  # of a call to these, as of a broken one in the policy, something else is said first
HOSTILE = {
    "with a script": "<script>alert(1)</script>",
    "with a link that runs": "[x](javascript:alert)",
    "with an attribute": '[x](/index.md){ onclick="alert(1)" }',
    "with a sum": "{{ 7 * 7 }}",
    "with a place to fill in": "{{ place }}",
    "with a statement": "{% raw %}",
    "with words turned round": "a\u202eb",
}
PAGES = (  # one of each kind, and each kind of record of a clause
    "index.md",
    "staff.md",
    "help/what-then.md",
    "letters/come-in.md",
    "policy/insults.md",
    "policy/tell-a-friend.md",
)
NAMING = {"clause", "source", "under", "now_see", "talk_to", "leads_to", "outcome", "answers", "not_asked", "scripts"}
NAMED = {"notes", "boxes", "questions", "also", "clauses"}  # entries whose keys name something that stands elsewhere
NAMELESS = {f"{SHARED}/school.yml", f"{SHARED}/wording.yml"}  # where the same keys stand before plain words
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
        said = said.replace("! ''", "")  # as PyYAML writes nothing at all in brackets
        return f"---\n{said}---\n{self.body}" if self.body else said


@dataclass(frozen=True)
class Broken:
    """A file with one thing wrong in it. must: whether it has to be refused; otherwise it may be right as well.

    text: the file's new text or bytes; None where the file is gone. says: what must stand in the lines that refuse it.
    """

    file: str
    what: str
    text: str | bytes | None
    must: bool = True
    says: str = ""


def sources(root: Path) -> Iterator[Source]:
    """Every shared file, and the front matter of one page of each kind, with what it is checked against."""
    models = {f"{SHARED}/{stem}.yml": model for stem, model in MODELS.items()} | {PUBLISHED: Published}
    for name, model in models.items():
        yield Source(name, (root / name).read_text("utf-8"), model)
    for path in PAGES:
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
            for rule, (change, says) in RULES.items():
                change(mapping.value, n)
                must = {"removed": required, "misspelt": known}.get(rule, True)
                said = says.format(key=path[-1])
                yield Broken(source.file, f"{'.'.join(map(str, path))} {rule}", source.written(tree), must, said)
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
        schema = (
            schema["properties"][step] if known else schema.get("additionalProperties") or schema.get("items") or {}
        )
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


def names(root: Path) -> Iterator[Broken]:
    """Each name of something that stands elsewhere with a letter too many: of a clause, a route, a page, a source, an outcome."""
    for source in sources(root):
        tree = yaml.compose(source.text, Loader=yaml.CSafeLoader)
        for path, scalar in _names(tree) if source.file not in NAMELESS else ():
            good = scalar.value
            scalar.value += "x"
            yield Broken(source.file, f"{'.'.join(map(str, path))} with a letter too many", source.written(tree))
            scalar.value = good


def _names(node: yaml.Node, path: Place = ()) -> Iterator[tuple[Place, yaml.ScalarNode]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from [((*path, key.value), key)] if path[-1:] and path[-1] in NAMED else []
            yield from _names(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _names(item, path)
    elif (path[-1] in NAMING and "labels" not in path) or "looked_for" in path:
        yield path, node


def calls(root: Path) -> Iterator[Broken]:
    """Each kind of macro call in each file misspelt, and in every shape that is not allowed; each fact about the school likewise."""
    for name, text in _words(root):
        for call in {match[1]: match for match in reversed([*CALL.finditer(text)])}.values():
            macro, words = call.groups()
            first = words.split('"')[1] if '"' in words else ""
            for rule, (after, says) in _misshapen(macro, words).items():
                must = (macro, rule) != ("section", "with a misspelt word")  # its id is an editor's choice
                says = says.replace("{first}", first) if name != policy.NAME and macro not in ELSEWHERE else ""
                yield Broken(name, f"{macro} {rule}", text[: call.start()] + after + text[call.end() :], must, says)
        for fact in dict.fromkeys(FACT.findall(text)):
            yield Broken(
                name, f"{fact} misspelt", text.replace(fact, fact + "x", 1), says="no fact about the school is called"
            )
            yield Broken(name, f"{fact} of a fact", text.replace(fact, fact + ".phone", 1), says=SHAPES)


def _misshapen(macro: str, words: str) -> dict[str, tuple[str, str]]:
    """What takes the place of a call, by rule, and what must be said of it."""
    good = f"{{{{ {macro}({words}) }}}}"
    shapes = {
        "misspelt": (f"{{{{ {macro}x({words}) }}}}", "no macro is called '"),
        "without its end": (f"{{{{ {macro} {words}) }}}}", "the braces do not read as a macro"),
        "without its brackets": (f"{{{{ {macro} }}}}", SHAPES),
        "with a filter": (f"{{{{ {macro}({words})|upper }}}}", SHAPES),
        "in a condition": (f"{{% if school %}}{good}{{% endif %}}", "take out what stands in {% %}"),
    }
    if words:
        shapes |= {
            "with a misspelt word": (good.replace('("', '("x'), "is called 'x{first}'"),
            "without quotation marks": (good.replace('"', "", 2), "takes words in quotes; write it like {{ "),
            "with half its quotation marks": (good.replace('("', "("), "the braces do not read as a macro"),
        }
        needed = [*inspect.signature(getattr(Register, macro)).parameters.values()][1]
        if needed.kind is not needed.VAR_POSITIONAL and needed.default is needed.empty:
            shapes["without its words"] = (f"{{{{ {macro}() }}}}", "has too many or too few words in its brackets")
    return shapes


def links(root: Path) -> Iterator[Broken]:
    """Each link to another page with a letter too many, from the wrong place, and running a script."""
    for name, text in _words(root):
        for top, target in dict.fromkeys(LINK.findall(text)):
            elsewhere = (
                (target, f"; write /{target}")
                if top == "/"
                else (f"/{target}", "; write it from this page's own place")
            )
            for rule, (after, says) in {
                "with a letter too many": (f"{top}x{target}", f"x{target} leads nowhere; did you mean "),
                "from the wrong place": elsewhere,
                "that runs a script": (f"javascript:{target}", "a link cannot begin with javascript:; it can be "),
            }.items():
                broken = text.replace(f"]({top}{target}", f"]({after}", 1)
                yield Broken(name, f"the link to {target} {rule}", broken, says=says)


def files(root: Path) -> Iterator[Broken]:
    """Each file missing, empty, blank, cut short, not UTF-8, far too large, and with a sign in it that nobody can see."""
    versions = [f"{FOLDER}/{file.name}" for file in (root / FOLDER).glob("*.json")]
    for name in [*dict(_words(root)), PUBLISHED, NAME, *versions]:
        good, path = ((ROOT if name == NAME else root) / name).read_bytes(), name.removeprefix("docs/")
        must = not name.endswith(".md") or path in NEEDED or is_clause_page(path)
        says = (
            ""
            if is_clause_page(path) or name in versions
            else "the file is missing; put it back from the last good version"
        )
        yield Broken(name, "missing", None, must, says)
        yield Broken(name, "empty", b"", says="the file is empty; put its words back from the last good version")
        yield Broken(name, "blank", b" \n\n", says="the file is empty; put its words back from the last good version")
        yield Broken(name, "cut short", good[: len(good) // 3], must=False)
        yield Broken(name, "not UTF-8", good + "café".encode("latin-1"), says="is not UTF-8; save the file as UTF-8")
        yield Broken(
            name, "far too large", good * (1 + 1_000_000 // len(good)), says="the file has more than 1,000,000 bytes"
        )
        yield Broken(name, "with a sign that nobody can see", good + "a\u200bb\n".encode(), says="(U+200B) stands here")


def _words(root: Path) -> Iterator[tuple[str, str]]:
    """Every page and every shared file, without the remarks in it, by its name."""
    for path in pages_of(root / "docs"):
        yield f"docs/{path}", (root / "docs" / path).read_text("utf-8")
    for stem in MODELS:
        yield f"{SHARED}/{stem}.yml", REMARK.sub("", (root / f"{SHARED}/{stem}.yml").read_text("utf-8"))


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


RULES: dict[str, tuple[Callable[[list[Pair], int], None], str]] = {  # what is changed, and what must be said of it
    "removed": (_remove, "{key}: is missing; add a line '{key}: …'"),
    "misspelt": (_misspell, "no entry is called '{key}x'; "),
    "repeated": (_repeat, "'{key}' stands here a second time (first on line "),
    "empty": (_empty, "'{key}' has nothing in it; fill it in"),
    "of another type": (_other, ""),
}
