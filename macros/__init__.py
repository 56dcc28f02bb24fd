"""How the build tool gets at the macros and at what the frame shows; nothing else here knows it."""

import os
from functools import partial
from pathlib import Path
from typing import Any

import markdown
from markupsafe import Markup

from macros.mistakes import Mistakes
from macros.outputs import policy_json
from macros.pages.dates import day, month
from macros.pages.search import words_of
from macros.policy.plain import plain
from macros.policy.versions import PDF, today
from macros.register import QUIET, Register, load_checked, working_snapshot
from macros.shared.pages import POLICY, address
from macros.site import Site


def _pdfs(site: Site) -> dict[str, dict[str, str]]:
    """Address and size in words of the PDF that each page links to, by the page's path; while serving there are none."""
    folder = os.environ.get("PDFS")
    paths = {POLICY: PDF} | {version.page: version.pdf for version in site.versions}
    return {
        path: {"address": address, "size": f"{(Path(folder) / address).stat().st_size / 1000:.0f} kB"}
        for path, address in paths.items()
        if folder
    }


def _path(page: Any) -> str:
    """A page's path from docs/, as MkDocs has it, or as Zensical, which may build this site one day."""
    return page.file.src_uri if hasattr(page, "file") else page.path


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once for a build, and at each rebuild of `mkdocs serve`."""
    from mkdocs.exceptions import Abort  # the one exception that MkDocs shows as its words alone

    try:
        site, register = load_checked(Path(env.project_dir), lambda: _path(env.page))
    except Mistakes as mistakes:
        raise Abort(str(mistakes)) from None
    for name, macro in register.macros().items():
        env.macro(macro, name)
    env.variables["school"] = register.school
    env.conf["extra"]["content"] = site  # for overrides/
    env.conf["extra"]["places"] = register.places
    env.conf["extra"]["words_of"] = words_of
    env.conf["extra"]["day"] = partial(day, site.wording.sources.months)
    env.conf["extra"]["today"] = today()
    env.conf["extra"]["month"] = partial(month, site.wording.sources.months)
    env.conf["extra"]["cited_on"] = register.cited_on
    env.conf["extra"]["address"] = partial(address, folders=env.conf["use_directory_urls"])
    env.conf["extra"]["pdfs"] = _pdfs(site)
    quiet = Register(site, lambda: QUIET)
    env.conf["extra"]["say_needs_adoption"] = Markup(markdown.markdown(quiet._expand(site.wording.needs_adoption)))
    env.conf["extra"]["ask_for_another_way"] = plain(quiet.another_way())
    status = plain(quiet.status_line())
    env.conf["extra"]["policy_json"] = policy_json.policy_json(site, status, working_snapshot(site))
    env.conf["extra"]["policy_schema"] = policy_json.policy_schema()
    env.conf["site_name"] = site.school.name
    env.conf["site_url"] = env.conf["site_url"] or site.school.site_address
