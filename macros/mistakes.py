"""What a person has to put right, one line for each thing: file, line, what is wrong, what would be right."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing to put right.

    file: path from the project's folder, with forward slashes.
    line: counted from 1; 0 when the whole file is meant.
    text: one sentence, in an editor's words, that ends in the remedy.
    """

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {' '.join(self.text.split())}"


class Mistakes(Exception):
    """Raised with at least one Mistake; its text has one line for each, in the order of the files."""

    def __init__(self, mistakes: Iterable[Mistake]):
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(map(str, self.mistakes)))


def raise_any(mistakes: Iterable[Mistake]) -> None:
    """Raises Mistakes when there are any."""
    if mistakes := list(mistakes):
        raise Mistakes(mistakes)


def exit_code(job: Callable[[], None]) -> int:
    """Runs a command and gives its exit code: 1, with the lines on standard error, when it raises Mistakes."""
    try:
        job()
    except Mistakes as mistakes:
        print(mistakes, file=sys.stderr)
        return 1
    return 0


def known(names: Iterable[str]) -> str:
    """The names that would have been right, in alphabetical order: 'carer, parent, school'."""
    return ", ".join(sorted(names))
