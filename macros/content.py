"""All that the site is made from, loaded once, checked, and never changed afterwards."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import jinja2
import markdown
from markupsafe import Markup

from macros import calls, contrast, pages, policy, search, self_check_rules
from macros.kinds import Model
from macros.mistakes import Mistake, Mistakes
from macros.pages import Page
from macros.policy import Policy
from macros.routes import Routes
from macros.school import School
from macros.search import Search
from macros.self_check import SelfCheck
from macros.sources import Sources
from macros.strict_yaml import Document, load, read_text
from macros.terms import Terms
from macros.wording import Notes, Wording

SHARED = "docs/_shared"
MODELS: Mapping[str, type[Model]] = MappingProxyType(
    {
        "school": School,
        "terms": Terms,
        "routes": Routes,
        "self-check": SelfCheck,
        "sources": Sources,
        "notes": Notes,
        "search": Search,
        "wording": Wording,
    }
)
HELP_NOW = "child-safety"  # the route that every page's help for a child in danger links to
LIBRARY = "search/lunr.js"  # the script that is not in overrides/ but comes with MkDocs


@dataclass(frozen=True)
class Content:
    """The site's words and data. root: the project's folder. used_in: term key to the ids of clauses that use it."""

    root: Path
    school: School
    terms: Terms
    routes: Routes
    check: SelfCheck
    sources: Sources
    notes: Notes
    search: Search
    wording: Wording
    policy: Policy
    pages: Mapping[str, Page]
    used_in: Mapping[str, tuple[str, ...]]


def load_content(root: Path) -> Content:
    """Everything below `root`/docs. Raises Mistakes with every mistake that can be seen at this point."""
    jobs: dict[str, Callable[[], object]] = {
        stem: lambda stem=stem, model=model: load(root / SHARED / f"{stem}.yml", f"{SHARED}/{stem}.yml", model)
        for stem, model in MODELS.items()
    }
    jobs["pages"] = lambda: pages.read(root / "docs")
    jobs["policy"] = lambda: policy.read(read_text(root / policy.NAME, policy.NAME))
    found = _all(jobs)
    shared: dict[str, Document] = {stem: found[stem] for stem in MODELS}
    entries = {stem: document.entries for stem, document in shared.items()}
    entries["routes"] = _with_facts(shared["routes"], entries["school"])
    index = _complete(found["policy"], found["pages"], entries)
    _raise_any(
        [
            *_references(shared, index),
            *_scripts(root, found["pages"]),
            *contrast.check(root, shared["school"]),
            *search.check(shared["search"], found["pages"], entries["routes"].routes, entries["terms"].terms),
            *self_check_rules.check(shared["self-check"], index, entries["routes"].routes),
        ]
    )
    return Content(
        root=root,
        check=entries.pop("self-check"),
        policy=index,
        pages=found["pages"],
        used_in=_uses(index, entries["terms"]),
        **entries,
    )


def _all(jobs: Mapping[str, Callable[[], object]]) -> dict[str, object]:
    """The result of every job, or Mistakes with those of all the jobs together."""
    results, mistakes = {}, []
    for name, job in jobs.items():
        try:
            results[name] = job()
        except Mistakes as error:
            mistakes.extend(error.mistakes)
    _raise_any(mistakes)
    return results


def _raise_any(mistakes: Iterable[Mistake]) -> None:
    mistakes = list(mistakes)
    if mistakes:
        raise Mistakes(mistakes)


def facts(school: School) -> calls.Keyed:
    """The facts that words may rely on: those that every school has given."""
    always = [name for name, field in School.model_fields.items() if field.is_required() and name != "colours"]
    return calls.Keyed("fact about the school", f"{SHARED}/school.yml", always, School.model_fields)


def _with_facts(document: Document[Routes], school: School) -> Routes:
    """The routes with the school's facts put into 'about' and 'who', which stand in links and headings."""
    rules = calls.Rules({}, {}, facts(school))
    environment = jinja2.Environment()
    mistakes, routes = [], {}
    for key, route in document.entries.routes.items():
        filled = {}
        for field in ("about", "who"):
            if words := getattr(route, field):
                wrong = calls.check(words, document.name, rules)
                mistakes += [document.mistake(mistake.text, "routes", key, field) for mistake in wrong]
                filled[field] = words if wrong else environment.from_string(words).render(school=school)
        routes[key] = route.model_copy(update=filled)
    if HELP_NOW not in routes:
        mistakes.append(
            document.mistake(f"routes: '{HELP_NOW}' is missing; help for a child in danger links to it", "routes")
        )
    _raise_any(mistakes)
    return Routes.model_construct(routes=MappingProxyType(routes))


def _complete(index: Policy, site: Mapping[str, Page], entries: Mapping[str, Model]) -> Policy:
    """The clause index with titles from the clauses' pages, and with plain sentences."""
    titles = {page.clause_id: page.record.entries.title for page in site.values() if page.clause_id}
    mistakes = [
        Mistake(policy.NAME, clause.line, f"the clause '{id}' has no page; add docs/policy/{id}.md with its title")
        for id, clause in index.clauses.items()
        if id not in titles
    ]
    mistakes += [
        Mistake(f"docs/policy/{id}.md", 0, f'this page has no clause; add {{{{ clause("{id}") }}}} to docs/policy/index.md')
        for id in titles
        if id not in index.clauses
    ]
    names = _plain(index, entries)
    macros = {name: macro for name, macro in names.items() if callable(macro)}
    rules = calls.Rules(macros, keys(index, entries["terms"], entries["routes"]), facts(entries["school"]))
    for clause in index.clauses.values():
        for line, words in enumerate(clause.lines, start=clause.line):
            mistakes += [Mistake(m.file, line, m.text) for m in calls.check(words, policy.NAME, rules)]
    _raise_any(mistakes)
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)

    def resolve(line: str) -> str:
        return str(Markup(markdown.markdown(environment.from_string(line).render(names))).striptags())

    return policy.complete(index, titles, resolve)


def _plain(index: Policy, entries: Mapping[str, Model]) -> dict[str, object]:
    """What a clause's own words may call, giving the same words as the macros do, without their links."""
    terms, routes, wording = entries["terms"], entries["routes"].routes, entries["wording"]
    return {
        "school": entries["school"],
        "term": lambda key, words="": words or terms.terms[key].word,
        "figure": lambda key: str(terms.figures[key]),
        "see": lambda id, words="": words or wording.clause.reference.replace("{number}", index.clauses[id].number),
        "route": lambda key, words="": words or routes[key].who or routes[key].about,
    }


def keys(index: Policy, terms: Terms, routes: Routes) -> dict[str, calls.Keyed]:
    """What the first word must be of each macro that a clause's own words may call."""
    clauses = calls.Keyed("clause", policy.NAME, index.clauses)
    return {
        "see": clauses,
        "route": calls.Keyed("route", f"{SHARED}/routes.yml", routes.routes),
        "term": calls.Keyed("definition", f"{SHARED}/terms.yml", terms.terms),
        "figure": calls.Keyed("figure", f"{SHARED}/terms.yml", terms.figures),
    }


def _references(shared: Mapping[str, Document], index: Policy) -> list[Mistake]:
    """Clauses that shared files name and the policy does not have."""
    named = [
        ("terms", ("terms", key, "clause"), term.clause)
        for key, term in shared["terms"].entries.terms.items()
        if term.clause
    ]
    named += [("notes", ("notes", id), id) for id in shared["notes"].entries.notes]
    rule = calls.Keyed("clause", policy.NAME, index.clauses)
    return [
        shared[stem].mistake(f"{'.'.join(place)}: {rule.unknown(id)}", *place)
        for stem, place, id in named
        if id not in index.clauses
    ]


def _scripts(root: Path, site: Mapping[str, Page]) -> list[Mistake]:
    """Scripts that pages name and overrides/ does not have."""
    return [
        page.record.mistake(f"scripts: there is no overrides/{script}; name a file that is there", "scripts")
        for page in site.values()
        for script in getattr(page.record.entries, "scripts", ())
        if script != LIBRARY and not (root / "overrides" / script).is_file()
    ]


def _uses(index: Policy, terms: Terms) -> Mapping[str, tuple[str, ...]]:
    uses: dict[str, list[str]] = {key: [] for key in terms.terms}
    for clause in index.clauses.values():
        used = {call.key for call in calls.find(clause.words, policy.NAME) if call.macro == "term"}
        for key in sorted(used):
            uses[key].append(clause.id)
    return MappingProxyType({key: tuple(ids) for key, ids in uses.items()})
