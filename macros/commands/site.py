"""Builds the site into a new folder, and puts it in place only when it is whole: python -m macros.commands.site"""

import sys
import tempfile
from functools import partial
from pathlib import Path

from macros.checks.load import load
from macros.outputs import write
from macros.reading.project import ROOT
from macros.running.boundary import run


def build(root: Path, folder: Path) -> int:
    """Builds `root` into `folder` and gives 0, or another exit code; then `folder` stays as it was."""
    return run(partial(_build, root, folder), root)


def _build(root: Path, folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
        new, old = Path(scratch) / "new", Path(scratch) / "old"
        write(load(root), new)
        try:
            if folder.exists():
                folder.rename(old)
            new.rename(folder)
        except BaseException:  # whatever goes wrong, or whoever interrupts, the old one comes back
            if old.exists() and not folder.exists():
                old.rename(folder)
            raise


if __name__ == "__main__":
    code = build(ROOT, ROOT / "site")
    if code == 0:
        print("The site stands in site/.")
    sys.exit(code)
