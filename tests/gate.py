"""What a command says of a changed project, in a process of its own, and how well.

That process has a limit in time, an environment of its own and the rights of anybody, so that what hangs, what cannot be read and
what cannot be written are met as they would be anywhere.
"""

import ctypes
import fcntl
import multiprocessing
import os
import re
import resource
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.commands.adopt import adopt
from macros.commands.check import check
from macros.commands.clauses import add
from macros.commands.site import build
from macros.running.boundary import run
from tests import projects
from tests.spoiling import Case, Span, changes, remove, spoilt

DATA = yaml.safe_load((Path(__file__).parent / "gate.yml").read_text("utf-8"))
CASES: Mapping[str, Mapping[str, dict]] = DATA["cases"]  # by kind and name
GOOD = "the last good site"
SAID = re.compile(r"(?P<file>.+?)(:(?P<line>\d+))?: .*(;|\?|should|must have|look at|take out).*")
JARGON = re.compile(r"Traceback|pydantic|Input should|NoneType|<class|jinja2|KeyError|function-after|\bdict\b")
MUCH = 1 << 20  # bytes of what a command says
LIMIT = 30  # seconds; a build takes one
KINDS = ("well told", "unclear", "silently wrong", "traceback", "hang")
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])


def school(folder: Path) -> Path:
    """A copy of the frozen school, with the last good site in it."""
    project = projects.school(folder / "project")
    mend(project)
    return project


@dataclass(frozen=True)
class Ended:
    """How a command ended. code: None where it did not end by itself. kept: whether the last good site is as it was, and nothing else is there."""

    code: int | None
    said: str
    kept: bool

    @property
    def lines(self) -> list[str]:
        return [line for line in self.said.splitlines() if line.strip() and not line.startswith("INFO")]


def _adopt(root: Path, case: Case) -> int:
    """Adopts a version, and builds what comes of it."""
    record = projects.FIRST | {"approved_by": str(case["approved_by"])}
    return run(lambda: adopt(root, record, projects.DAY), root) or build(root, root / "site")


def _add(root: Path, case: Case) -> int:
    words = str(case.get("words", "Bringing up an old quarrel again."))
    return run(lambda: add(root, "old-quarrels", "grumbles", "Old quarrels", words, projects.DAY), root)


COMMANDS: Mapping[str, Callable[[Path, Case], int]] = {
    "site": lambda root, _: build(root, root / "site"),
    "check": lambda root, _: run(lambda: check(root, Path(tempfile.mkdtemp(dir=root.parent))), root),
    "adopt": _adopt,
    "add": _add,
}


def attempt(project: Path, case: Case = {}) -> Ended:  # noqa: B006 - nobody writes into it
    """Runs the command of a case, with its environment, and puts the last good site in its place again."""
    words = files(project)
    with tempfile.TemporaryDirectory() as folder:
        os.mkfifo(said := Path(folder) / "said")  # a pipe, which no limit on files bears on
        pipe = os.open(said, os.O_RDWR | os.O_NONBLOCK)
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, MUCH)
        process = PROCESSES.Process(target=_run, args=(project, dict(case), dict(os.environ), said))
        process.start()
        process.join(LIMIT)
        code = process.exitcode
        if code is None:
            process.kill()
            process.join()
        os.write(pipe, b"\n")
        text = os.read(pipe, MUCH).decode("utf-8", "replace")
        os.close(pipe)
    kept = not [*project.glob(".site*")] and files(project) == words
    return Ended(code, text, kept)


def files(project: Path) -> dict[Path, bytes]:
    """The words and the site of a project, to see whether anything was written."""
    found = [file for name in ("docs", "site") for file in (project / name).rglob("*")]
    return {file: file.read_bytes() for file in found if file.is_file() and not file.is_symlink()}


def mend(project: Path) -> None:
    """The last good site again, in place of what a command left."""
    for left in [*project.glob(".site*"), project / "site"]:
        remove(left)
    (project / "site").mkdir()
    (project / "site/index.html").write_text(GOOD)


def _run(root: Path, case: Case, environment: Mapping[str, str], said: Path) -> None:
    pipe = os.open(said, os.O_WRONLY)
    os.dup2(pipe, 1)
    os.dup2(pipe, 2)
    os.environ.clear()
    os.environ.update(environment | {"TODAY": projects.TODAY.isoformat()} | dict(case.get("env") or {}))
    os.chdir(root)
    _as_anybody()
    if "largest" in case:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(str(case["largest"])),) * 2)
    if "module" in case:
        os.execv(sys.executable, [sys.executable, "-m", *map(str, case["module"])])  # noqa: S606 - words of our own
    sys.exit(COMMANDS[str(case.get("by_command", "site"))](root, case))


DROP = 24  # PR_CAPBSET_DROP


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


def _as_anybody() -> None:
    """This process without the right of root to read and write whatever it likes (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH)."""
    if os.geteuid() == 0:
        libc, header, rights = ctypes.CDLL(None, use_errno=True), _Header(0x20080522, 0), (ctypes.c_uint32 * 6)()
        libc.capget(ctypes.byref(header), rights)
        rights[0] &= ~0b110  # of what is in effect now
        assert libc.prctl(DROP, 1) == libc.prctl(DROP, 2) == 0  # and of a program that takes this one's place
        assert libc.capset(ctypes.byref(header), rights) == 0


def names(line: str, case: Case, spans: Sequence[Span]) -> bool:
    """Whether a line names the file, and the line, of one of a case's changes, and says what it should."""
    match = SAID.fullmatch(line)
    if not match or JARGON.search(line) or not re.search(str(case.get("says", "")), line):
        return False
    if "told" in case or not changes(case):
        return re.fullmatch(str(case.get("told") or ".*"), match["file"]) is not None
    for change, (first, last) in zip(changes(case), spans, strict=True):
        if match["file"] == str(change["file"]).replace("\n", "\\n") and (
            not last or first <= int(match["line"] or 0) <= last
        ):
            return True
    return False


def judged(project: Path, case: Case, spans: Sequence[Span], ended: Ended) -> str:
    """How a case ended: one of KINDS, with what was said."""
    said = "\n".join([*ended.lines[:3], *ended.lines[3:][-2:]])
    if ended.code is None:
        return "hang"
    if "Traceback (most" in ended.said:
        return f"traceback: {said}"
    if ended.code == 0:
        return "well told" if as_it_should_be(project / "site", case) else f"silently wrong: {said}"
    every = "all" in case and not case.get("any")
    parts = [(one, [span]) for one, span in zip(changes(case), spans, strict=True)] if every else [(case, spans)]
    told = [any(names(line, part, lines) for line in ended.lines) for part, lines in parts]
    few = len(ended.lines) <= max(int(str(case.get("lines", 1))), len(changes(case)))
    good = all(told) and few and ended.kept and not case.get("built") and all(map(SAID.fullmatch, ended.lines))
    return "well told" if good else f"unclear{'' if ended.kept else ', and something is left'}: {said}"


def as_it_should_be(site: Path, case: Case) -> bool:
    """Whether a site that was built is one that this case may give."""
    shown = [file.read_text("utf-8") for file in site.rglob("*") if file.suffix in {".html", ".svg"}]
    if case.get("built"):
        return bool(shown) and all("Content-Security-Policy" in page for page in shown if "<body" in page)
    never = str(case.get("or_built"))
    return "or_built" in case and bool(shown) and not (never and any(re.search(never, page) for page in shown))


def outcome(project: Path, case: Case) -> str:
    """What becomes of one case; the project is good again afterwards."""
    if "by_command" in case or "module" in case:  # which writes into the words
        with tempfile.TemporaryDirectory() as folder:
            copy = projects.copy_of(project, Path(folder) / "copy")
            mend(copy)
            return _outcome(copy, case)
    return _outcome(project, case)


def _outcome(project: Path, case: Case) -> str:
    try:
        with spoilt(project, [case]) as [spans]:
            return judged(project, case, spans, attempt(project, case))
    finally:
        mend(project)


def untold(project: Path, named: Mapping[str, Case]) -> list[str]:
    """Which of these cases, all of one kind, are not told of when all are there at once: what was told is mended, and the rest is tried again.

    Each run has to tell something, and only of what is there.
    """
    left, short = dict(named), []
    while left:
        try:
            with spoilt(project, list(left.values())) as places:
                ended = attempt(project)
                fine = ended.code == 0 and all(as_it_should_be(project / "site", case) for case in [*left.values()][:1])
        finally:
            mend(project)
        if ended.code == 0:
            return short if fine else [*short, *(f"{name}: was taken as it is" for name in left)]
        told = {
            name
            for (name, case), spans in zip(left.items(), places, strict=True)
            if any(names(line, case, spans) for line in ended.lines)
        }
        stray = [
            line
            for line in ended.lines
            if not any(names(line, case, spans) for case, spans in zip(left.values(), places, strict=True))
        ]
        good = ended.code is not None and ended.kept and "Traceback (most" not in ended.said
        if not told or not good:
            return [*short, *_halved(project, left, ended)]
        short += [f"said beside {len(told)} others: {line}" for line in stray]
        left = {name: case for name, case in left.items() if name not in told}
    return short


def _halved(project: Path, left: Mapping[str, Case], ended: Ended) -> list[str]:
    """Some of several that are to blame for what was said of none: the first that are found."""
    items = list(left.items())
    if len(items) == 1 or ended.code is None:
        what = "hang" if ended.code is None else ended.said[-500:]
        return [f"{', '.join(left)}: {what}"]
    half = len(items) // 2
    return untold(project, dict(items[:half])) or untold(project, dict(items[half:]))
