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
from io import StringIO
from pathlib import Path
from typing import Self

from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros import gate
from macros.outputs import mkdocs_said
from macros.reading.git import date_of_commit
from macros.reading.mistakes import Mistakes, raise_any
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


def write(site: Site, folder: Path, *, folders: bool = True) -> None:
    """Makes the pages in `folder`, beside what was made before, and has all of it read.

    folders: False where a page's address is a file, for a copy that opens from a disk.
    Raises Mistakes for what only building can find.
    """
    others = gate.files.names(folder)
    with tempfile.TemporaryDirectory() as made, _alone(site.root) as said:
        try:
            config = load_config(str(site.root / "mkdocs.yml"), site_dir=made, strict=True, use_directory_urls=folders)
            config.extra[GIVEN] = Given(site, folder)
            build(config)
        except (Exception, SystemExit):  # noqa: BLE001 - whatever ends the build tool is told as a mistake
            found = mkdocs_said.mistakes(said.getvalue(), site.texts)
            unforeseen = mkdocs_said.unforeseen(said.getvalue() + traceback.format_exc())
            raise Mistakes(found) if found else unforeseen from None
        (Path(made) / "search/search_index.json").unlink()  # the plugin's own index, which nothing reads
        shutil.copytree(made, folder, dirs_exist_ok=True)
    raise_any(gate.check(site, folder, others, folders=folders))


@contextmanager
def _alone(root: Path) -> Iterator[StringIO]:
    """As if MkDocs had a process of its own, of which nothing is left; gives what it and its plugins warn of."""
    environment, paths, log = dict(os.environ), sys.path[:], logging.getLogger("mkdocs")
    os.environ.setdefault("SOURCE_DATE_EPOCH", date_of_commit(root))
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # the theme's advertisement
    handler = logging.StreamHandler(said := StringIO())
    handler.setLevel(logging.WARNING)
    log.addHandler(handler)
    try:
        yield said
    finally:
        log.removeHandler(handler)
        os.environ.clear()
        os.environ.update(environment)
        sys.path[:] = paths
