"""Every page, the stylesheet and the icon, read by the Nu HTML checker."""

import shutil
from pathlib import Path

import pytest

from tests.nu import KNOWN, Messages, nu, of_its_kinds
from tests.site import ADDRESSES, Built

pytestmark = pytest.mark.xdist_group("nu")  # Java starts once

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


@pytest.fixture(scope="module")
def messages(site: Built, school: Built, tmp_path_factory: pytest.TempPathFactory) -> Messages:
    """What the checker says of each file that it has read: the site's, by their paths, the frozen school's, and spoilt copies."""
    folder = tmp_path_factory.mktemp("nu")
    shutil.copytree(site.folder, folder, dirs_exist_ok=True)
    shutil.copytree(school.folder, folder / "school")
    (folder / "spoilt").mkdir()
    for name, (old, new, _) in SPOILT.items():
        words = (folder / name).read_text("utf-8").replace("@supports selector(:has(:checked)) {", KNOWN)
        assert words.count(old) == 1, f"{name} does not have {old} once"
        (folder / "spoilt" / name).write_text(words.replace(old, new), "utf-8")
    return nu(folder)


def test_the_checker_reads_every_page_stylesheet_and_picture(messages: Messages, site: Built, school: Built) -> None:
    of_the_school = {Path("school") / name for name in of_its_kinds(school.folder)}
    assert messages.keys() == of_its_kinds(site.folder) | of_the_school | {Path("spoilt", name) for name in SPOILT}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_valid_html(address: str, messages: Messages, site: Built) -> None:
    assert messages[site.file(address).relative_to(site.folder)] == []


@pytest.mark.parametrize("name", ["site.css", "icon.svg"])
def test_the_stylesheet_and_the_icon_are_valid(name: str, messages: Messages) -> None:
    assert messages[Path(name)] == []


def test_another_policys_pages_are_valid(messages: Messages) -> None:
    assert {name: said for name, said in messages.items() if name.parts[0] == "school" and said} == {}


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_not_valid_is_found(name: str, messages: Messages) -> None:
    assert SPOILT[name][2] in messages[Path("spoilt", name)]
