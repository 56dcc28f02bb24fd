"""What MkDocs alone can find, with the line where an editor has to put it right."""

import posixpath
import re
from collections.abc import Mapping

from macros.reading.mistakes import Mistake, Mistakes, mistake

NO_PLACE = re.compile(r"Doc file '(.+?)' contains a link '(.+?)', but .* anchor")
AT_WORK = re.compile(r"Error (?:reading|building) page '(.+?)'|_File_: `(.+?)`")
NOT_IN_NAV = re.compile(r'are not included in the "nav" configuration:\n((?:  - .+\n?)+)')


def mistakes(said: str, texts: Mapping[str, str]) -> set[Mistake]:
    """said: all that it warned of. texts: by the file's name, from the project's folder."""
    left_out = [page for pages in NOT_IN_NAV.findall(said) for page in re.findall(r"  - (.+)", pages)]
    found = {Mistake(f"docs/{page}", 0, "no page leads here; add a line under nav in mkdocs.yml") for page in left_out}
    return found | {_without_place(page, target, texts) for page, target in NO_PLACE.findall(said)}


def unforeseen(said: str) -> Mistakes:
    """For an end without a site that has no line here: the last line of what was said."""
    last = (said.strip().splitlines() or ["nothing"])[-1]
    raised = mistake("mkdocs.yml", f"MkDocs cannot build the site: {last}; DEBUG=1 make site shows all that it says")
    raised.add_note(said)
    return raised


def page(said: str) -> str:
    """The page that was being made when the build ended, such as 'docs/index.md'; '' where none was."""
    named = AT_WORK.findall(said)
    return f"docs/{''.join(named[-1])}" if named else ""


def _without_place(page: str, target: str, texts: Mapping[str, str]) -> Mistake:
    path, _, anchor = target.partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    remedy = f"leads to no place there; look at the headings of docs/{there}"
    links = {f"docs/{page}": f"({target})"}  # as they are typed on the page, and in words that several pages show
    links |= {name: f"(/{there}#{anchor})" for name in texts if not name.endswith(".md")}
    for name, link in links.items():
        above, found, _ = texts[name].partition(link)
        if found:
            return Mistake(name, above.count("\n") + 1, f"the link to {target} {remedy}")
    return Mistake(f"docs/{page}", 0, f"a link to {target}, made by a macro, {remedy}")
