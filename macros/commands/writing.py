"""Writes several files as one: all of them, or, if the site would then have a mistake, none."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


def write(root: Path, files: Mapping[str, str], check: Callable[[Path], object]) -> list[str]:
    """Writes the texts by file name, lets `check` look at `root`, and puts the old files back if it raises.

    Gives the names. Raises what `check` raises, with nothing written. A full disk is met before anything is in place,
    since all is written beside it first; going back takes no room.
    """
    with TemporaryDirectory(dir=root, prefix=".writing-") as scratch:
        new, old = Path(scratch) / "new", Path(scratch) / "old"
        for name, text in files.items():
            for folder in (new, old):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
            was = (root / name).read_bytes() if (root / name).exists() else b""
            (new / name).write_bytes(_as_before(text, was))
        with _undone(root, old, files):
            for name in files:
                (root / name).parent.mkdir(exist_ok=True)
                if (root / name).exists():
                    (root / name).replace(old / name)
                (new / name).replace(root / name)
            check(root)
    return list(files)


@contextmanager
def _undone(root: Path, old: Path, names: Iterable[str]) -> Iterator[None]:
    """Where anything is raised, files are again what they are in `old`, or gone where there is none, as are folders."""
    existed = {name for name in names if (root / name).exists()}
    missing = [folder for folder in dict.fromkeys((root / name).parent for name in names) if not folder.exists()]
    try:
        yield
    except BaseException:
        for name in names:
            if (old / name).exists():
                (old / name).replace(root / name)
            elif name not in existed:
                (root / name).unlink(missing_ok=True)
        for folder in filter(Path.exists, missing):
            folder.rmdir()
        raise


def _as_before(text: str, old: bytes) -> bytes:
    """The text with the ends of lines that the file has, and the mark at its beginning if it has one."""
    ends = "\r\n" if b"\r\n" in old else "\n"
    return text.replace("\n", ends).encode("utf-8-sig" if old.startswith(b"\xef\xbb\xbf") else "utf-8")
