"""Commands that end themselves in the middle, each in a process of its own: what tests/test_killed.py is made of.

Python tells of its steps one by one, before each is done (sys.addaudithook).
"""

import hashlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.commands.site import build
from macros.edits import writing
from macros.running import place
from tests import projects
from tests.gate import PROCESSES

PROCESSES.set_forkserver_preload(["tests.gate", __name__])
STEPS = ("os.", "open", "shutil.", "tempfile.", "ctypes.", "fcntl.")  # with the file system
NEW, OLD = "new", "old"  # what is in a file
PAGES = ("site/a.html", "site/b.html")
WORDS = ("docs/one.md", "docs/deep/two.md")
Job = Callable[[Path], None]


def put_folder(root: Path) -> None:
    with place.beside(root) as scratch:
        (scratch / "site").mkdir()
        for name in PAGES:
            (scratch / name).write_text(NEW)
        place.put(scratch / "site", root / "site")


def put_file(root: Path) -> None:
    with place.beside(root) as scratch:
        (scratch / "portable.zip").write_text(NEW)
        place.put(scratch / "portable.zip", root / "portable.zip")


def write_files(root: Path) -> None:
    writing.write(root, dict.fromkeys(WORDS, NEW), lambda _: None)


def build_site(root: Path) -> None:
    """In a child, or where the environment is put back."""
    os.environ["TODAY"] = projects.TODAY.isoformat()
    assert build(root, root / "site") == 0


@dataclass(frozen=True)
class Put:
    """Something that is put in place: what does it, the files that it writes, and those of them that were there before."""

    job: Job
    files: tuple[str, ...]
    were_there: tuple[str, ...]

    @property
    def whole(self) -> tuple[dict[str, str], dict[str, str]]:
        """What may stand afterwards: what was there, or what is new."""
        return dict.fromkeys(self.were_there, OLD), dict.fromkeys(self.files, NEW)


PUTS = {
    "a folder": Put(put_folder, PAGES, PAGES),
    "a folder where none was": Put(put_folder, PAGES, ()),
    "a file": Put(put_file, ("portable.zip",), ("portable.zip",)),
    "several files, one of them new": Put(write_files, WORDS, WORDS[1:]),
}


def _as_told(job: Job, root: Path, most: int | None, *, in_one_step: bool, count: Path | None = None) -> None:
    """Does a job, and ends itself before the step of the number `most`; or else writes down how many there were."""
    done = 0

    def told(event: str, _: object) -> None:
        nonlocal done
        if event.startswith(STEPS) and event != "os.kill":
            done += 1
            if most is not None and done > most:
                os.kill(os.getpid(), signal.SIGKILL)

    if not in_one_step:
        place.exchange = lambda _, __: False
    sys.addaudithook(told)
    job(root)
    if count:
        count.write_text(str(done))


def comes_to_its_end(job: Job, root: Path, most: int, *, in_one_step: bool = True) -> bool:
    """Whether a job is done in so many steps; else it is killed."""
    child = PROCESSES.Process(target=_as_told, args=(job, root, most), kwargs={"in_one_step": in_one_step})
    child.start()
    child.join()
    assert child.exitcode in (0, -signal.SIGKILL)
    return child.exitcode == 0


def steps(job: Job, root: Path, count: Path) -> int:
    """How many steps a job has. count: where the child writes it down."""
    child = PROCESSES.Process(target=_as_told, args=(job, root, None), kwargs={"in_one_step": True, "count": count})
    child.start()
    child.join()
    return int(count.read_text())


def after_each_step(put: Put, root: Path, *, in_one_step: bool) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """What stands after each step in turn: at once, and when the next command has cleared up."""
    done, most = False, 0
    while not done:
        folder = root / str(most)
        prepare(folder, put.were_there)
        done = comes_to_its_end(put.job, folder, most, in_one_step=in_one_step)
        at_once = standing(folder)
        place.clear(folder)
        assert not [*folder.glob(".*")]
        yield at_once, standing(folder)
        most += 1


def prepare(root: Path, files: tuple[str, ...]) -> None:
    """A folder with these old files in it."""
    for name in ("docs/none", *files):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
    for name in files:
        (root / name).write_text(OLD)


def standing(root: Path) -> dict[str, str]:
    """What stands in a folder, but for what is being made beside it."""
    names = {file.relative_to(root).as_posix(): file for file in root.rglob("*") if file.is_file()}
    return {name: file.read_text() for name, file in names.items() if not name.startswith(".")}


def digest(folder: Path) -> str:
    """Of all files in a folder, with their names."""
    found = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            found.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
    return found.hexdigest()
