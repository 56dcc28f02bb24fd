"""Writes several files as one: all of them, or, if the site would then have a mistake, none."""

from collections.abc import Mapping
from pathlib import Path

from macros.load import load


def write(root: Path, files: Mapping[str, str]) -> list[str]:
    """Writes the texts by file name, checks everything, and puts the old files back if anything is wrong.

    Gives the names. Raises Mistakes, with nothing written.
    """
    old = {name: (root / name).read_bytes() if (root / name).exists() else None for name in files}
    try:
        for name, text in files.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, "utf-8", newline="\n")
        load(root)
    except BaseException:
        for name, was in old.items():
            if was is None:
                (root / name).unlink(missing_ok=True)
            else:
                (root / name).write_bytes(was)
        raise
    return list(files)
