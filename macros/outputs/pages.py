"""The pages, and all that stands around them: MkDocs makes them, in this process, of the words that were read."""

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Self

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from macros import gate
from macros.outputs import mkdocs_said
from macros.reading.mistakes import raise_any
from macros.running.boundary import told
from macros.running.environment import handed_on
from macros.site import Site

GIVEN = "given"  # under extra in MkDocs' settings


@dataclass(frozen=True)
class Given:
    """What define_env is given, so that it reads nothing again. files: the folder of what was made before the pages."""

    site: Site
    files: Path | None = None

    def __deepcopy__(self, memo: object) -> Self:
        """Itself, since nothing in it ever changes: mkdocs-macros copies what stands under extra."""
        return self


def write(site: Site, folder: Path, *, folders: bool = True, serving: str = "") -> None:
    """Makes the pages in `folder`, beside what was made before, and has all of it read.

    folders: False where a page's address is a file, for a copy that opens from a disk.
    serving: where the site is shown while somebody edits, and only there; pages then lack the security policy, which
    would block the script that shows them anew. Raises Mistakes for what only building can find.
    """
    others = gate.files.names(folder)
    with tempfile.TemporaryDirectory() as made, _alone(site.root) as said:
        try:
            config = load_config(str(site.root / "mkdocs.yml"), site_dir=made, strict=True, use_directory_urls=folders)
            config.extra |= {GIVEN: Given(site, folder), "serving": bool(serving)}
            config.site_url = serving or config.site_url
            build(config)
        except MkDocsException as error:
            raise mkdocs_said.unforeseen(f"{said.getvalue()}{error}") from error
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever ends the build tool is told
            cause = _cause(error)
            raise told(cause, mkdocs_said.page(said.getvalue()), site.root) from cause
        (Path(made) / "search/search_index.json").unlink()  # the plugin's own index, which nothing reads
        shutil.copytree(made, folder, dirs_exist_ok=True)
    raise_any(gate.check(site, folder, others, folders=folders, serving=serving))


def _cause(error: BaseException) -> Exception:
    """What was wrong first: the plugin for macros catches it, and ends on something else."""
    while error.__context__ and not error.__suppress_context__:
        error = error.__context__
    return error if isinstance(error, Exception) else RuntimeError(error)


@contextmanager
def _alone(root: Path) -> Iterator[StringIO]:
    """As if MkDocs had a process of its own, of which nothing is left; gives what it and its plugins warn of."""
    environment, paths, log = dict(os.environ), sys.path[:], logging.getLogger("mkdocs")
    needed = handed_on(root)
    handler = logging.StreamHandler(said := StringIO())
    handler.setLevel(logging.WARNING)
    log.addHandler(handler)
    _become(needed)
    try:
        yield said
    finally:
        log.removeHandler(handler)
        _become(environment)
        sys.path[:] = paths


def _become(environment: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
