"""Whatever ends a command, at whatever moment: the old thing stands in its place, whole, or the new one; the next command clears up.

A child ends itself in the middle of its steps, which Python tells of one by one (sys.addaudithook). make test-long ends more.
"""

import hashlib
import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from macros.commands import writing
from macros.commands.site import build
from macros.running import place
from tests import projects
from tests.gate import PROCESSES

STEPS = ("os.", "open", "shutil.", "tempfile.", "ctypes.", "fcntl.")  # what Python tells of before it is done
KILLS = 100 if os.environ.get("LONG") else 20
AT_ONCE = 4
NEW, OLD = "new", "old"
NAMES = ("docs/one.md", "docs/deep/two.md", "docs/three.yml")


def _folder(root: Path) -> None:
    with place.beside(root) as scratch:
        made = scratch / place.NEW
        made.mkdir()
        for n in range(3):
            (made / f"{n}.html").write_text(NEW)
        place.put(made, root / "site")


def _file(root: Path) -> None:
    with place.beside(root) as scratch:
        (scratch / "portable.zip").write_text(NEW)
        place.put(scratch / "portable.zip", root / "portable.zip")


def _files(root: Path) -> None:
    writing.write(root, dict.fromkeys(NAMES, NEW), lambda _: None)


def _folder_where_nothing_was(root: Path) -> None:
    _folder(root)


JOBS: dict[
    str, tuple[Callable[[Path], None], tuple[str, ...], tuple[str, ...]]
] = {  # with what it puts, and what was there
    "a folder": (_folder, ("site/0.html", "site/1.html", "site/2.html"), ("site/0.html", "site/1.html", "site/2.html")),
    "a folder where none was": (_folder, ("site/0.html", "site/1.html", "site/2.html"), ()),
    "a file": (_file, ("portable.zip",), ("portable.zip",)),
    "several files": (_files, NAMES, NAMES[1:]),
}


def _until(steps: int, job: Callable[[Path], None], root: Path, in_one_step: bool) -> None:
    """Does a job, and ends itself before the step of that number."""
    count = iter(range(steps))

    def told(event: str, _: object) -> None:
        if event.startswith(STEPS) and event != "os.kill" and next(count, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    if not in_one_step:
        place.exchange = lambda _, __: False
    sys.addaudithook(told)
    job(root)


def _ended(steps: int, job: Callable[[Path], None], root: Path, in_one_step: bool = True) -> bool:
    """Whether a child came to the end of its job."""
    child: BaseProcess = PROCESSES.Process(target=_until, args=(steps, job, root, in_one_step))
    child.start()
    child.join()
    assert child.exitcode in (0, -signal.SIGKILL)
    return child.exitcode == 0


def _standing(root: Path) -> dict[str, str]:
    files = (file for file in root.rglob("*") if file.is_file() and not file.relative_to(root).parts[0].startswith("."))
    return {file.relative_to(root).as_posix(): file.read_text() for file in files}


def _steps(name: str, root: Path, in_one_step: bool) -> Iterator[tuple[dict[str, str], dict[str, str], dict[str, str]]]:
    """What stands after each step in turn, what was there before, and what should be there in the end."""
    job, names, before = JOBS[name]
    for steps in range(1_000):
        folder = root / str(steps)
        (folder / "docs").mkdir(parents=True)
        for file in before:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(OLD)
        ended = _ended(steps, job, folder, in_one_step)
        if in_one_step and len(names) > 1 and name.startswith("a folder"):
            yield _standing(folder), dict.fromkeys(before, OLD), dict.fromkeys(names, NEW)
        place.clear(folder)
        assert not [*folder.glob(".*")]
        yield _standing(folder), dict.fromkeys(before, OLD), dict.fromkeys(names, NEW)
        if ended:
            return
    raise AssertionError("it never ends")


@pytest.mark.parametrize("in_one_step", [True, False], ids=["in one step", "step by step"])
@pytest.mark.parametrize("name", JOBS)
def test_killed_after_any_step_the_old_one_stands_or_the_new_one(name: str, in_one_step: bool, tmp_path: Path) -> None:
    seen = [*_steps(name, tmp_path, in_one_step)]
    assert all(standing in (old, new) for standing, old, new in seen)
    assert seen[0][0] == seen[0][1]
    assert seen[-1][0] == seen[-1][2]


def test_what_somebody_changed_after_a_command_was_killed_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "docs/deep").mkdir(parents=True)
    for name in NAMES:
        (tmp_path / name).write_text(OLD)
    steps = next(n for n in range(1_000) if not _ended(n, _files, tmp_path) and NEW in _standing(tmp_path).values())
    assert steps
    (tmp_path / NAMES[0]).write_text("later")
    place.clear(tmp_path)
    assert _standing(tmp_path) == dict.fromkeys(NAMES, OLD) | {NAMES[0]: "later"}


def _digest(folder: Path) -> str:
    found = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            found.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
    return found.hexdigest()


def _build(root: Path) -> None:
    os.environ["TODAY"] = projects.TODAY.isoformat()
    assert build(root, root / "site") == 0


def _counted(root: Path, said: Path) -> None:
    count = 0

    def told(event: str, _: object) -> None:
        nonlocal count
        count += event.startswith(STEPS)

    sys.addaudithook(told)
    _build(root)
    said.write_text(str(count))


def test_killed_while_the_site_is_built_a_whole_one_stands(tmp_path: Path) -> None:
    project = projects.school(tmp_path / "project")
    _build(project)
    whole = {_digest(project / "site")}
    projects.edit(project, "docs/about/privacy.md", "They go when you shut the page.", "They go when you shut it.")
    counted = PROCESSES.Process(target=_counted, args=(project, tmp_path / "count"))
    other = project / "site"
    kept = tmp_path / "kept"
    other.rename(kept)
    counted.start()
    counted.join()
    whole.add(_digest(project / "site"))
    assert len(whole) == 2
    last = int((tmp_path / "count").read_text())
    chance = random.Random(19)  # noqa: S311 - the same ones each time
    for n in range(KILLS):
        late = n % 2  # half of them near the end, where it is put in place
        assert not _ended(chance.randrange(last - 800 if late else 0, last - 5), _build, project)
        assert _digest(project / "site") in whole
        assert len([*project.glob(".site-*")]) <= 1
    _build(project)
    assert not [*project.glob(".site-*")]


def test_run_twice_at_once_a_whole_one_stands(tmp_path: Path) -> None:
    children = [PROCESSES.Process(target=_folder, args=(tmp_path,)) for _ in range(AT_ONCE)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0] * AT_ONCE
    assert _standing(tmp_path) == dict.fromkeys(JOBS["a folder"][1], NEW)
    assert not [*tmp_path.glob(".*")]
