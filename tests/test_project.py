"""The project's own order: what stands on which side, what is documented, what the lock file holds."""

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from macros.listed.inventory import NOT_ON_THE_SITE
from macros.reading.braces import find
from macros.reading.entries import SHARED
from macros.reading.project import ROOT
from macros.register import MACROS, Register
from macros.site import MODELS
from tests.projects import SCHOOL
from tests.site import pages_of


@pytest.fixture(scope="module")
def used() -> set[str]:
    """The macros that the frozen school's pages and shared files call."""
    texts = [page.text for page in pages_of(SCHOOL / "docs").values()]
    texts += [(SCHOOL / SHARED / f"{stem}.yml").read_text("utf-8") for stem in MODELS]
    return {call.macro for text in texts for call in find(text, "")}


@pytest.mark.parametrize("name", MACROS)
def test_a_macro_says_how_it_is_written_and_is_used(name: str, used: set[str]) -> None:
    example = getattr(Register, name).__doc__
    assert [call.macro for call in find(example, name)] == [name]
    assert name in used, "no page uses it; take it out"


def test_every_shared_file_is_loaded_and_says_who_may_edit_it() -> None:
    files = {file.stem: file for file in (SCHOOL / SHARED).iterdir()}
    assert files.keys() == MODELS.keys()
    for file in files.values():
        first_lines = file.read_text("utf-8").partition("\n\n")[0].splitlines()
        assert all(line.startswith("#") for line in first_lines) and "Edited by: " in " ".join(first_lines)


def test_what_is_not_on_the_site_is_what_zensical_leaves_out() -> None:
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_multi_constructor("!", lambda *_: None)
    excluded = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), loader)["exclude_docs"].split()
    assert [f"/{folder}/" for folder in NOT_ON_THE_SITE] == excluded


def test_the_lock_file_pins_and_hashes_everything_and_names_no_registry() -> None:
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    pins = re.findall(r"^[a-z].*$", lock, re.MULTILINE)
    assert pins and all("==" in pin and pin.endswith("\\") for pin in pins)
    assert lock.count("--hash=sha256:") >= len(pins)
    assert "://" not in lock and "index-url" not in lock


def test_no_plugin_but_search_and_macros() -> None:
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_multi_constructor("!", lambda *_: None)
    plugins = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), loader)["plugins"]
    assert {plugin if isinstance(plugin, str) else next(iter(plugin)) for plugin in plugins} == {"/search", "macros"}


def test_every_make_command_in_the_readme_exists_and_the_other_way_round() -> None:
    help = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    commands = set(re.findall(r"^make ([a-z-]+)", help, re.MULTILINE))
    assert commands == set(re.findall(r"^\| `make ([a-z-]+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_the_documents_name_exists(name: str) -> None:
    words = (ROOT / name).read_text("utf-8")
    paths = re.findall(r"`((?:docs|macros|overrides|tests|\.ci)/[\w./-]*)`", words)
    paths += [link for link in re.findall(r"\]\(([^)#]+)\)", words) if "://" not in link]
    assert paths and all((ROOT / path).exists() for path in map(Path, paths)), [
        p for p in paths if not (ROOT / p).exists()
    ]


@pytest.mark.xdist_group("one")
def test_a_group_of_tests_is_kept_together(request: pytest.FixtureRequest) -> None:
    """What is dear to make, a browser or a built site, is made once, because the tests that use it form a group."""
    assert "PYTEST_XDIST_WORKER" not in os.environ or request.node.nodeid.endswith("@one")
