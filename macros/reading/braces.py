"""Every macro call on every page, found and checked before anything is built.

Raised inside a macro, a mistake would come with a traceback and without its line.
Two shapes may stand in words, {{ macro("key") }} and {{ school.fact }}; every other use of braces is refused.
"""

import inspect
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, cached_property

from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, nodes

from macros.mistakes import Mistake, known

ENVIRONMENT = Environment(undefined=StrictUndefined)  # for words; overrides/ have their own
FEW = 12  # so many names can be listed in one line; of more, only the nearest is named
SHAPES = 'only {{ macro("word") }} and {{ school.fact }} can stand in double braces'


@dataclass(frozen=True)
class Call:
    """{{ macro("key", …) }} at a line of a file; key is '' where a macro is called without one."""

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
    gone: Mapping[str, str] = field(default_factory=dict)  # names that stood there, and what to say of each

    def unknown(self, name: str) -> str:
        if name in self.gone:
            return f"the {self.noun} '{name}' {self.gone[name]}"
        if name in self.sometimes:
            return (
                f"'{name}' is not known for every school; use a macro that has words for that as well, such as contact"
            )
        if not self.names:
            return f"no {self.noun} can stand here; take out '{name}'"
        message = f"no {self.noun} is called '{name}'; "
        if len(self.names) <= FEW:
            return message + f"{self.file} has {known(self.names)}"
        near = get_close_matches(name, self.names, n=1)
        return message + (
            f"did you mean '{near[0]}'? They stand in {self.file}" if near else f"they stand in {self.file}"
        )


@dataclass(frozen=True)
class Rules:
    """What words may call.

    macros: by name. keyed: what the first word of each must be. facts: what may stand after 'school.'.
    only: the macros that may stand in a file, where not all of them may; by the file's name.
    """

    macros: Mapping[str, Callable[..., str]]
    keyed: Mapping[str, Keyed]
    facts: Keyed
    only: Mapping[str, Collection[str]] = field(default_factory=dict)

    @cached_property
    def signatures(self) -> Mapping[str, inspect.Signature]:
        return {name: inspect.signature(macro) for name, macro in self.macros.items()}


# The same words are asked about several times while the site is made, and again at each change while serving.
@cache
def _tree(text: str) -> nodes.Template:
    """What Jinja reads in a text; not to be changed. Raises TemplateSyntaxError."""
    return ENVIRONMENT.parse(text)


@cache
def template(text: str) -> Template:
    """A text whose calls were checked, to render."""
    return ENVIRONMENT.from_string(text)


@cache
def find(text: str, file: str) -> tuple[Call, ...]:
    """The calls in a text that can be read."""
    try:
        tree = _tree(text)
    except TemplateSyntaxError:
        return ()
    return tuple(
        Call(
            file,
            node.lineno,
            node.node.name,
            str(node.args[0].value) if node.args and isinstance(node.args[0], nodes.Const) else "",
        )
        for node in tree.find_all(nodes.Call)
        if isinstance(node.node, nodes.Name)
    )


def check(text: str, file: str, rules: Rules) -> list[Mistake]:
    """The mistakes in a file's braces; empty when there are none."""
    try:
        tree = _tree(text)
    except TemplateSyntaxError as error:
        wrong = f"the braces do not read as a macro ({error.message}); compare it with another one on the page"
        return [Mistake(file, error.lineno, wrong)]
    mistakes = []
    for statement in tree.body:
        if not isinstance(statement, nodes.Output):
            mistakes.append(Mistake(file, statement.lineno, f"{SHAPES}; take out what stands in {{% %}}"))
            continue
        for node in statement.nodes:
            mistakes += [Mistake(file, node.lineno, wrong) for wrong in _wrong(node, file, rules)]
    return mistakes


def _wrong(node: nodes.Node, file: str, rules: Rules) -> Iterator[str]:
    match node:
        case nodes.TemplateData():
            return
        case nodes.Call(node=nodes.Name(name=name)) if name in rules.macros:
            yield from _wrong_call(node, name, file, rules)
        case nodes.Call(node=nodes.Name(name=name)) | nodes.Name(name=name) if name not in {*rules.macros, "school"}:
            yield Keyed("macro", "macros/register.py", rules.macros).unknown(name)
        case nodes.Getattr(node=nodes.Name(name="school"), attr=fact):
            if fact not in rules.facts.names:
                yield rules.facts.unknown(fact)
        case _:
            yield f"{SHAPES}; write it like one of these"


def _wrong_call(node: nodes.Call, name: str, file: str, rules: Rules) -> Iterator[str]:
    macro = rules.macros[name]
    example = re.search(r"\{\{.*\}\}", macro.__doc__ or "")
    like = f"write it like {example[0]}" if example else "look at another page that uses it"
    simple = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    if not simple or not all(isinstance(arg, nodes.Const) and isinstance(arg.value, str) for arg in node.args):
        yield f"{name} takes words in quotes; {like}"
        return
    words = [arg.value for arg in node.args]
    keyed, signature = rules.keyed.get(name), rules.signatures[name]
    try:
        signature.bind(*words)
    except TypeError:
        yield f"{name} has too many or too few words in its brackets; {like}"
    else:
        if name not in rules.only.get(file, rules.macros):
            may = rules.only[file]
            remedy = (
                f"here it may be {known(may)}"
                if len(may) <= FEW
                else "take it out, or look at what another page like it uses"
            )
            yield f"{name} cannot stand here; {remedy}"
        elif keyed:
            every = any(word.kind is word.VAR_POSITIONAL for word in signature.parameters.values())
            yield from (keyed.unknown(word) for word in (words if every else words[:1]) if word not in keyed.names)
