"""What somebody typed that YAML reads as neither words nor a plain number, day or yes-or-no."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Unread:
    """Stands for an entry until its model says what it should be. typed: as in the file; '' where nothing is.

    said: what is wrong with it, where no model knows the entry.
    """

    typed: str
    said: str

    def __str__(self) -> str:
        return self.typed
