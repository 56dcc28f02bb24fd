"""Words are free: ordinary edits of this project, on copies; none is refused by make check, and every look still holds.

Each copy is built once; the copies of a group are read by the Nu HTML checker together, since Java takes long to start.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.commands.check import check
from macros.reading.mistakes import Mistakes
from macros.running.environment import today
from macros.shared.pages import CHECK, address
from tests.conftest import served
from tests.looks import faults
from tests.modes import HARDEST, faults_in_every_mode
from tests.nu import nu
from tests.ordinary import EDITS
from tests.projects import live
from tests.reference import Reference
from tests.site import Built, sheets

GROUPS = 2  # one for each core
MOST_PAGES, MOST_LETTERS = 3, 2  # of those that an edit has changed, looked at in a browser, and on paper
MOST_WAYS = 500  # to answer the check


def group(name: str) -> int:
    return list(EDITS).index(name) % GROUPS


NAMES = [pytest.param(name, marks=pytest.mark.xdist_group(f"ordinary-{group(name)}")) for name in EDITS]


@dataclass(frozen=True)
class Edited:
    """A copy after an edit. refusal: what make check says of it. changed: the pages that are not as before. invalid: by the Nu checker."""

    site: Built | None
    refusal: str
    changed: tuple[str, ...] = ()
    invalid: tuple[str, ...] = ()


def made(name: str, folder: Path) -> Edited:
    """The copy with its edit, checked and built as make check does it."""
    project, scratch = live(folder / "project"), folder / "scratch"
    scratch.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        try:
            if day := EDITS[name](project):
                patch.setenv("TODAY", day.isoformat())
            return Edited(Built(project, scratch / "site", check(project, scratch)[0], today()), "")
        except Mistakes as mistakes:
            return Edited(None, str(mistakes))


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory, site: Built) -> Callable[[str], Edited]:
    """The copy after an edit; all of a group are made at the first question for one of them."""
    found: dict[str, Edited] = {}

    def ask(name: str) -> Edited:
        if name not in found:
            folder = tmp_path_factory.mktemp("ordinary")
            names = [other for other in EDITS if group(other) == group(name)]
            for n, other in enumerate(names):
                found[other] = with_changes(made(other, folder / str(n)), site)
            for n, other in enumerate(names):
                copy_changed(found[other], folder / "nu" / str(n))
            said = nu(folder / "nu")
            for n, other in enumerate(names):
                wrong = tuple(f"{path}: {words}" for path, words in said.items() if path.parts[0] == str(n) and words)
                found[other] = replace(found[other], invalid=wrong)
        return found[name]

    return ask


def with_changes(edited: Edited, before: Built) -> Edited:
    """The same with the pages that differ from those of the project as it is; all of them where the stylesheet does."""
    if not edited.site:
        return edited
    css = [site.file("site.css").read_bytes() for site in (edited.site, before)]
    return replace(
        edited,
        changed=tuple(
            address
            for address in edited.site.addresses
            if address not in before.addresses
            or edited.site.html(address).source != before.html(address).source
            or css[0] != css[1]
        ),
    )


def copy_changed(edited: Edited, folder: Path) -> None:
    folder.mkdir(parents=True)
    for n, changed in enumerate(edited.changed):
        shutil.copy(edited.site.file(changed), folder / f"{n}.html")
    if edited.site:
        shutil.copy(edited.site.file("site.css"), folder)


@pytest.mark.parametrize("name", NAMES)
def test_make_check_takes_it_and_every_look_holds(name: str, edited: Callable[[str], Edited], browser: Browser) -> None:
    found = edited(name)
    assert found.refusal == ""
    assert found.changed, "nothing has changed, so this edit is none"
    assert faults(found.site) == {}
    assert found.invalid == ()
    context = browser.new_context()
    with served(found.site) as site:
        assert {where: wrong for where, wrong in in_a_browser(site, found.changed, context.new_page()) if wrong} == {}
    context.close()


def in_a_browser(site: Built, changed: tuple[str, ...], tab: Page) -> Iterator[tuple[str, object]]:
    """Where something was looked at, and what is wrong there."""
    first = [here for here in (address(CHECK),) if here in changed]
    step = -(-len(changed) // MOST_PAGES)
    for here in list(dict.fromkeys([*first, *changed[::step]]))[:MOST_PAGES]:
        tab.goto(site.url + here)
        yield here, faults_in_every_mode(tab, HARDEST)
    for here in [here for here in site.address_of("letter") if here in changed][:MOST_LETTERS]:
        tab.goto(site.url + here)
        yield f"{here} on paper", sheets(tab) - 1
    if address(CHECK) in changed:
        tab.goto(site.url + address(CHECK) + "#result")
        yield "the check", Reference(site.project, MOST_WAYS).wrong(tab.evaluate)


def test_the_command_itself_says_so(tmp_path: Path) -> None:
    """make check and make test of a copy whose words were changed, as a pull request runs them."""
    project = live(tmp_path)
    EDITS["a word in a clause"](project)
    command = [sys.executable, "-m", "macros.commands.check"]
    run = subprocess.run(command, cwd=project, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
