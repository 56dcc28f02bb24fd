"""Shows the site while somebody edits, and anew after every change: python -m macros.commands.serve [PORT]

Nothing else leaves the security policy out of the pages. What is wrong is told, and the last good pages stay.
"""

import errno
import logging
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.livereload import LiveReloadServer

from macros.checks.load import load
from macros.outputs import write
from macros.reading.mistakes import mistake
from macros.reading.project import ROOT
from macros.running import place
from macros.running.boundary import run

WATCHED = ("docs", "overrides", "macros", "mkdocs.yml")
HOST = "127.0.0.1"  # seen on this machine alone


def server(root: Path, folder: Path, port: int) -> LiveReloadServer:
    """Serves the site in `folder`, where it is built once. Raises Mistakes for what is wrong with it at the start."""
    build = partial(_build, root, folder, f"http://{HOST}:{port}/")

    def again() -> None:
        run(build, root)

    build()
    served = LiveReloadServer(again, host=HOST, port=port, root=str(folder))
    for name in WATCHED:
        served.watch(str(root / name))
    return served


def _build(root: Path, folder: Path, address: str) -> None:
    """Builds it beside the folder, and puts it in its place when it is whole."""
    folder.parent.mkdir(exist_ok=True)
    with place.beside(folder.parent) as scratch:
        write(load(root), scratch / place.NEW, serving=address)
        place.put(scratch / place.NEW, folder)


def main() -> None:
    port = " ".join(sys.argv[1:]) or "8000"
    if not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 2**16):
        raise mistake("PORT", f"'{port}' is no port; give a number such as 8000")
    logging.basicConfig(format="%(message)s")
    logging.getLogger("mkdocs.livereload").setLevel(logging.INFO)
    with TemporaryDirectory() as scratch:
        served = server(ROOT, Path(scratch) / "site", int(port))
        try:
            served.serve()  # type: ignore[no-untyped-call]  # until Ctrl+C
        except KeyboardInterrupt:
            pass
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise mistake("PORT", f"{port} is in use already; give another one, such as 8001") from error
            raise
        finally:
            served.shutdown()


if __name__ == "__main__":
    sys.exit(run(main))
