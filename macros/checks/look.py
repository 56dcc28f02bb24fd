"""The files of overrides/ can be read as words: the build tool would end on one that cannot, or publish it so."""

from collections.abc import Iterable
from pathlib import Path

from macros.reading.files import read_text
from macros.reading.mistakes import Found, Mistake


def readable(root: Path) -> Iterable[Mistake]:
    """What is wrong with each of them, before any is shown."""
    found = Found()
    for file in sorted((root / "overrides").rglob("*")):
        if file.is_file() and not file.is_symlink():
            found.take(read_text, file, file.relative_to(root).as_posix())
    return found.mistakes
