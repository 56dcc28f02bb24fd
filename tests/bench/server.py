"""A small web server that compresses, keeps what it sent, and can behave as a far one: slow to connect, slow to start."""

import gzip
import mimetypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

KINDS = {"html": "HTML", "css": "CSS", "js": "JS", "json": "other", "woff2": "font", "woff": "font", "ttf": "font"}
PICTURES = ("svg", "png", "ico", "webp", "jpg", "gif")
PACKED = {"woff2", "woff", "png", "webp", "jpg", "gif", "gz", "pdf"}  # compressed already
WINDOW = 10 * 1460  # bytes of an answer that leave before the browser has said that any came; RFC 6928
LEVEL = 6  # of gzip: what web servers do unless told otherwise


@dataclass
class Served:
    """A site on this machine. sent: kind and bytes (of the body, compressed) of each answer since the last `forget`."""

    folder: Path
    round_trip: float = 0  # seconds; each request takes one, and so does connecting, but (HTTP/2) only the first time
    sent: list[tuple[str, int]] = field(default_factory=list)
    url: str = ""
    ready: float | None = None  # when the first connection stands

    def forget(self) -> None:
        """Begins a new visit: nothing sent, not connected."""
        self.sent, self.ready = [], None

    def answer(self, path: str) -> tuple[int, str, bytes, bool]:
        """Status, media type, body, and whether the body is compressed."""
        file = self.folder / unquote(urlsplit(path).path).lstrip("/")
        file, status = (file / "index.html" if file.is_dir() else file), 200
        if not file.is_file():
            file, status = self.folder / "404.html", 404
        body, suffix = _read(file), file.suffix.lstrip(".")
        self.sent.append((KINDS.get(suffix, "image" if suffix in PICTURES else "other"), len(body)))
        return status, mimetypes.guess_type(file.name)[0] or "application/octet-stream", body, suffix not in PACKED


_bodies: dict[Path, bytes] = {}


def _read(file: Path) -> bytes:
    """A file as it is sent; kept, so that compressing takes no part of a time."""
    if file not in _bodies:
        raw = file.read_bytes()
        _bodies[file] = raw if file.suffix.lstrip(".") in PACKED else gzip.compress(raw, LEVEL, mtime=0)
    return _bodies[file]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open
    disable_nagle_algorithm = True
    site: Served

    def setup(self) -> None:
        super().setup()
        if self.site.ready is None:
            self.site.ready = time.monotonic() + self.site.round_trip
        time.sleep(max(0.0, self.site.ready - time.monotonic()))
        self.window = WINDOW

    def do_GET(self) -> None:
        time.sleep(self.site.round_trip)
        status, kind, body, packed = self.site.answer(self.path)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self._send(body)

    def _send(self, body: bytes) -> None:
        """By TCP's slow start: a window's bytes, a round trip for the browser to say that they came, then twice as many."""
        sent = 0
        while len(body) - sent > self.window:
            self.wfile.write(body[sent : sent + self.window])
            sent += self.window
            self.window *= 2
            time.sleep(self.site.round_trip)
        self.wfile.write(body[sent:])
        self.window += len(body) - sent

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A visit that ends cuts its connections; that is no error."""


@contextmanager
def serve(folder: Path, round_trip: float = 0) -> Iterator[Served]:
    """Serves a built site at the top of an address of its own until it is done with."""
    site = Served(folder, round_trip)
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"site": site}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site.url = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
