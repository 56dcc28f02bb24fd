"""What a person has to put right, one line for each thing: file, line, what is wrong, what would be right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Place = tuple[str | int, ...]  # the keys and positions that lead to an entry


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing to put right.

    file: path from the project's folder, with forward slashes.
    line: counted from 1; 0 when the whole file is meant.
    text: one sentence, in an editor's words, that ends in the remedy.
    about: the id, path or file that it is about, where another mistake may be the cause of this one; see checks/.
    """

    file: str
    line: int
    text: str
    about: str = field(default="", compare=False)

    def follows(self, others: Iterable["Mistake"]) -> bool:
        """Whether one of the others says something of the same thing, and so is probably the cause of this one."""
        said = self.about if "/" in self.about else f"'{self.about}'"
        files = {said, f"{said}.md", f"{said}/index.md", f"docs/{self.about}"}
        return bool(self.about) and any(
            files & {other.file, other.about} or said in other.text for other in others if other is not self
        )

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {' '.join(self.text.split())}"


class Mistakes(Exception):  # noqa: N818 - what is raised is a list of what to put right
    """Raised with at least one Mistake; its text has one line for each, in the order of the files.

    rest: what could be made all the same, so that what else is wrong can be told in the same run; else None.
    """

    def __init__(self, mistakes: Iterable[Mistake], rest: Any = None) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        self.rest = rest
        super().__init__("\n".join(map(str, self.mistakes)))


class Found:
    """Collects the mistakes of several jobs, so that all of them can be told at once."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []

    def take(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What a job gives; where it raises Mistakes they are kept, and the rest is given."""
        try:
            return job(*args, **kwargs)
        except Mistakes as raised:
            self.mistakes += raised.mistakes
            rest: T | None = raised.rest
            return rest

    def give(self, whole: T) -> T:
        """The whole again. Raises Mistakes, with it as the rest, when any were found."""
        if self.mistakes:
            raise Mistakes(self.mistakes, whole)
        return whole


def mistake(file: str, text: str, line: int = 0) -> Mistakes:
    """A single one, to raise."""
    return Mistakes([Mistake(file, line, text)])


def raise_any(mistakes: Iterable[Mistake]) -> None:
    """Raises Mistakes when there are any."""
    if mistakes := list(mistakes):
        raise Mistakes(mistakes)


def known(names: Iterable[str]) -> str:
    """The names that would have been right, in alphabetical order: 'carer, parent, school'."""
    return ", ".join(sorted(names))
