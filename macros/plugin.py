"""How the build tool gets at the macros and at what the frame shows; nothing else here knows it."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, select_autoescape
from mkdocs.config.base import LegacyConfig
from mkdocs.exceptions import Abort  # the one exception that MkDocs shows as its words alone
from mkdocs.plugins import BasePlugin, PluginCollection

from macros.checks.load import load
from macros.outputs import OUTPUTS, pages
from macros.outputs.pages import GIVEN, Given
from macros.pages.frames import frames
from macros.reading.mistakes import Mistakes
from macros.register import QUIET, Register


class Steps(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # of MkDocs
    """Steps of MkDocs' own, which mkdocs-macros does not hand on."""

    def on_env(self, env: Environment, /, **_: Any) -> None:
        """Before any template of overrides/ is read: in those of pages and pictures, what is no markup is escaped."""
        env.autoescape = select_autoescape(("html", "svg"))


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once for a build, and at each rebuild of `mkdocs serve`."""

    def here() -> str:
        """The page's path from docs/, as MkDocs has it, or as Zensical, which may build this site one day."""
        path: str = env.page.file.src_uri if hasattr(env.page, "file") else env.page.path
        return path

    try:
        given = env.conf["extra"].get(GIVEN) or Given(load(Path(env.project_dir)))  # none is given while serving
    except Mistakes as mistakes:
        raise Abort(str(mistakes)) from None
    if isinstance(plugins := env.conf["plugins"], PluginCollection):  # while it is MkDocs that builds
        plugins["steps"] = Steps()
    site = given.site
    register, quiet = Register(site, here), Register(site, lambda: QUIET)
    for name, macro in register.macros().items():
        env.macro(macro, name)
    env.variables["school"] = register.school
    folders, cited = env.conf["use_directory_urls"], register.cited_on
    around = frames(site, register.places, quiet.expand, cited, folders=folders, made=given.files)
    env.conf["extra"] |= {"frame": around, GIVEN: given}  # frame: all that overrides/ can name
    env.conf["site_name"] = site.school.name
    env.conf["site_url"] = env.conf["site_url"] or site.school.site_address


def on_post_build(env: Any) -> None:
    """Called by mkdocs-macros after a build: while serving, what is no page is made now."""
    given = env.conf["extra"][GIVEN]
    for output in OUTPUTS if given.files is None else ():
        if output is not pages.write:
            output(given.site, Path(env.conf["site_dir"]))
