"""Writes several files as one: all of them, or, if the site would then have a mistake, none."""

from collections.abc import Callable, Mapping
from pathlib import Path


def write(root: Path, files: Mapping[str, str], check: Callable[[Path], object]) -> list[str]:
    """Writes the texts by file name, lets `check` look at `root`, and puts the old files back if it raises.

    Gives the names. Raises what `check` raises, with nothing written.
    """
    old = {name: (root / name).read_bytes() if (root / name).exists() else None for name in files}
    begun, folders = list[str](), list[Path]()
    try:
        for name, text in files.items():
            if not (folder := (root / name).parent).exists():
                folder.mkdir()
                folders.append(folder)
            begun.append(name)
            (root / name).write_bytes(_as_before(text, old[name] or b""))
        check(root)
    except BaseException:
        for name in begun:
            _put_back(root / name, old[name])
        for folder in folders:
            folder.rmdir()
        raise
    return list(files)


def _put_back(file: Path, was: bytes | None) -> None:
    if was is None:
        file.unlink(missing_ok=True)
    elif file.read_bytes() != was:
        file.write_bytes(was)


def _as_before(text: str, old: bytes) -> bytes:
    """The text with the ends of lines that the file has, and the mark at its beginning if it has one."""
    ends = "\r\n" if b"\r\n" in old else "\n"
    return text.replace("\n", ends).encode("utf-8-sig" if old.startswith(b"\xef\xbb\xbf") else "utf-8")
