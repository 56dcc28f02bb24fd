"""The sites to compare: the same words and macros, with this project's page frame and with other themes."""

import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice, product
from pathlib import Path
from string import ascii_lowercase

import yaml

from macros.policy.clauses import NAME
from macros.policy.history import PUBLISHED
from macros.reading.project import ROOT
from tests.projects import CHECK, edit, live

Command = tuple[str, ...]
SETTINGS = "bench.yml"  # beside mkdocs.yml, where this project's own checks look for the menu
MKDOCS: Command = ("-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", SETTINGS)
WHOLE: Command = ("-m", "macros.commands.site")  # what `make site` does: with the PDF, and a first check of the words
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "PYTHONPATH": str(ROOT)}
PLACES = ("/_shared/", "/_versions/", "/governors/")  # of exclude_docs: not pages; the rest are files of a theme


@dataclass(frozen=True, eq=False)
class Theme:
    """A way to show the words. name: in the tables. settings: of `theme` in mkdocs.yml, empty for the project's own.

    search: whether it brings a search. menu: whether every page stands in its menu.
    """

    name: str
    settings: Mapping[str, object] = field(default_factory=dict)
    search: bool = True
    menu: bool = False


OURS = Theme("this site")
MATERIAL = Theme("Material as it comes", {"name": "material", "language": "en"})
CUT_DOWN = Theme("Material cut down", {**MATERIAL.settings, "font": False, "features": []}, search=False)
IN_ITS_MENU = Theme("Material, all in its menu", MATERIAL.settings, menu=True)
THEMES = (OURS, MATERIAL, CUT_DOWN, Theme("MkDocs' own theme", {"name": "mkdocs"}))


class _Loader(yaml.SafeLoader):
    """Reads !ENV as nothing; only this project's own templates ask for it."""


_Loader.add_multi_constructor("!", lambda *_: None)


def make(folder: Path, theme: Theme, more: int = 0) -> Path:
    """A copy of this project in a new folder, in another theme, with `more` clauses."""
    folder.mkdir(parents=True)
    project = live(folder)
    _add_clauses(project, more)
    text = (project / "mkdocs.yml").read_text("utf-8")
    if theme.settings:
        config = yaml.load(text, _Loader)
        plugins = [plugin for plugin in config["plugins"] if plugin != "/search"]
        config |= {"theme": dict(theme.settings), "exclude_docs": "\n".join(PLACES)}
        config["plugins"] = ["search", *plugins] if theme.search else plugins
        if theme.menu:
            del config["nav"], config["not_in_nav"]
        text = yaml.safe_dump(config, allow_unicode=True)
    (project / SETTINGS).write_text(text, "utf-8")
    return project


def _add_clauses(project: Path, more: int) -> None:
    """At the end of the policy, all in one go; `make add` checks everything after each."""
    ids = [f"further-{''.join(letters)}" for letters in islice(product(ascii_lowercase, repeat=3), more)]
    words = {id: f'As for "{id}", the school and {{{{ term("parent", "parents") }}}} may agree on more.' for id in ids}
    clauses = "".join(f'\n{{{{ clause("{id}") }}}}\n{words[id]}\n' for id in ids)
    edit(project, NAME, "\n{{ withdrawn() }}\n", f"{clauses}\n{{{{ withdrawn() }}}}\n")
    edit(project, CHECK, "\nnot_asked:\n", "\nnot_asked:\n" + "".join(f"  - {id}\n" for id in ids))
    with (project / PUBLISHED).open("a", encoding="utf-8") as published:
        published.writelines(f"  {id}:\n    - As for {id}, the school and parents may agree on more.\n" for id in ids)
    for id in ids:
        page = f'---\ntitle: More on {id}\nadded: 2026-11-22\n---\n{{{{ clause_page("{id}") }}}}\n'
        (project / f"docs/policy/{id}.md").write_text(page, "utf-8")


def seconds(project: Path, *words: str) -> float:
    """The processor's time for `python …` in a project's folder, which other work on the machine lengthens least.

    Raises RuntimeError, with what was said, when it fails.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command, environment = [sys.executable, *words], os.environ | ENVIRONMENT
    ran = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise RuntimeError(f"python {' '.join(words)} failed: {(ran.stderr or ran.stdout)[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
