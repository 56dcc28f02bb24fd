"""What words may call: macros, what the first word of each must name, and where it may stand."""

import inspect
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from macros.reading.mistakes import known

FEW = 12  # so many names can be listed in one line; of more, only the nearest is named


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
class Macro:
    """Something that words may call.

    takes: the noun of what its first word must be, such as 'clause'; None where it takes any word or none.
    on: where it may stand, such as 'pages' or 'routes'; see macros/checks/calls.py.
    """

    name: str
    signature: inspect.Signature
    example: str
    takes: str | None
    on: frozenset[str]


def macro(function: Callable[..., str], takes: str | None = None, on: str = "pages") -> Macro:
    """A method as a macro; its docstring ends in an example. on: one place or several, with spaces between."""
    signature = inspect.signature(function)
    words = [word for name, word in signature.parameters.items() if name != "self"]
    example = re.search(r"\{\{.*\}\}", function.__doc__ or "")
    shown = example[0] if example else function.__name__
    return Macro(function.__name__, signature.replace(parameters=words), shown, takes, frozenset(on.split()))


@dataclass(frozen=True)
class Rules:
    """What words may call: macros by name; what can be named, by noun; and what may stand after 'school.'."""

    macros: Mapping[str, Macro]
    named: Mapping[str, Keyed]
    facts: Keyed
