"""What MkDocs alone can find, with the line where an editor has to put it right."""

import posixpath
import re
from collections.abc import Mapping

from macros.reading.mistakes import Mistake, Mistakes

NO_PLACE = re.compile(r"Doc file '(.+?)' contains a link '(.+?)', but .* anchor")
NOT_IN_NAV = re.compile(r'are not included in the "nav" configuration:\n((?:  - .+\n?)+)')


class Unforeseen(Mistakes):
    """MkDocs ends without a site for a reason that has no line here; shown is all that it said."""

    def __init__(self, said: str):
        last = (said.strip().splitlines() or ["nothing"])[-1]
        super().__init__(
            [Mistake("mkdocs.yml", 0, f"MkDocs cannot build the site: {last}; make site prints all that it says")]
        )
        self.args = (said,)


def mistakes(said: str, texts: Mapping[str, str]) -> list[Mistake]:
    """said: what it wrote to standard error. texts: by the file's name, from the project's folder."""
    found = {_without_place(page, target, texts) for page, target in NO_PLACE.findall(said)}
    for pages in NOT_IN_NAV.findall(said):
        for page in re.findall(r"  - (.+)", pages):
            found.add(Mistake(f"docs/{page}", 0, "no page leads here; add a line under nav in mkdocs.yml"))
    return sorted(found)


def _without_place(page: str, target: str, texts: Mapping[str, str]) -> Mistake:
    path, _, anchor = target.partition("#")
    from_docs = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    remedy = f"look at the headings of docs/{from_docs}"
    typed = {f"docs/{page}": f"({target})"} | {
        name: f"(/{from_docs}#{anchor})" for name in texts if not name.endswith(".md")
    }
    for name, link in typed.items():
        for number, line in enumerate(texts[name].split("\n"), start=1):
            if link in line:
                return Mistake(name, number, f"the link to {target} leads to no place there; {remedy}")
    return Mistake(f"docs/{page}", 0, f"a link to {target}, made by a macro, leads to no place there; {remedy}")
