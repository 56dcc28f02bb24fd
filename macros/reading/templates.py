"""Words as Jinja reads them: what stands in double braces is called, or is a place to fill in."""

from collections.abc import Set as AbstractSet
from functools import cache

from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, nodes

ENVIRONMENT = Environment(undefined=StrictUndefined)  # for words; overrides/ have their own
SHAPES = 'only {{ macro("word") }} and {{ school.fact }} can stand in double braces'  # of words without places
CALL, OTHER = "()", "{}"
BRACKETS = "({["


# The same words are asked about several times while the site is made, and again at each change while serving.
@cache
def tree(text: str) -> nodes.Template:
    """What Jinja reads in a text; not to be changed. Raises TemplateSyntaxError."""
    if "{#" in text:
        line = text.count("\n", 0, text.index("{#")) + 1
        raise TemplateSyntaxError("'{#' would take words away; write '{ #', or take it out", line)
    try:
        return ENVIRONMENT.parse(text)
    except RecursionError:
        lines = text.split("\n")
        deepest = max(range(len(lines)), key=lambda n: sum(map(lines[n].count, BRACKETS)))
        raise TemplateSyntaxError("too many brackets stand inside others", deepest + 1) from None


def shapes(text: str) -> list[nodes.Node]:
    """What a text is made of, in order: words, and what stands in double braces. Raises TemplateSyntaxError."""
    return [node for output in tree(text).find_all(nodes.Output) for node in output.nodes]


@cache
def in_braces(text: str) -> AbstractSet[str]:
    """What stands in braces: names of places to fill in, CALL for a macro or a fact, OTHER for whatever is neither."""
    try:
        return {_in_braces(node) for node in shapes(text)} - {""}
    except TemplateSyntaxError:
        return {OTHER}


def _in_braces(node: nodes.Node) -> str:
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Call() | nodes.Getattr():
            return CALL
        case nodes.TemplateData(data=data) if not {*data} & {*"{}"}:
            return ""
    return OTHER


@cache
def template(text: str) -> Template:
    """A text that was checked, to render."""
    return ENVIRONMENT.from_string(text)
