"""Writes several files as one: all of them, or, if the site would then have a mistake, none."""

from collections.abc import Mapping
from pathlib import Path

from macros.checks.load import load


def write(root: Path, files: Mapping[str, str]) -> list[str]:
    """Writes the texts by file name, checks everything, and puts the old files back if anything is wrong.

    Gives the names. Raises Mistakes, with nothing written.
    """
    old = {name: (root / name).read_bytes() if (root / name).exists() else None for name in files}
    try:
        for name, text in files.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(_as_before(text, old[name] or b""))
        load(root)
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
