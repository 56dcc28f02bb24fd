"""Every macro call on every page, found and checked before anything is built.

Raised inside a macro, a mistake would come with a traceback and without its line.
Two shapes may stand in words, {{ macro("key") }} and {{ school.fact }}; every other use of braces is refused.
In shared files a name alone, such as {{ number }}, is a place to fill in; which may stand where is said in kinds.py.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import TemplateError, TemplateSyntaxError, nodes

from macros.reading.macro_rules import FEW, Keyed, Macro, Rules
from macros.reading.mistakes import Mistake, known
from macros.reading.refusals import HTML_TAG, UNSEEN
from macros.reading.templates import SHAPES, shapes, template, tree

ODD_SIGN = re.compile(r"unexpected char ('[“”‘’„‚«»]') at \d+")  # as Jinja says it


@dataclass(frozen=True)
class Call:
    """{{ macro("key", …) }} at a line of a file; key is '' where a macro is called without one."""

    file: str
    line: int
    macro: str
    key: str


def filled(text: str, names: Mapping[str, object]) -> str:
    """Words with their calls made; as typed where they hold more than the two shapes, or a call does not come off."""
    if "{" not in text:
        return text
    try:
        simple = all(isinstance(statement, nodes.Output) for statement in tree(text).body)
        return template(text).render(names) if simple and all(map(_is_simple, shapes(text))) else text
    except (TemplateError, LookupError, TypeError):
        return text


def _is_simple(node: nodes.Node) -> bool:
    match node:
        case nodes.TemplateData() | nodes.Getattr(node=nodes.Name(name="school")):
            return True
        case nodes.Call(node=nodes.Name(), args=args, kwargs=[], dyn_args=None, dyn_kwargs=None):
            return all(isinstance(arg, nodes.Const) for arg in args)
    return False


@cache
def find(text: str, file: str) -> tuple[Call, ...]:
    """The calls in a text that can be read."""
    try:
        read = tree(text)
    except TemplateSyntaxError:
        return ()
    return tuple(
        Call(
            file,
            node.lineno,
            node.node.name,
            str(node.args[0].value) if node.args and isinstance(node.args[0], nodes.Const) else "",
        )
        for node in read.find_all(nodes.Call)
        if isinstance(node.node, nodes.Name)
    )


def check(text: str, file: str, rules: Rules, place: str, first_line: int = 1) -> list[Mistake]:
    """The mistakes in the braces of some words. place: for what may stand there. first_line: in the file."""
    # In a shared file kinds.py has looked too: it says all of places to fill in, and some of the rest.
    shared = file.endswith(".yml")
    above, told = first_line - 1, file if shared else ""
    try:
        body = tree(text).body
    except TemplateSyntaxError as error:
        odd = ODD_SIGN.match(error.message or "")
        wrong = f"the braces do not read as a macro ({error.message}); compare it with another one on the page"
        wrong = f"{odd[1]} cannot stand in braces; type the quotation marks in them straight" if odd else wrong
        wrong = error.message if error.message and ";" in error.message else wrong
        return [Mistake(file, error.lineno + above, wrong, told)]
    mistakes = []
    for statement in body:
        if not isinstance(statement, nodes.Output):
            wrong = f"{SHAPES}; take out what stands in {{% %}}"
            mistakes.append(Mistake(file, statement.lineno + above, wrong, told))
            continue
        for node in statement.nodes:
            if not (shared and isinstance(node, nodes.Name)):
                found = _wrong(node, rules, place, told)
                mistakes += [Mistake(file, node.lineno + above, wrong, about) for wrong, about in found]
    return mistakes


def _wrong(node: nodes.Node, rules: Rules, place: str, told: str) -> Iterator[tuple[str, str]]:
    """What is wrong, and what it is about: a name that is another's, or the file that `told` names, of other shapes."""
    match node:
        case nodes.TemplateData():
            return
        case nodes.Call(node=nodes.Name(name=name)) if name in rules.macros:
            yield from _wrong_call(node, rules.macros[name], rules, place)
        case nodes.Call(node=nodes.Name(name=name)) | nodes.Name(name=name) if name not in {*rules.macros, "school"}:
            yield Keyed("macro", "macros/register.py", rules.macros).unknown(name), ""
        case nodes.Getattr(node=nodes.Name(name="school"), attr=fact):
            if fact not in rules.facts.names:
                yield rules.facts.unknown(fact), ""
        case _:
            yield f"{SHAPES}; write it like one of these", told


def _wrong_call(node: nodes.Call, macro: Macro, rules: Rules, place: str) -> Iterator[tuple[str, str]]:
    like = f"write it like {macro.example}"
    words = [arg.value for arg in node.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
    if node.kwargs or node.dyn_args or node.dyn_kwargs or len(words) < len(node.args):
        yield f"{macro.name} takes words in quotes; {like}", ""
        return
    if any(HTML_TAG.search(word) or UNSEEN.search(word) for word in words):
        yield f"the words of {macro.name} have HTML in them, or a sign that cannot be seen; type plain words", ""
    try:
        macro.signature.bind(*words)
    except TypeError:
        yield f"{macro.name} has too many or too few words in its brackets; {like}", ""
        return
    if place not in macro.on:
        may = [name for name, other in rules.macros.items() if place in other.on]
        here = (
            f"here it may be {known(may)}"
            if len(may) <= FEW
            else "take it out, or look at what another page like it uses"
        )
        yield f"{macro.name} cannot stand here; {here}", ""
    elif named := rules.named.get(macro.takes or ""):
        every = any(word.kind is word.VAR_POSITIONAL for word in macro.signature.parameters.values())
        yield from ((named.unknown(word), word) for word in (words if every else words[:1]) if word not in named.names)
