"""Puts what was made in its place, whole: at every moment the old one stands there, or the new one.

It is made in a folder beside its place, which the command at work holds. Whatever ends a command, the next one clears
up after it. Where a system cannot exchange two folders in one step there is a moment without either, and the next
command puts the old one back; so it does with several files, of which not all were put.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from macros.reading.mistakes import mistake
from macros.running.exchange import exchange

try:
    import fcntl
except ImportError:  # on Windows, where nothing tells whether a command is at work in a folder but the folder's age
    fcntl = None  # type: ignore[assignment]

PREFIX = ".site-in-the-making-"  # of the folders beside; nobody else names one like this
NEW, OLD, MOVED, DONE = "new", "old", "moved", "done"  # in one of them
OLD_ENOUGH = 3_600  # seconds


@contextmanager
def beside(root: Path) -> Iterator[Path]:
    """A new folder in `root`, to make something in that is to be put there; gone afterwards, whatever happens."""
    with ExitStack() as stack:
        with _held(root):
            folder = Path(tempfile.mkdtemp(dir=root, prefix=PREFIX))
            stack.enter_context(_held(folder))
            stack.callback(shutil.rmtree, folder)
        yield folder


def free(place: Path, *, folder: bool) -> None:
    """Raises Mistakes where something stands in a place that will not be replaced. folder: what is to be put there."""
    kind = "a link" if place.is_symlink() else "a folder" if place.is_dir() else "a file" if place.exists() else ""
    if kind and kind != ("a folder" if folder else "a file"):
        raise mistake(place.name, f"{kind} stands where the new one has to go; move it away, or give it another name")


def put(new: Path, place: Path) -> None:
    """Puts a folder, or a file, in its place. new: in a folder of `beside`; an old one may stand there afterwards.

    Raises Mistakes where something of another kind stands in the place.
    """
    with _held(place.parent):
        free(place, folder=new.is_dir())
        if new.is_file():
            new.replace(place)
        elif not place.exists():
            new.rename(place)
        elif not exchange(new, place):
            _one_by_one(new, place)


def _one_by_one(new: Path, place: Path) -> None:
    moved = new.parent / MOVED / place.name
    moved.parent.mkdir()
    try:
        place.rename(moved)
        new.rename(place)
    except BaseException:  # whatever goes wrong, or whoever interrupts
        put_back(new.parent, place.parent)
        raise


def put_all(folder: Path, root: Path) -> None:
    """Puts all files below folder/new in their places below `root`; until `settle` they can be put back."""
    was = folder / "was"
    names = _names(folder / NEW)
    was.mkdir()
    for name in names:
        if (root / name).exists():
            (was / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, was / name)
    was.rename(folder / OLD)
    for name in names:
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(folder / NEW / name, folder / "next")
        put(folder / "next", root / name)


def settle(folder: Path) -> None:
    """What was put stays."""
    (folder / OLD).rename(folder / DONE)


def put_back(folder: Path, root: Path) -> None:
    """Puts the old ones back: what was moved away, and files that nobody has changed since they were put."""
    for moved in (folder / MOVED).glob("*"):
        if not (root / moved.name).exists():
            moved.rename(root / moved.name)
    for name in _names(folder / NEW) if (folder / OLD).exists() else []:
        place, old = root / name, folder / OLD / name
        if place.exists() and place.read_bytes() == (folder / NEW / name).read_bytes():
            if old.exists():
                old.replace(place)
            else:
                place.unlink()
                with suppress(OSError):  # of a folder that has more in it
                    place.parent.rmdir()


def clear(root: Path) -> None:
    """Takes away what commands that were ended have left in `root`, with the old ones in their places."""
    for folder in root.glob(f"{PREFIX}*"):
        if folder.is_symlink() or not folder.is_dir():
            continue  # whatever that is, no command made it
        with suppress(BlockingIOError, FileNotFoundError), _held(root), _held(folder, wait=False):
            if fcntl or time.time() - folder.stat().st_mtime > OLD_ENOUGH:
                put_back(folder, root)
                shutil.rmtree(folder)


def _names(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


@contextmanager
def _held(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """No other command holds this folder meanwhile. Raises BlockingIOError where one does that is not waited for."""
    if not fcntl:
        yield
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(fd)
