"""This project's site and the frozen school's, each built once and served from a subfolder as any web server would, and a browser."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from macros.reading.project import ROOT
from macros.site import Site
from tests import projects
from tests.chromium import SENTENCE, find
from tests.looks.security import headers
from tests.site import SUBFOLDER, Built, built

FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


class Handler(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(SUBFOLDER.rstrip("/")))

    def end_headers(self) -> None:
        for name, value in headers(Path(self.directory)):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """This project's site, with its address on this machine: in a subfolder, as on a school's own web server.

    The same files answer at the top as well, where the links of the page for unknown addresses lead.
    """
    with served(built(ROOT, folder=tmp_path_factory.mktemp("served") / "site")) as site:
        yield site


@pytest.fixture(scope="session")
def content(site: Built) -> Site:
    return site.content


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The frozen school's site, served likewise."""
    with served(built(projects.school(tmp_path_factory.mktemp("school")), projects.TODAY)) as site:
        yield site


@contextmanager
def served(site: Built) -> Iterator[Built]:
    """Serves a built site until it is done with."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=site.folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield replace(site, url=f"http://127.0.0.1:{server.server_port}{SUBFOLDER}")
    server.shutdown()


@pytest.fixture(scope="session")
def blocked() -> list[str]:
    """What the security policy has blocked in any page, since it was last asked."""
    return []


@pytest.fixture(scope="session")
def browser(blocked: list[str]) -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or find()
    if not path:
        pytest.fail(SENTENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        new_context = browser.new_context

        def watched(**options: object) -> BrowserContext:
            context = new_context(**options)
            context.on("console", lambda said: blocked.append(said.text) if "Security Policy" in said.text else None)
            return context

        browser.new_context = watched
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def nothing_is_blocked(blocked: list[str]) -> Iterator[None]:
    """No page in use, in any test, does what its security policy forbids."""
    yield
    found = blocked[:]
    blocked.clear()
    assert found == []


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A new page as a computer has it."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(params=[False, True], ids=["without-javascript", "with-javascript"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A new page of a phone's width, once with JavaScript off and once with it on."""
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the frozen school, on its day, to change and to break."""
    monkeypatch.setenv("TODAY", projects.TODAY.isoformat())
    (tmp_path / "project").mkdir()
    return projects.school(tmp_path / "project")


@pytest.fixture(scope="module")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen school when it has just adopted its first version; nothing changes it."""
    return projects.adopted_once(tmp_path_factory.mktemp("once"))


@pytest.fixture
def once(adopted: Path, tmp_path: Path) -> Path:
    """A copy of it, to change and to break."""
    return projects.copy_of(adopted, tmp_path / "copy")


BROWSERS = {"browser", "engine"}  # the fixtures that start one


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if BROWSERS & {*getattr(item, "fixturenames", ())}:
            item.add_marker(pytest.mark.browser)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many broken inputs were tried, and how many of them gave a line that does not help; how well search finds."""
    reports = terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", [])
    said = [(name, value) for report in reports for name, value in report.user_properties]
    counts = [value for name, value in said if name == "broken inputs"]
    if counts:
        tried, short = (sum(count[key] for count in counts) for key in ("tried", "fell short"))
        terminalreporter.write_line(f"broken inputs made by rule: {tried} tried, {short} fell short")
    for name, value in said:
        if name == "search":
            terminalreporter.write_line(value)
