"""Clauses and their pages belong together, and a clause's words are plain: others show them without Markdown."""

import re
from collections.abc import Iterator, Mapping
from itertools import count

from macros.policy.clauses import NAME, Policy
from macros.reading.kinds import not_as_typed
from macros.reading.mistakes import Mistake
from macros.shared.pages import Page

CLAUSE_PAGE = re.compile(r'\{\{ clause_page\("([^"]+)"\) \}\}')


def unpaired(index: Policy, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Clauses without a page, and pages without a clause. What was withdrawn is a page and no clause."""
    renamed = {}
    for page in _astray(index, pages) if index.whole else ():
        shown = CLAUSE_PAGE.search(page.text)
        clause = index.clauses.get(shown[1]) if shown else None
        if clause and clause.path not in pages:
            renamed[clause.id] = page
            text = f"this is the page of the clause '{clause.id}'; call the file docs/{clause.path} again"
            yield Mistake(page.name, 0, text)
        else:
            remedy = f'add {{{{ clause("{page.clause_id}") }}}} to {NAME}, or say in the page when it was withdrawn'
            yield Mistake(page.name, 0, f"this page has no clause; {remedy}")
    for id, clause in index.clauses.items():
        if clause.path not in pages and id not in renamed:
            text = f"the clause '{id}' has no page; add docs/{clause.path} with its title, or put it back"
            yield Mistake(NAME, clause.line, text, about=f"docs/{clause.path}")


def _astray(index: Policy, pages: Mapping[str, Page]) -> list[Page]:
    """Clauses' pages whose clauses are not in the policy, and were not withdrawn."""
    of_clauses = (page for page in pages.values() if page.clause_id and not page.is_withdrawn)
    return [page for page in of_clauses if page.clause_id not in index.clauses]


def places(policy: Policy) -> Iterator[tuple[int, str, str]]:
    """Lines of the policy's file with what its sections and clauses say there, and how it is typed."""
    yield from ((section.line, section.title, section.title) for section in policy.sections)
    for clause in policy.clauses.values():
        yield from zip(count(clause.first_line), clause.sentences, clause.lines, strict=False)


def signs(policy: Policy) -> Iterator[Mistake]:
    """Headings and clauses that are not plain words: the check, the PDF and letters show them without Markdown."""
    for line, words, typed in places(policy):
        text = not_as_typed(words) if "{{" not in words else None  # what is left of a call that is wrong
        if text and text.split("'")[1] in typed:  # else a fact has it, of which its own kind says so
            yield Mistake(NAME, line, text)


def below(pages: Mapping[str, Page], index: Policy | None = None) -> Iterator[Mistake]:
    """Below its front matter a clause's page shows that clause, and nothing else: guidance would be unmarked there."""
    astray = _astray(index, pages) if index and index.whole else []  # of which unpaired() says so
    for page in (page for page in pages.values() if page.clause_id and page.first_line and page not in astray):
        call = f'{{{{ clause_page("{page.clause_id}") }}}}'
        lines = enumerate(page.text.split("\n"), start=1)
        body = [(n, line.strip()) for n, line in lines if n > page.first_line and line.strip()]
        if [line for _, line in body] != [call]:
            wrong = next((n for n, line in body if line != call), body[-1][0] if body else 0)
            text = f"below the second '---' this page should have {call} and nothing else"
            yield Mistake(page.name, wrong, f"{text}; guidance stands above it, under 'means'")
