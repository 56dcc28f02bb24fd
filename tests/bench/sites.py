"""The sites to compare: the same words and macros, with this project's page frame and with other themes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.shared import pages
from macros.shared.front_matter import LONGEST_TITLE
from macros.shared.pages import HELP
from tests.projects import live

Config = dict[str, Any]  # mkdocs.yml, read
PLACES = ("/_shared/", "/_versions/", "/governors/")  # of exclude_docs: not pages; the rest are files of a theme


@dataclass(frozen=True)
class Theme:
    """A way to show the words. name: in the tables. change: of a mkdocs.yml, in place; None for the project's own.

    only_builds: whether a visitor meets the same page as with another theme here, so that its pages need no measuring.
    """

    name: str
    change: Callable[[Config], None] | None = None
    only_builds: bool = False


def _material(config: Config) -> None:
    config["theme"] = {"name": "material", "language": "en"}
    config["plugins"].insert(0, "search")


def _cut_down(config: Config) -> None:
    config["theme"] = {"name": "material", "language": "en", "font": False, "features": []}


def _in_its_menu(config: Config) -> None:
    _material(config)
    del config["nav"], config["not_in_nav"]


def _mkdocs(config: Config) -> None:
    config["theme"] = {"name": "mkdocs"}
    config["plugins"].insert(0, "search")


OURS = Theme("this site")
MATERIAL = Theme("Material as it comes", _material)
CUT_DOWN = Theme("Material cut down", _cut_down)
IN_ITS_MENU = Theme("Material, every page in its menu", _in_its_menu, only_builds=True)
MKDOCS = Theme("MkDocs' own theme", _mkdocs)
THEMES = (OURS, MATERIAL, CUT_DOWN, IN_ITS_MENU, MKDOCS)


def make(folder: Path, theme: Theme, count: int = 0) -> Path:
    """A copy of this project in a new folder, with `count` pages at least, in another theme."""
    folder.mkdir(parents=True)
    project = live(folder)
    _add_pages(project / "docs", count)
    if theme.change:
        file = project / "mkdocs.yml"
        loader = type("Loader", (yaml.SafeLoader,), {})
        loader.add_multi_constructor("!", lambda *_: None)  # !ENV, which only this project's own templates ask for
        config = yaml.load(file.read_text("utf-8"), loader)
        config["exclude_docs"] = "\n".join(PLACES)
        config["plugins"] = [plugin for plugin in config["plugins"] if plugin != "/search"]
        theme.change(config)
        file.write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    return project


def count(project: Path) -> int:
    """How many pages a project has."""
    return len(pages.read(project / "docs"))


def _add_pages(docs: Path, count: int) -> None:
    """Copies the pages of help under new names and titles, one after another, until there are `count` pages."""
    models = [page for page in pages.read(docs).values() if page.path.startswith("help/") and page.path != HELP]
    missing = count - len(pages.read(docs))
    for n in range(missing):
        page = models[n % len(models)]
        title = re.search(r"^title: (.*)$", page.text, re.MULTILINE)[1]
        new = f"{title[: LONGEST_TITLE - 6]} {n + 1}"
        text = page.text.replace(f"title: {title}\n", f"title: {new}\n", 1)
        text = re.sub(r"^(description: .*)$", rf"\1 Page {n + 1}.", text, count=1, flags=re.MULTILINE)
        (docs / page.path).with_stem(f"{Path(page.path).stem}-{n + 1}").write_text(text, "utf-8")
