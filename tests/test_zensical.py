"""The way out: the theme's makers name Zensical as its successor. What it makes of the same words, anchor by anchor.

CONTRIBUTING.md lists what differs, and what a move would take.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.site import Built, Html

OF_THE_FRAME = {"content", "contents"}  # ids in overrides/main.html, which Zensical cannot use yet
FRAME = "  custom_dir: overrides\n"


def test_zensical_makes_the_same_pages_with_the_same_anchors(project: Path, school: Built) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "zensical.yml").write_text(settings.replace(FRAME, ""), "utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--config-file", "zensical.yml"]
    run = subprocess.run(
        command, cwd=project, env=os.environ | {"PYTHONPATH": "."}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr[-2000:]
    theirs = {path.relative_to(project / "site").as_posix(): path for path in (project / "site").rglob("*.html")}
    ours = {path.relative_to(school.folder).as_posix(): path for path in school.folder.rglob("*.html")}
    assert theirs.keys() == ours.keys()
    missing = {name: _of_content(path) - _ids(theirs[name]) for name, path in ours.items()}
    assert {name: ids for name, ids in missing.items() if ids} == {}


def _of_content(path: Path) -> set[str]:
    """Without those of the frame and of the list of sources, which the frame has below the content."""
    return {id for id in _ids(path) - OF_THE_FRAME if not id.startswith("source")}


def _ids(path: Path) -> set[str]:
    return set(Html(path.name, path.read_text("utf-8")).ids())
