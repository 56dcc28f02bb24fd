"""How the words read and are spelt, and whether they fit on paper: what `make check` alone refuses."""

from collections.abc import Callable, Iterable

from macros.language import readability, spelling
from macros.reading.mistakes import Mistake

LANGUAGE: tuple[Callable[..., Iterable[Mistake]], ...] = (
    readability.too_hard,
    readability.too_hard_for_slow_readers,
    spelling.check,
)
