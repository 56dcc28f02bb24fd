"""Builds the site into a new folder and puts it in place only when it is whole: python -m macros.outputs.build"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from macros.load import load
from macros.mistakes import Mistakes
from macros.outputs import mkdocs_said, pdf
from macros.reading.files import ROOT
from macros.site import Site


def build(root: Path, folder: Path, *options: str) -> int:
    """Builds `root` into `site` and gives 0, or another exit code; then `site` stays as it was.

    options: further words for MkDocs' command line.
    """
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
        try:
            site = load(root)
            _replace(folder, made(site, Path(scratch), *options), Path(scratch) / "old")
        except Mistakes as mistakes:
            print(mistakes, file=sys.stderr)
            return 1
        return 0


def made(site: Site, scratch: Path, *options: str) -> Path:
    """The site, in a new folder inside the empty folder `scratch`. Raises Mistakes for what only building it can find."""
    new, pdfs = scratch / "new", scratch / "pdfs"
    pdf.write(site, pdfs)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *options]
    command += ["--config-file", str(site.root / "mkdocs.yml"), "--site-dir", str(new)]
    environment = {"SOURCE_DATE_EPOCH": _date_of_commit(site.root), **os.environ, "NO_MKDOCS_2_WARNING": "1"}
    environment["PDFS"] = str(pdfs)
    run = subprocess.run(command, cwd=site.root, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        found = mkdocs_said.mistakes(run.stderr, site.texts)
        raise Mistakes(found) if found else mkdocs_said.Unforeseen(f"{run.stdout}\n{run.stderr}")
    (new / "search/search_index.json").unlink()  # the plugin's own index, which nothing reads
    shutil.copytree(pdfs, new, dirs_exist_ok=True)
    return new


def _replace(folder: Path, new: Path, old: Path) -> None:
    """Puts `new` in the place of `site`; whatever goes wrong, or whoever interrupts, the old site comes back."""
    try:
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    except BaseException:
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise


def _date_of_commit(root: Path) -> str:
    """Seconds since 1970 of the last commit, so that two builds of one commit are the same; '0' without git."""
    try:
        command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() or "0"
    except (OSError, subprocess.CalledProcessError):
        return "0"


if __name__ == "__main__":
    code = build(ROOT, ROOT / "site")
    if code == 0:
        print("The site stands in site/.")
    sys.exit(code)
