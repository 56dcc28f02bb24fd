"""The pages, and all that stands around them: MkDocs makes them, in this process, of the words that were read."""

import logging
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros.outputs import mkdocs_said
from macros.reading.git import date_of_commit
from macros.reading.mistakes import Mistakes
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


def write(site: Site, folder: Path, folders: bool = True) -> None:
    """Makes the pages in `folder`. folders: False where a page's address is a file, for a copy that opens from a disk.

    Raises Mistakes for what only building can find.
    """
    with tempfile.TemporaryDirectory() as made, _as_if_alone(site.root), _said() as said:
        try:
            settings = load_config(
                str(site.root / "mkdocs.yml"), site_dir=made, strict=True, use_directory_urls=folders
            )
            settings.extra[GIVEN] = Given(site, folder)
            build(settings)
        except (Exception, SystemExit):
            told = "\n".join(said)
            found = mkdocs_said.mistakes(told, site.texts)
            raise Mistakes(found) if found else mkdocs_said.Unforeseen(f"{told}\n{traceback.format_exc()}") from None
        (Path(made) / "search/search_index.json").unlink()  # the plugin's own index, which nothing reads
        shutil.copytree(made, folder, dirs_exist_ok=True)


@contextmanager
def _as_if_alone(root: Path) -> Iterator[None]:
    """The environment that MkDocs has by itself in a process of its own, and nothing left of it afterwards."""
    before, paths = dict(os.environ), sys.path[:]
    os.environ.setdefault("SOURCE_DATE_EPOCH", date_of_commit(root))
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # the theme's advertisement
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        sys.path[:] = paths


@contextmanager
def _said() -> Iterator[list[str]]:
    """What MkDocs and its plugins warn of meanwhile."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    try:
        yield said
    finally:
        log.removeHandler(handler)
