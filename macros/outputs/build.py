"""Builds the site into a new folder and puts it in place only when it is whole: python -m macros.outputs.build"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from macros.checks.load import load
from macros.outputs import pages, pdf, policy_json
from macros.reading.files import ROOT
from macros.reading.mistakes import Mistakes
from macros.site import Site

OUTPUTS: tuple[Callable[[Site, Path], None], ...] = (  # the pages last: they say how large the others are
    pdf.write,
    policy_json.write,
    pages.write,
)


def build(root: Path, folder: Path) -> int:
    """Builds `root` into `folder` and gives 0, or another exit code; then `folder` stays as it was."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
        try:
            new = Path(scratch) / "new"
            write(load(root), new)
            _replace(folder, new, Path(scratch) / "old")
        except Mistakes as mistakes:
            print(mistakes, file=sys.stderr)
            return 1
        return 0


def write(site: Site, folder: Path) -> None:
    """Everything that the site is, in a folder that is still to be made. Raises Mistakes for what only building it can find."""
    folder.mkdir()
    for output in OUTPUTS:
        output(site, folder)


def _replace(folder: Path, new: Path, old: Path) -> None:
    """Puts `new` in the place of `folder`; whatever goes wrong, or whoever interrupts, the old one comes back."""
    try:
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    except BaseException:
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise


if __name__ == "__main__":
    code = build(ROOT, ROOT / "site")
    if code == 0:
        print("The site stands in site/.")
    sys.exit(code)
