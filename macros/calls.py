"""Every macro call on every page, found and checked before anything is built.

Raised inside a macro, a mistake would come with a traceback and without its line.
"""

import inspect
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.mistakes import Mistake, known

FEW = 12  # so many names can be listed in one line; of more, only the nearest is named


@dataclass(frozen=True)
class Call:
    """{{ macro("key", …) }} at a line of a file."""

    file: str
    line: int
    macro: str
    key: str


@dataclass(frozen=True)
class Keyed:
    """What a macro's first word must be. noun: 'definition'. file: where they stand. names: those that exist."""

    noun: str
    file: str
    names: Collection[str]
    sometimes: Collection[str] = ()  # names that stand there only for some schools

    def unknown(self, name: str) -> str:
        if name in self.sometimes:
            return f"'{name}' is not known for every school; use a macro that has words for that as well, such as contact"
        message = f"no {self.noun} is called '{name}'; "
        if len(self.names) <= FEW:
            return message + f"{self.file} has {known(self.names)}"
        near = get_close_matches(name, self.names, n=1)
        return message + (f"did you mean '{near[0]}'? They stand in {self.file}" if near else f"they stand in {self.file}")


@dataclass(frozen=True)
class Rules:
    """What may be called: macros by name, what the first word of each must be, and the facts of each thing."""

    macros: Mapping[str, Callable[..., str]]
    keyed: Mapping[str, Keyed]
    facts: Mapping[str, Keyed]


def find(text: str, file: str) -> list[Call]:
    """The calls in a text that can be read; the key is '' where a macro is called without one."""
    try:
        tree = Environment().parse(text)
    except TemplateSyntaxError:
        return []
    return [_call(node, file) for node in tree.find_all(nodes.Call)]


def check(text: str, file: str, rules: Rules) -> list[Mistake]:
    """The mistakes in a file's calls, names and braces; empty when there are none."""
    try:
        tree = Environment().parse(text)
    except TemplateSyntaxError as error:
        text = f"the braces do not read as a macro ({error.message}); compare it with another one on the page"
        return [Mistake(file, error.lineno, text)]
    mistakes = [
        Mistake(file, node.lineno, rules.facts[node.node.name].unknown(node.attr))
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name)
        and node.node.name in rules.facts
        and node.attr not in rules.facts[node.node.name].names
    ]
    named = Keyed("macro", "macros/__init__.py", {*rules.macros, *rules.facts})
    called = [node for node in tree.find_all(nodes.Call) if isinstance(node.node, nodes.Name) and node.node.name in rules.macros]
    mistakes += [Mistake(file, node.lineno, text) for node in called for text in _wrong(node, rules)]
    inside = {id(name) for node in called for arg in node.args for name in (arg, *arg.find_all(nodes.Name))}
    mistakes += [
        Mistake(file, node.lineno, named.unknown(node.name))
        for node in tree.find_all(nodes.Name)
        if node.name not in named.names and id(node) not in inside
    ]
    return mistakes


def _wrong(node: nodes.Call, rules: Rules) -> list[str]:
    name = node.node.name
    macro = rules.macros[name]
    example = re.search(r"\{\{.*\}\}", macro.__doc__ or "")
    like = f"write it like {example[0]}" if example else "look at another page that uses it"
    if node.kwargs or not all(isinstance(arg, nodes.Const) and isinstance(arg.value, str) for arg in node.args):
        return [f"{name} takes words in quotes; {like}"]
    words = [arg.value for arg in node.args]
    try:
        inspect.signature(macro).bind(*words)
    except TypeError:
        return [f"{name} has too many or too few words in its brackets; {like}"]
    keyed = rules.keyed.get(name)
    if keyed and words and words[0] not in keyed.names:
        return [keyed.unknown(words[0])]
    return []


def _call(node: nodes.Call, file: str) -> Call:
    name = node.node.name if isinstance(node.node, nodes.Name) else ""
    key = node.args[0].value if node.args and isinstance(node.args[0], nodes.Const) else ""
    return Call(file, node.lineno, name, str(key))
