"""How the build tool gets at the macros and at what the frame shows; nothing else here knows it."""

from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort  # the one exception that MkDocs shows as its words alone

from macros.checks.load import load
from macros.outputs.pages import GIVEN
from macros.pages.frames import frames
from macros.reading.mistakes import Mistakes
from macros.register import QUIET, Register


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once for a build, and at each rebuild of `mkdocs serve`."""

    def here() -> str:
        """The page's path from docs/, as MkDocs has it, or as Zensical, which may build this site one day."""
        path: str = env.page.file.src_uri if hasattr(env.page, "file") else env.page.path
        return path

    given = env.conf["extra"].get(GIVEN)  # nothing while serving
    try:
        site = given.site if given else load(Path(env.project_dir))
    except Mistakes as mistakes:
        raise Abort(str(mistakes)) from None
    register, quiet = Register(site, here), Register(site, lambda: QUIET)
    for name, macro in register.macros().items():
        env.macro(macro, name)
    env.variables["school"] = register.school
    folders, made = env.conf["use_directory_urls"], given and given.files
    around = frames(site, quiet.expand, register.cited_on, folders=folders, made=made)
    env.conf["extra"]["frame"] = around  # all that overrides/ can name
    env.conf["site_name"] = site.school.name
    env.conf["site_url"] = env.conf["site_url"] or site.school.site_address
