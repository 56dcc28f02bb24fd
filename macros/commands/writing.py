"""Writes several files as one: all of them, or, if the site would then have a mistake, none."""

from collections.abc import Callable, Mapping
from pathlib import Path


def write(root: Path, files: Mapping[str, str], check: Callable[[Path], object]) -> list[str]:
    """Writes the texts by file name, lets `check` look at `root`, and puts the old files back if it raises.

    Gives the names. Raises what `check` raises, with nothing written.
    """
    old = {name: (root / name).read_bytes() if (root / name).exists() else None for name in files}
    try:
        for name, text in files.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(_as_before(text, old[name] or b""))
        check(root)
    except BaseException:
        for name, was in old.items():
            if was is None:
                (root / name).unlink(missing_ok=True)
            else:
                (root / name).write_bytes(was)
        raise
    return list(files)


def _as_before(text: str, old: bytes) -> bytes:
    """The text with the ends of lines that the file has, and the mark at its beginning if it has one."""
    ends = "\r\n" if b"\r\n" in old else "\n"
    return text.replace("\n", ends).encode("utf-8-sig" if old.startswith(b"\xef\xbb\xbf") else "utf-8")
