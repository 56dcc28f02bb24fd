"""Fills in what words leave to shared definitions: the school's facts in routes, and a clause's own words made plain.

A word that is wrong is left as it is typed; that it is wrong, the checks say.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

import markdown
from jinja2.filters import do_striptags

from macros.policy.clauses import Policy
from macros.reading import braces
from macros.reading.markup import escaped, fill, marked
from macros.shared.pages import Page
from macros.shared.routes import Routes
from macros.shared.school import School
from macros.shared.terms import Terms
from macros.wording.whole import Wording

MARKDOWN = markdown.Markdown(
    extensions=["attr_list", "md_in_html", "tables"]
)  # made once: making it takes longer than using it


@cache  # the same words are asked about for the index, the snapshot and the PDF
def plain(text: str) -> str:
    """Markdown as plain words: text, which whoever shows it has to escape."""
    return do_striptags(MARKDOWN.reset().convert(text))


def with_facts(typed_routes: Routes, school: School) -> Routes:
    """The routes with the school's facts put into 'about' and 'who', which stand in links and headings."""
    routes = {}
    for key, route in typed_routes.routes.items():
        typed = {"about": route.about, "who": route.who}
        filled = {name: words and braces.filled(words, {"school": school}) for name, words in typed.items()}
        routes[key] = route.model_copy(update=filled)
    return typed_routes.model_copy(update={"routes": MappingProxyType(routes)})


def complete(
    index: Policy,
    pages: Mapping[str, Page],
    terms: Terms | None = None,
    routes: Routes | None = None,
    school: School | None = None,
    wording: Wording | None = None,
) -> Policy:
    """The clause index with titles from the clauses' pages, and with plain sentences. routes: with the school's facts.

    What calls something that could not be read is left as it is typed.
    """
    names = _names(index, terms, routes, school, wording)
    titles = {page.clause_id: page.record.title for page in pages.values() if page.clause_id}
    clauses = {}
    for id, clause in index.clauses.items():
        sentences = tuple(plain(braces.filled(line, names)) for line in clause.lines)
        clauses[id] = replace(clause, title=titles.get(id, ""), sentences=sentences)
    return replace(index, clauses=MappingProxyType(clauses))


def meanings(policy: Policy, terms: Terms, routes: Routes, school: School, wording: Wording) -> Mapping[str, str]:
    """Term key to what it means, in plain words and without its sources."""
    names = _names(policy, terms, routes, school, wording) | {"source": lambda _: ""}
    clauses = {id: clause.words for id, clause in policy.clauses.items()}
    said = {key: term.means or clauses.get(term.clause or "", "") for key, term in terms.terms.items()}
    return MappingProxyType({key: plain(braces.filled(words, names)) for key, words in said.items()})


def _names(
    index: Policy, terms: Terms | None, routes: Routes | None, school: School | None, wording: Wording | None
) -> dict[str, School | Callable[..., str]]:
    """What a clause's own words may call, giving the same words as the macros do, without their links."""
    names: dict[str, School | Callable[..., str]] = {"school": marked(school)} if school else {}
    if terms:
        names["term"] = lambda key, words="": escaped(words or terms.terms[key].word)
        names["figure"] = lambda key: str(terms.figures[key])
    if routes:
        names["route"] = lambda key, words="": escaped(words or routes.routes[key].who or routes.routes[key].about)
    if wording:
        reference = wording.clause.reference
        names["see"] = lambda id, words="": escaped(words or fill(reference, number=index.clauses[id].number))
    return names
