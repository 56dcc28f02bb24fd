"""What pages and shared files call is there, and may stand where it stands.

A macro says itself where it may stand, by these places: 'pages', the policy's 'policy', a clause's page 'clause',
a version's 'version'; the stem of a shared file, such as 'routes'; 'words', which are all shared files and clauses'
pages; and 'clauses', the clauses' own words. Shared words may call only what makes a link or a number, and never one
another in a circle.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TypeAlias

from macros.adopted.versions import Version
from macros.policy.clauses import NAME, Policy
from macros.policy.named import FACTS
from macros.reading import braces
from macros.reading.kinds import not_as_typed
from macros.reading.macro_rules import Keyed, Macro, Rules
from macros.reading.mistakes import Mistake
from macros.shared.pages import POLICY, Page
from macros.shared.routes import Routes
from macros.shared.school import School

Macros: TypeAlias = Mapping[str, Macro]  # by name
Named: TypeAlias = Mapping[str, Keyed]  # by noun


def check(
    texts: Mapping[str, str],
    pages: Mapping[str, Page],
    macros: Macros,
    named: Named,
    versions: tuple[Version, ...] = (),
) -> Iterator[Mistake]:
    """Every call that is wrong. texts: by the file's name. named: what can be named."""
    rules, adopted = Rules(macros, named, FACTS), {version.page for version in versions}
    for file, text in texts.items():
        page = pages.get(file.removeprefix("docs/"))
        if not page:
            yield from braces.check(text, file, rules, PurePosixPath(file).stem)
        elif not page.is_version or page.path in adopted:  # that there is no such version another check says
            yield from braces.check(text, file, rules, _place(page))


def in_clauses(index: Policy, macros: Macros, named: Named) -> Iterator[Mistake]:
    """The same of the clauses' own words, which others show as plain text."""
    rules = Rules(macros, named, FACTS)
    for clause in index.clauses.values():
        for line, words in enumerate(clause.lines, start=clause.first_line):
            yield from braces.check(words, NAME, rules, "clauses", line)


def in_routes(typed_routes: Routes, routes: Routes, school: School) -> Iterator[Mistake]:
    """The same of 'about' and 'who', which stand in links and headings: plain words, once the facts are in them."""
    rules = Rules({}, {}, FACTS)
    for key, route in typed_routes.routes.items():
        filled = routes.routes[key]
        for name, typed, words in (("about", route.about, filled.about), ("who", route.who, filled.who)):
            wrong = [mistake.text for mistake in braces.check(typed or "", routes.file, rules, "routes")]
            if not wrong and school.whole and (text := not_as_typed(words or "")):
                wrong = [f"routes.{key}.{name}: {text}"]
            yield from (routes.mistake(text, "routes", key, name) for text in wrong)


def _place(page: Page) -> str:
    if page.clause_id:
        return "clause"
    return "policy" if page.path == POLICY else "version" if page.is_version else "pages"
