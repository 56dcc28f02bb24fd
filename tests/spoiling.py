"""Changes to a project, several at once, and everything as it was afterwards: what tests/gate.yml and tests/wide.py describe."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

Case = Mapping[str, object]
Span = tuple[int, int]  # the lines that a change is on, the first and the last; zeros where the whole file is meant


def changes(case: Case) -> list[Case]:
    """The changes of a case, each with its file."""
    return list(case.get("all") or ([case] if "file" in case else []))


@contextmanager
def spoilt(project: Path, cases: Sequence[Case]) -> Iterator[list[list[Span]]]:
    """The project with all these cases' changes in it, put right again afterwards. Gives the lines of each change of each case."""
    texts: dict[str, list[tuple[int, int, Case]]] = {}
    with ExitStack() as stack:
        kept = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for n, change in enumerate(change for case in cases for change in changes(case)):
            if change.get("is") in ("unreadable", "unwritable"):
                _forbid(project / str(change["file"]), str(change["is"]), stack)
            elif any(key in change for key in ("replace", "add", "at")):
                texts.setdefault(str(change["file"]), []).append((*_place(project, change), change))
            else:
                _put(project / str(change["file"]), change, kept / str(n), stack)
        spans = {id(change): (0, 0) for case in cases for change in changes(case)}
        for n, (name, edits) in enumerate(texts.items()):
            good = (project / name).read_text("utf-8")
            pieces, done = [], 0
            for start, end, change in sorted(edits, key=lambda edit: edit[:2]):
                pieces.append(good[done:start])
                first = "".join(pieces).count("\n") + 1
                pieces.append(words := _words(change))
                before, after = (len(words) - len(strip(words)) for strip in (str.lstrip, str.rstrip))
                first += words[:before].count("\n")
                last = first + words.strip().count("\n") if after else first + words.lstrip().count("\n")
                first = min(first, int(str(change.get("key", first))))
                line = change.get("line")
                spans[id(change)] = (first, last) if line is None else (int(str(line)),) * 2
                done = end
            _put(project / name, {"whole": "".join(pieces) + good[done:]}, kept / f"text-{n}", stack)
        yield [[spans[id(change)] for change in changes(case)] for case in cases]


def _place(project: Path, change: Case) -> Span:
    """From where to where a change puts other words in its file."""
    text = (project / str(change["file"])).read_text("utf-8")
    if "at" in change:
        start, end = change["at"]
    elif "add" in change:
        start = end = len(text)
    else:
        start = text.index(str(change["replace"]))
        end = start + len(str(change["replace"]))
    return start, end


def _words(change: Case) -> str:
    words = f"\n{change['add']}\n" if "add" in change else str(change["by"])
    if "deep" in change:
        opening, middle, closing = change["deep"]
        times = int(str(change["times"]))
        words = words.replace("DEEP", opening * times + middle + closing * times)
    return words


def _put(file: Path, change: Case, kept: Path, stack: ExitStack) -> None:
    """Something else in the place of a file; afterwards what was there is there again."""
    content = _content(file, change)
    made = [folder for folder in file.parents if not folder.exists()]
    file.parent.mkdir(parents=True, exist_ok=True)
    for folder in reversed(made):
        stack.callback(folder.rmdir)
    if os.path.lexists(file):
        file.rename(kept)
        stack.callback(kept.rename, file)
    stack.callback(remove, file)
    match change.get("is"):
        case "pipe":
            os.mkfifo(file)
        case "folder":
            file.mkdir()
        case "link":
            file.symlink_to(str(change["to"]))
        case "gone":
            pass
        case _:
            file.write_bytes(content)


def _content(file: Path, change: Case) -> bytes:
    if "whole" in change:
        return str(change["whole"]).encode()
    if "hex" in change:
        return file.read_bytes() + bytes.fromhex(str(change["hex"]))
    if "front" in change:
        return str(change["front"]).encode() + file.read_bytes()
    if "cut" in change:
        good, cut = file.read_bytes(), change["cut"]
        end = good.index(cut.encode()) if isinstance(cut, str) else int(len(good) * float(str(cut)))
        return good[: end - 1 if good[:end].endswith(b"\n") else end]
    return b""


def remove(file: Path) -> None:
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    else:
        file.unlink(missing_ok=True)


def _forbid(file: Path, how: str, stack: ExitStack) -> None:
    stack.callback(file.chmod, file.stat().st_mode)
    file.chmod(0o000 if how == "unreadable" else 0o555)
