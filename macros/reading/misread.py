"""What YAML takes for something else than was typed, by YAML's own words where nobody knows better ones."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import yaml

from macros.reading.mistakes import Mistake, Mistakes
from macros.reading.refusals import UNSEEN
from macros.typed.slips import Slip, slips

NOT_YAML, SHAPES, ENTRIES = range(3)  # how far reading came

NO_WORDS = re.compile(r"should be (entries|a list),")  # of what is in quotes, and was not meant as words


class Misread(Mistakes):
    """at: how far reading came, and the line where a slip stands, or below it in what is not YAML."""

    def __init__(self, mistakes: Iterable[Mistake], at: tuple[int, int], rest: Any = None) -> None:
        super().__init__(mistakes, rest)
        self.at = at


@contextmanager
def yaml_mistakes(text: str, name: str, first_line: int = 1) -> Iterator[None]:
    """Raises Misread for what PyYAML says of a text that it reads meanwhile."""
    try:
        yield
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        remark = f"this is not valid YAML ({error.problem}); compare it with the lines above"
        last = first_line + text.rstrip().count("\n")  # the mark may stand below it
        line = min(mark.line + first_line, last) if mark else 0
        raise Misread([Mistake(name, line, remark)], (NOT_YAML, line)) from None
    except yaml.YAMLError as error:
        if UNSEEN.search(text):  # which files.py tells, with its line
            raise Misread([], (NOT_YAML, 0)) from None
        remark = f"this is not valid YAML ({error}); compare it with the last good version"
        raise Misread([Mistake(name, 0, remark)], (NOT_YAML, 0)) from None


def explaining(
    raised: Mistakes, text: str, first_line: int, read: Callable[[str], object], attempts: Iterator[int]
) -> Slip | None:
    """The slip that explains what `read` raised of the text: with it mended, reading comes to its end, or further.

    attempts: so many are made at most.
    """
    if not isinstance(raised, Misread):
        return None
    found, furthest = None, raised.at
    how_far, line = raised.at
    possible = slips(text, line - first_line, above=how_far == NOT_YAML) if line else ()
    for slip, _ in zip(possible, attempts, strict=False):
        try:
            read(slip.text)
        except Misread as again:
            if again.at > furthest:
                found, furthest = slip, again.at
            continue
        except Mistakes as other:
            if any(one.line == slip.line + first_line and NO_WORDS.search(one.text) for one in other.mistakes):
                continue
        return slip
    return found
