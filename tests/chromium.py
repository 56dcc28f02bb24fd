"""Finds a Chromium, installs one if there is none, and prints where it is: python -m tests.chromium"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"  # Debian's Chromium without its windows, which take most of the time that a new page needs
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
SENTENCE = "The tests need Chromium and none could be installed here: install the package 'chromium' (or Google Chrome), then run make test again."


def works(path: str | None) -> bool:
    """Whether this is a browser that starts; Ubuntu's 'chromium-browser' may be an empty shell."""
    try:
        return (
            bool(path)
            and subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def find() -> str | None:
    """A Chromium that is here: the one named by CHROMIUM, the system's, or Playwright's own."""
    from playwright.sync_api import sync_playwright

    candidates = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), MAC]
    with sync_playwright() as playwright:
        candidates.append(playwright.chromium.executable_path)
    return next((path for path in candidates if path and Path(path).exists() and works(path)), None)


def apt(*packages: str) -> None:
    """Debian's packages, where the tests run as root; what this prints goes to stderr."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", *packages]):
            subprocess.run(["apt-get", *command], stdout=sys.stderr, env=environment, check=False)


def install() -> None:
    """Debian's package, else Playwright's own download."""
    apt("chromium")
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr, check=False)


def main() -> int:
    if not (os.environ.get("CHROMIUM") or shutil.which(SHELL)):
        apt(SHELL)
    if not find():
        install()
    path = find()
    print(path or SENTENCE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
