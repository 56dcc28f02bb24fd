"""Fills in what words leave to shared definitions: the school's facts in routes, and a clause's own words made plain."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

import markdown
from markupsafe import Markup

from macros.mistakes import Mistake, raise_any
from macros.policy import clauses, references
from macros.policy.clauses import Policy
from macros.reading import braces
from macros.reading.entries import SHARED
from macros.reading.kinds import Model, not_as_typed
from macros.shared.pages import Page
from macros.shared.routes import Routes
from macros.shared.school import School
from macros.shared.terms import Terms
from macros.shared.wording import fill

HELP_NOW = "child-safety"  # the route that comes first, since its subject does


@cache  # the same words are asked about for the index, the snapshot and the PDF
def plain(text: str) -> str:
    """Markdown as plain words."""
    return str(Markup(markdown.markdown(text, extensions=["attr_list", "md_in_html"])).striptags())


def facts(school: School) -> braces.Keyed:
    """The facts that words may rely on: those that every school has given."""
    always = [name for name, field in School.model_fields.items() if field.is_required() and name != "colours"]
    return braces.Keyed("fact about the school", f"{SHARED}/school.yml", always, School.model_fields)


def with_facts(document: Routes, school: School) -> Routes:
    """The routes with the school's facts put into 'about' and 'who', which stand in links and headings."""
    rules = braces.Rules({}, {}, facts(school))
    mistakes, routes = [], {}
    for key, route in document.routes.items():
        filled = {}
        for field in ("about", "who"):
            if words := getattr(route, field):
                wrong = braces.check(words, document.file, rules)
                mistakes += [document.mistake(mistake.text, "routes", key, field) for mistake in wrong]
                filled[field] = words if wrong else braces.template(words).render(school=school)
                if not wrong and (text := not_as_typed(filled[field])):
                    mistakes.append(document.mistake(f"routes.{key}.{field}: {text}", "routes", key, field))
        routes[key] = route.model_copy(update=filled)
    if HELP_NOW not in routes:
        mistakes.append(
            document.mistake(f"routes: '{HELP_NOW}' is missing; help for a child in danger links to it", "routes")
        )
    elif next(iter(routes)) != HELP_NOW:
        text = f"routes: '{HELP_NOW}' is not the first; a child's safety comes before everything else, so move it to the top"
        mistakes.append(document.mistake(text, "routes", HELP_NOW))
    raise_any(mistakes)
    return document.model_copy(update={"routes": MappingProxyType(routes)})


def complete(index: Policy, site: Mapping[str, Page], entries: Mapping[str, Model]) -> Policy:
    """The clause index with titles from the clauses' pages, and with plain sentences."""
    raise_any(_unpaired(index, site))
    names = _plain(index, entries)
    macros = {name: macro for name, macro in names.items() if callable(macro)}
    rules = braces.Rules(macros, keys(index, site, entries["terms"], entries["routes"]), facts(entries["school"]))
    mistakes = []
    for clause in index.clauses.values():
        for line, words in enumerate(clause.lines, start=clause.first_line):
            mistakes += [Mistake(m.file, line, m.text) for m in braces.check(words, clauses.NAME, rules)]
    raise_any(mistakes)
    titles = {page.clause_id: page.record.title for page in site.values() if page.clause_id}
    index = clauses.complete(index, titles, lambda line: plain(braces.template(line).render(names)))
    raise_any(_signs(index))
    return index


def _signs(index: Policy) -> Iterator[Mistake]:
    """Headings and clauses that are not plain words: the check, the PDF and letters show them as well, without Markdown."""
    places = [(section.line, section.title) for section in index.sections]
    for clause in index.clauses.values():
        places += enumerate(clause.sentences, start=clause.first_line)
    for line, words in places:
        if text := not_as_typed(words):
            yield Mistake(clauses.NAME, line, text)


def _unpaired(index: Policy, site: Mapping[str, Page]) -> Iterator[Mistake]:
    """Clauses without a page, and pages without a clause. What was withdrawn is a page and no clause."""
    for id, clause in index.clauses.items():
        if f"policy/{id}.md" not in site:
            text = f"the clause '{id}' has no page; add docs/policy/{id}.md with its title"
            yield Mistake(clauses.NAME, clause.line, text)
    for page in site.values():
        if page.clause_id and not page.is_withdrawn and page.clause_id not in index.clauses:
            remedy = (
                f'add {{{{ clause("{page.clause_id}") }}}} to {clauses.NAME}, or say in the page when it was withdrawn'
            )
            yield Mistake(page.name, 0, f"this page has no clause; {remedy}")


def _plain(index: Policy, entries: Mapping[str, Model]) -> dict[str, object]:
    """What a clause's own words may call, giving the same words as the macros do, without their links."""
    terms, routes, wording = entries["terms"], entries["routes"].routes, entries["wording"]
    return {
        "school": entries["school"],
        "term": lambda key, words="": words or terms.terms[key].word,
        "figure": lambda key: str(terms.figures[key]),
        "see": lambda id, words="": words or fill(wording.clause.reference, number=index.clauses[id].number),
        "route": lambda key, words="": words or routes[key].who or routes[key].about,
    }


def keys(index: Policy, site: Mapping[str, Page], terms: Terms, routes: Routes) -> dict[str, braces.Keyed]:
    """What the first word must be of each macro that a clause's own words may call."""
    return {
        "see": references.clause_names(index, site),
        "route": braces.Keyed("route", f"{SHARED}/routes.yml", routes.routes),
        "term": braces.Keyed("definition", f"{SHARED}/terms.yml", terms.terms),
        "figure": braces.Keyed("figure", f"{SHARED}/terms.yml", terms.figures),
    }
