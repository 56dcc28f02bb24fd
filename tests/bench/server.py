"""A web server that compresses, and that can behave as a far one: slow to connect, slow to start.

The tests' own (conftest.py) does neither, and sends the headers that only this project's site asks for.
"""

import gzip
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml"}  # what a web server compresses
WINDOW = 10 * 1460  # bytes of an answer that leave before the browser has said that any came; RFC 6928
LEVEL = 6  # of gzip: what web servers do unless told otherwise


class Served(ThreadingHTTPServer):
    """A site on this machine. round_trip: seconds, for each request and for connecting, once a visit (as in HTTP/2)."""

    round_trip = 0.0
    ready = 0.0  # when the connection stands; 0 when a visit begins

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A visit that ends cuts its connections; that is no error."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open
    disable_nagle_algorithm = True
    server: Served

    def setup(self) -> None:
        super().setup()
        self.window = WINDOW
        self.server.ready = self.server.ready or time.monotonic() + self.server.round_trip
        time.sleep(max(0.0, self.server.ready - time.monotonic()))

    def do_GET(self) -> None:
        time.sleep(self.server.round_trip)
        super().do_GET()

    def end_headers(self) -> None:
        if (Path(self.path).suffix or ".html") in PACKED:
            self.send_header("Content-Encoding", "gzip")
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """By TCP's slow start: a window's bytes, a round trip until the browser has said that they came, then twice."""
        while part := source.read(self.window):
            outputfile.write(part)
            if len(part) == self.window:
                time.sleep(self.server.round_trip)
            self.window += len(part)

    def log_message(self, *_: object) -> None:
        pass


def pack(site: Path, folder: Path) -> Path:
    """A copy of a built site in a new folder, its files as they are sent."""
    shutil.copytree(site, folder)
    for file in folder.rglob("*"):
        if file.suffix in PACKED and file.is_file():
            file.write_bytes(gzip.compress(file.read_bytes(), LEVEL, mtime=0))
    return folder


@contextmanager
def serve(packed: Path, round_trip: float = 0) -> Iterator[Served]:
    """Serves a packed site at the top of an address of its own until it is done with."""
    with Served(("127.0.0.1", 0), partial(_Handler, directory=packed)) as server:
        server.round_trip, server.daemon_threads = round_trip, True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
