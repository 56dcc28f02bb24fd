"""Builds the site into a new folder, and puts it in place only when it is whole: python -m macros.commands.site"""

import sys
from functools import partial
from pathlib import Path

from macros.checks.load import load
from macros.outputs import write
from macros.reading.project import ROOT
from macros.running import place
from macros.running.boundary import run


def build(root: Path, folder: Path) -> int:
    """Builds `root` into `folder` and gives 0, or another exit code; then `folder` stays as it was."""
    return run(partial(_build, root, folder), root)


def _build(root: Path, folder: Path) -> None:
    place.free(folder, folder=True)
    with place.beside(folder.parent) as scratch:
        write(load(root), scratch / place.NEW)
        place.put(scratch / place.NEW, folder)


if __name__ == "__main__":
    code = build(ROOT, ROOT / "site")
    if code == 0:
        print("The site stands in site/.")
    sys.exit(code)
