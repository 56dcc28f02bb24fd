"""Nothing is put in place that was not read: each file and each page of the built site, as a visitor would have it.

What stands in docs/ is checked before, with a better line where one can be given. Here the result counts, whatever
brought it about. What is wrong is led back to the line that it comes from.
"""

import posixpath
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros.gate import files
from macros.gate.frame import POLICY, frame
from macros.gate.page import FRAME, Seen, faults
from macros.gate.source import Sources
from macros.gate.words import Fault, around
from macros.reading.mistakes import Mistake
from macros.shared.pages import NOT_FOUND, SEARCH
from macros.site import Site

ALONE = "no page leads here; add a line under nav in mkdocs.yml, or a link to it where it belongs"
NOT_FOUND_WORDS = "docs/_shared/wording.yml"


def check(
    site: Site, folder: Path, others: Collection[str] = (), *, folders: bool = True, serving: str = ""
) -> list[Mistake]:
    """What is wrong with a site that was built into `folder`.

    others: names of the files that are no page and belong to none, such as 'policy.pdf'.
    folders: False where a page's address is a file, for a copy that opens from a disk.
    serving: where it is shown while somebody edits, with pages that state no security policy.
    """
    pages = files.page_files(site.pages, folders=folders)
    there = files.names(folder)
    found = [*files.check(folder, there, pages, others)]
    call = site.now.helplines["emergency"].link
    pages[NOT_FOUND] = NOT_FOUND_WORDS
    seen, said, everywhere = {}, dict[Fault, str](), Counter[tuple[str, str]]()
    for name, source in pages.items():
        if name in there:
            seen[name] = Seen()
            page = LexborHTMLParser((folder / name).read_bytes())
            wrong = (*faults(page, site.allowed, seen[name]), *frame(page, call, seen[name], secured=not serving))
            said = dict.fromkeys(wrong, source) | said
            everywhere.update({(fault.says, fault.sign) for fault in wrong})
    reached, top = {"index.html", NOT_FOUND}, urlsplit(serving or site.school.site_address or "/").path or "/"
    for name in seen:
        for fault in _lost(name, seen, pages, there, top, reached):
            said.setdefault(fault, pages[name])
    sources = Sources(site.texts if said else {}, site.root)
    if frames := {fault: FRAME for fault in said if everywhere[fault.says, fault.sign] == len(seen) and fault.file}:
        said = frames  # of which all else may follow
    for fault, source in said.items():
        of_frame = everywhere[fault.says, fault.sign] == len(seen)  # what every page has
        file = FRAME if of_frame and not fault.file else fault.file
        file, line = (file, 0) if file else sources.find(source, fault.sign, fault.words)
        found.append(Mistake(file, line, fault.says))
    if all(mistake.file != FRAME for mistake in found):  # where the menu is
        found += [Mistake(pages[name], 0, ALONE) for name in seen.keys() - reached]
    if any(mistake.file == POLICY for mistake in found):  # which the header for web servers shows as well
        found = [mistake for mistake in found if mistake.file != f"overrides/{files.HEADERS}"]
    return sorted(set(found))


def _lost(
    name: str, seen: Mapping[str, Seen], pages: Mapping[str, str], there: Collection[str], top: str, reached: set[str]
) -> Iterator[Fault]:
    """Links of a page that lead nowhere, or to no place. top: what addresses from the top of the server begin with.

    reached: gathers the pages that one leads to.
    """
    for link, node in seen[name].links:
        path, _, anchor = unquote(link).partition("#")
        path = path.partition("?")[0]
        inside = path.removeprefix(top) if path.startswith("/") else posixpath.join(posixpath.dirname(name), path)
        file = name if not path else posixpath.normpath(inside or ".")
        if file not in there:
            file = posixpath.normpath(f"{file}/index.html")
        if file not in there or not link:
            says = f"a link leads to {link or 'nothing'}, and there is nothing; look at the names in docs/"
            yield Fault(says, "", link or "]()", around(node))
        elif anchor and file in seen and anchor not in seen[file].ids:
            says = (
                f"a link leads to '#{anchor}' in {pages[file]}, and there is no such place; look at the headings there"
            )
            yield Fault(says, "", f"#{anchor}", around(node))
        if file != name and pages[name] != f"docs/{SEARCH}":  # which leads to every page
            reached.add(file)
