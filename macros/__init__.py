"""How the build tool gets at the macros and at what the frame shows; nothing else here knows it."""

from pathlib import Path
from typing import Any

from macros.load import load
from macros.mistakes import Mistakes
from macros.outputs import policy_json
from macros.pages.frames import frames
from macros.policy.plain import plain
from macros.register import QUIET, Register


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once for a build, and at each rebuild of `mkdocs serve`."""
    from mkdocs.exceptions import Abort  # the one exception that MkDocs shows as its words alone

    def here() -> str:
        """The page's path from docs/, as MkDocs has it, or as Zensical, which may build this site one day."""
        path: str = env.page.file.src_uri if hasattr(env.page, "file") else env.page.path
        return path

    try:
        site = load(Path(env.project_dir))
    except Mistakes as mistakes:
        raise Abort(str(mistakes)) from None
    register, quiet = Register(site, here), Register(site, lambda: QUIET)
    for name, macro in register.macros().items():
        env.macro(macro, name)
    env.variables["school"] = register.school
    shown = env.conf["extra"]  # what overrides/ can name
    shown["frame"] = frames(site, register.places, quiet._expand, register.cited_on, env.conf["use_directory_urls"])
    shown["policy_json"] = policy_json.policy_json(site, plain(quiet.status_line()), site.snapshot)
    shown["policy_schema"] = policy_json.policy_schema()
    env.conf["site_name"] = site.school.name
    env.conf["site_url"] = env.conf["site_url"] or site.school.site_address
