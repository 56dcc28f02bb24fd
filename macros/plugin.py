"""How the build tool gets at the macros and at what the frame shows; nothing else here knows it."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from jinja2 import Environment, select_autoescape
from mkdocs.config.base import LegacyConfig
from mkdocs.plugins import BasePlugin, PluginCollection
from mkdocs.structure.files import Files, InclusionLevel

from macros.checks.load import load
from macros.listed.inventory import LIBRARY, SCRIPTS
from macros.outputs.pages import GIVEN, Given
from macros.pages.frames import frames
from macros.register import QUIET, Register
from macros.running.bounds import Bounded


class Steps(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # of MkDocs
    """Steps of MkDocs' own, which mkdocs-macros does not hand on. pages: paths from docs/."""

    def __init__(self, pages: Collection[str]) -> None:
        self.listed = {*pages, *SCRIPTS, LIBRARY}

    def on_files(self, files: Files, /, **_: Any) -> Files:
        """Before anything is made: MkDocs has what is listed, and nothing else; the menu leads to what it leads to."""
        kept = [file for file in files if file.src_uri in self.listed]
        for file in kept:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        return Files(kept)

    def on_env(self, env: Environment, /, **_: Any) -> Environment:
        """Before any template of overrides/ is read: in those of pages and pictures, what is no markup is escaped."""
        bounded = Bounded(loader=env.loader, auto_reload=False, autoescape=select_autoescape(("html", "svg")))
        bounded.filters |= env.filters
        return bounded


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once for a build."""

    def here() -> str:
        """The page's path from docs/, as MkDocs has it, or as Zensical, which may build this site one day."""
        path: str = env.page.file.src_uri if hasattr(env.page, "file") else env.page.path
        return path

    given = env.conf["extra"].get(GIVEN) or Given(load(Path(env.project_dir)))  # Zensical gives none
    site = given.site
    register, quiet = Register(site, here), Register(site, lambda: QUIET)
    for name, macro in register.macros().items():
        env.macro(macro, name)
    env.variables["school"] = register.school
    folders, cited = env.conf["use_directory_urls"], register.cited_on
    around = frames(site, register.places, quiet.expand, cited, folders=folders, made=given.files)
    env.conf["extra"] |= {"frame": around, GIVEN: given}  # frame: all that overrides/ can name
    if isinstance(env.conf["plugins"], PluginCollection):  # Zensical has no such thing, and reads exclude_docs
        env.conf["plugins"]["steps"] = Steps(site.pages)
    env.conf["site_name"] = site.school.name
    env.conf["site_url"] = env.conf["site_url"] or site.school.site_address
