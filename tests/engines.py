"""Two more engines, WebKit and Firefox, behind one small interface; installs what is missing: python -m tests.engines

They come from Debian's packages, as root alone: Playwright's own builds of them cannot be had everywhere. Firefox needs no
driver for WebDriver BiDi, and Selenium drives WebKit.
"""

import json
import os
import re
import shutil
import subprocess
from collections import deque
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, Protocol

from selenium.webdriver import WebKitGTK, WebKitGTKService
from websocket import create_connection

from tests.chromium import apt, works

WIDTH, HEIGHT = 320, 640  # of a small phone
PATIENCE = 300  # seconds for one question to a page, on a busy machine
SEEN = "css => [...document.querySelectorAll(css)].find(item => item.checkVisibility())"
TO_THE_MIDDLE = "item => { item.scrollIntoView({ behavior: 'instant', block: 'center' }); return item }"
FIREFOX = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")


class Engine(Protocol):
    """A browser with one page, of a phone's width. Made by starting it; only where it is here."""

    packages: tuple[str, ...]  # Debian's

    @classmethod
    def here(cls) -> bool:
        """Whether this machine has it."""

    def open(self, url: str) -> None:
        """Opens a page and waits until it has loaded."""

    def ask(self, function: str, argument: Any = None) -> Any:
        """What a JavaScript function returns in the page; it and the argument are such as JSON can say."""

    def click(self, css: str) -> None:
        """Clicks what can be seen and is matched first, with a pointer, as a visitor does."""

    def close(self) -> None:
        """Ends it."""


class WebKit:
    """WebKitGTK's own small browser, on a screen that nobody sees. Its bar of buttons keeps its window at some 450 pixels."""

    packages = ("webkit2gtk-driver", "xvfb")

    @classmethod
    def here(cls) -> bool:
        return bool(shutil.which("WebKitWebDriver") and shutil.which("Xvfb"))

    def __init__(self) -> None:
        told, tell = os.pipe()
        self.screen = subprocess.Popen(["Xvfb", "-displayfd", str(tell)], pass_fds=[tell], stderr=subprocess.DEVNULL)
        os.close(tell)
        with os.fdopen(told) as number:
            display = f":{number.readline().strip()}"
        driver = shutil.which("WebKitWebDriver")
        self.driver = WebKitGTK(
            service=WebKitGTKService(driver, env=os.environ | {"DISPLAY": display, "GDK_BACKEND": "x11"})
        )
        self.driver.set_script_timeout(PATIENCE)
        self.driver.set_window_size(WIDTH, HEIGHT)

    def open(self, url: str) -> None:
        self.driver.get(url)

    def ask(self, function: str, argument: Any = None) -> Any:
        return self.driver.execute_script(f"return ({function})(arguments[0])", argument)

    def click(self, css: str) -> None:
        self.ask(SEEN, css).click()

    def close(self) -> None:
        self.driver.quit()
        self.screen.terminate()
        self.screen.wait()


class Firefox:
    """Firefox, without a driver: it speaks WebDriver BiDi over a web socket by itself."""

    packages = ("firefox-esr",)

    @classmethod
    def path(cls) -> str | None:
        return next(filter(works, map(shutil.which, FIREFOX)), None)

    @classmethod
    def here(cls) -> bool:
        return bool(cls.path())

    def __init__(self) -> None:
        self.profile = TemporaryDirectory(ignore_cleanup_errors=True)
        command = [self.path(), "--headless", "--remote-debugging-port", "0", "--profile", self.profile.name]
        self.browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        address = next(filter(None, (re.search(r"BiDi listening on (\S+)", line) for line in self.browser.stderr)))[1]
        Thread(
            target=deque, args=(self.browser.stderr, 0), daemon=True
        ).start()  # read on, so that it never has to wait
        self.socket, self.said = create_connection(f"{address}/session", timeout=PATIENCE, suppress_origin=True), 0
        self.send("session.new", capabilities={})
        self.page = {"context": self.send("browsingContext.getTree")["contexts"][0]["context"]}
        self.send("browsingContext.setViewport", **self.page, viewport={"width": WIDTH, "height": HEIGHT})

    def send(self, method: str, **params: Any) -> dict:
        """Sends a command and gives its result; what the browser says of its own accord in between is passed over."""
        self.said += 1
        self.socket.send(json.dumps({"id": self.said, "method": method, "params": params}))
        while (answer := json.loads(self.socket.recv())).get("id") != self.said:
            pass
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['message']}")
        return answer["result"]

    def run(self, expression: str) -> dict:
        found = self.send("script.evaluate", expression=expression, target=self.page, awaitPromise=False)
        if found["type"] == "exception":
            raise RuntimeError(found["exceptionDetails"]["text"])
        return found["result"]

    def open(self, url: str) -> None:
        self.send("browsingContext.navigate", **self.page, url=url, wait="complete")

    def ask(self, function: str, argument: Any = None) -> Any:
        return json.loads(self.run(f"JSON.stringify(({function})({json.dumps(argument)}) ?? null)")["value"])

    def click(self, css: str) -> None:
        element = self.run(f"({TO_THE_MIDDLE})(({SEEN})({json.dumps(css)}))")
        origin = {"type": "element", "element": {"sharedId": element["sharedId"]}}
        move = {"type": "pointerMove", "x": 0, "y": 0, "origin": origin}  # to its middle
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        pointer = {"type": "pointer", "id": "mouse", "actions": [move, *press]}
        self.send("input.performActions", **self.page, actions=[pointer])

    def close(self) -> None:
        self.send("browser.close")
        self.browser.wait()
        self.profile.cleanup()


ENGINES: dict[str, type[Engine]] = {"WebKit": WebKit, "Firefox": Firefox}


def main() -> None:
    if missing := [package for engine in ENGINES.values() if not engine.here() for package in engine.packages]:
        apt(*missing)


if __name__ == "__main__":
    main()
