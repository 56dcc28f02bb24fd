"""What pages and shared files call is there, and may stand where it stands.

A macro says itself where it may stand, by these places: 'pages', the policy's 'policy', a clause's page 'clause', a version's
'version'; the stem of a shared file, such as 'routes'; 'words', which are all shared files and clauses' pages;
and 'clauses', the clauses' own words. Shared words may call only what makes a link or a number, and never one another in a circle.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from macros.policy.clauses import NAME, Policy
from macros.policy.named import FACTS
from macros.policy.versions import Version
from macros.reading import braces
from macros.reading.mistakes import Mistake
from macros.shared.pages import POLICY, Page


def check(
    texts: Mapping[str, str],
    pages: Mapping[str, Page],
    macros: Mapping[str, braces.Macro],
    named: Mapping[str, braces.Keyed],
    versions: tuple[Version, ...] = (),
) -> Iterator[Mistake]:
    """Every call that is wrong. texts: by the file's name. named: what can be named, by noun."""
    rules = braces.Rules(macros, named, FACTS)
    for file, text in texts.items():
        page = pages.get(file.removeprefix("docs/"))
        if page and page.is_version and page.path not in {version.page for version in versions}:
            continue  # there is no such version, which another check says
        yield from braces.check(text, file, rules, _place(page) if page else PurePosixPath(file).stem)


def in_clauses(
    index: Policy, macros: Mapping[str, braces.Macro], named: Mapping[str, braces.Keyed]
) -> Iterator[Mistake]:
    """The same of the clauses' own words, which others show as plain text."""
    rules = braces.Rules(macros, named, FACTS)
    for clause in index.clauses.values():
        for line, words in enumerate(clause.lines, start=clause.first_line):
            yield from braces.check(words, NAME, rules, "clauses", line)


def _place(page: Page) -> str:
    if page.clause_id:
        return "clause"
    return "policy" if page.path == POLICY else "version" if page.is_version else "pages"
