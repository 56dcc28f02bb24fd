"""Writes several files as one: all of them, or, if the site would then have a mistake, none."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

from macros.running import place

Accepted = Callable[[Path, datetime.date], object]  # raises Mistakes where what is written there is wrong on a day


def write(root: Path, files: Mapping[str, str], check: Callable[[Path], object]) -> list[str]:
    """Writes the texts by file name, lets `check` look at `root`, and puts the old files back if it raises.

    Gives the names. Raises what `check` raises, with nothing written. A full disk is met before anything is in place,
    since all is written beside it first; going back takes no room.
    """
    with place.beside(root) as folder:
        for name, text in files.items():
            was = (root / name).read_bytes() if (root / name).exists() else b""
            (folder / place.NEW / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / place.NEW / name).write_bytes(_as_before(text, was))
        try:
            place.put_all(folder, root)
            check(root)
            place.settle(folder)
        except BaseException:
            place.put_back(folder, root)
            raise
    return list(files)


def _as_before(text: str, old: bytes) -> bytes:
    """The text with the ends of lines that the file has, and the mark at its beginning if it has one."""
    ends = "\r\n" if b"\r\n" in old else "\n"
    return text.replace("\n", ends).encode("utf-8-sig" if old.startswith(b"\xef\xbb\xbf") else "utf-8")
