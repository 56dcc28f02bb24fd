"""Where whatever goes wrong is told: in one line, with the file at work and what to do. Every command ends in `run`.

DEBUG=1 in the environment shows the traceback above that line.
"""

import errno
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from macros.reading.mistakes import Mistake, Mistakes, mistake
from macros.reading.project import PUT_BACK, ROOT
from macros.running.place import clear
from macros.running.stopping import stopped_gently

ASK = "run it again with DEBUG=1 in front, and show all that it says to whoever looks after this site"
RIGHT = "get the right to change it, or a copy of the project that you may change"
INTERRUPTED = 130
NOT_EXPORTED = re.compile(r"the template '(.+?)' \(imported ")


def run(job: Callable[[], None], root: Path = ROOT) -> int:
    """Runs a command and gives its exit code: 1, with lines on standard error, where something is wrong.

    root: the project's folder. Whoever interrupts it, or has read enough of what it says, is told nothing.
    """
    try:
        with stopped_gently():
            return _run(job, root)
    except BrokenPipeError:
        for stream in (sys.stdout, sys.stderr):  # else Python would try again to write what nobody reads
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return 1
    except KeyboardInterrupt as stopped:
        return int(stopped.args[0]) if stopped.args else INTERRUPTED


def _run(job: Callable[[], None], root: Path) -> int:
    try:
        with at_work("", root):
            clear(root)
            job()
            sys.stdout.flush()
    except Mistakes as mistakes:
        if os.environ.get("DEBUG"):
            traceback.print_exc()
        print(mistakes, file=sys.stderr, flush=True)
        return 1
    return 0


@contextmanager
def at_work(file: str, root: Path = ROOT) -> Iterator[None]:
    """Raises Mistakes for whatever goes wrong meanwhile. file: the one that it is said of, unless a better is known."""
    try:
        yield
    except BrokenPipeError:
        raise
    except Exception as error:
        raise told(error, file, root) from error


def told(error: Exception, file: str, root: Path) -> Mistakes:
    """What went wrong, as a person has to put it right. file: see at_work. root: the project's folder."""
    if isinstance(error, Mistakes):
        return error
    if isinstance(error, OSError) and not isinstance(error, TemplateError):
        return _of_disk(error, file, root)
    file = file or next(iter(getattr(error, "__notes__", ())), "")
    look, line = _of_look(error, root)
    remedy = PUT_BACK if look or file.startswith("overrides/") else ASK
    if isinstance(error, TemplateNotFound):
        missing = f"{(look or file).rpartition('/')[0]}/{error.name}"
        return mistake(missing, f"the file is missing{f', which {look}:{line} shows' if look else ''}; {PUT_BACK}")
    if isinstance(error, TemplateError):
        wrong = f"this template cannot be shown ({error})"
    elif isinstance(error, UnicodeDecodeError):
        wrong = "a character here is not UTF-8, as which every file is saved"
    elif isinstance(error, RecursionError):
        wrong = "something stands inside itself, or inside others too deeply"
        remedy = "write it more simply" if file.startswith("docs/") else remedy
    else:
        wrong = f"something went wrong that nobody foresaw ({type(error).__name__}: {error})"
    wrong = shorten(wrong, 300, placeholder=" …)")
    if look:
        return mistake(look, f"{wrong}; {remedy}", line)
    if not file:
        file, line = _place(error, ROOT / "macros", ROOT)
    return mistake(file or "this folder", f"{wrong}; {remedy}", line)


def _of_look(error: Exception, root: Path) -> tuple[str, int]:
    """The file of overrides/ in which it went wrong, and its line; '' for none."""
    if exporting := NOT_EXPORTED.match(str(error)):  # whichever of those that import it was the first
        return f"overrides/{exporting[1]}", 0
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename).relative_to(root).as_posix(), error.lineno
    return _place(error, root / "overrides", root)


def _place(error: Exception, folder: Path, root: Path) -> tuple[str, int]:
    """The file of a folder in which it went wrong, and its line; Jinja says so of its templates as well."""
    for frame, line in reversed([*traceback.walk_tb(error.__traceback__)]):
        if (path := Path(frame.f_code.co_filename)).is_relative_to(folder):
            return path.relative_to(root).as_posix(), line
    return "", 0


def _of_disk(error: OSError, file: str, root: Path) -> Mistakes:
    """What a file or the disk refuses."""
    at = error.filename2 or error.filename  # where something was to go, and what was at work
    path = Path(os.fsdecode(at)) if isinstance(at, str | bytes) else root / file
    is_refused = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
    if is_refused and (error.filename2 or not os.path.exists(path)):  # noqa: PTH110 - Path's own would be refused as well
        path = path.parent  # which nothing can be added to
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    name = "this folder" if name == "." else name
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            remedy = "make room on the disk, and run it again"
        case _ if is_refused:
            remedy = RIGHT
        case errno.ENOENT | errno.EISDIR | errno.ENOTDIR:
            remedy = PUT_BACK
        case _:
            remedy = ASK
    return Mistakes([Mistake(name, 0, f"this cannot be read or written ({error.strerror or error}); {remedy}")])
