"""All that the site is made from, loaded once, checked, and never changed afterwards."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import jinja2
import markdown
from markupsafe import Markup

from macros import calls, contrast, pages, permanence, policy, references, search, self_check_rules
from macros.kinds import Model
from macros.mistakes import Mistake, Mistakes
from macros.pages import ClauseRecord, Page
from macros.permanence import PUBLISHED, Published
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
REMARK = re.compile(r"^[ \t]*#.*$", re.MULTILINE)  # in YAML; what it shows as an example is not called


@dataclass(frozen=True)
class Content:
    """The site's words and data.

    root: the project's folder. pages: by path from docs/. withdrawn: the records of clauses that have left the policy, by id.
    texts: every file with words in it, by its name, as an editor sees it but for YAML's remarks.
    used_in: term key to the ids of clauses that use it. referrers: clause id to the paths of pages that refer to it.
    """

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
    withdrawn: Mapping[str, ClauseRecord]
    texts: Mapping[str, str]
    used_in: Mapping[str, tuple[str, ...]]
    referrers: Mapping[str, tuple[str, ...]]

    def trail(self, path: str) -> tuple[str, ...]:
        """The pages that lead to the page at `path`, from the one below the first page to itself."""
        page = self.pages.get(path)
        return (*self.trail(page.under or ""), path) if page else ()


def load_content(root: Path) -> Content:
    """Everything below `root`/docs. Raises Mistakes with every mistake that can be seen at this point."""
    jobs: dict[str, Callable[[], object]] = {
        stem: lambda stem=stem, model=model: load(root / SHARED / f"{stem}.yml", f"{SHARED}/{stem}.yml", model)
        for stem, model in MODELS.items()
    }
    jobs["published"] = lambda: load(root / PUBLISHED, PUBLISHED, Published)
    jobs["pages"] = lambda: pages.read(root / "docs")
    jobs["policy"] = lambda: policy.read(read_text(root / policy.NAME, policy.NAME))
    found = _all(jobs)
    shared: dict[str, Document] = {stem: found[stem] for stem in MODELS}
    entries = {stem: document.entries for stem, document in shared.items()}
    entries["routes"] = _with_facts(shared["routes"], entries["school"])
    site: Mapping[str, Page] = found["pages"]
    index = _complete(found["policy"], site, found["published"], entries)
    _raise_any(
        [
            *references.check(root, shared, index, site, entries["routes"]),
            *contrast.check(root, shared["school"]),
            *search.check(shared["search"], site, entries["routes"].routes, entries["terms"].terms),
            *self_check_rules.check(shared["self-check"], index, entries["routes"].routes),
        ]
    )
    texts = {stem: REMARK.sub("", document.text) for stem, document in shared.items()}
    check = entries.pop("self-check")
    return Content(
        root=root,
        check=check,
        policy=index,
        pages=site,
        withdrawn={page.clause_id: page.record.entries for page in site.values() if page.is_withdrawn},
        texts={page.name: page.text for page in site.values()} | {shared[stem].name: text for stem, text in texts.items()},
        used_in=references.uses(index, entries["terms"]),
        referrers=references.referrers(index, site, texts, check, entries["terms"]),
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


def _complete(
    index: Policy, site: Mapping[str, Page], published: Document[Published], entries: Mapping[str, Model]
) -> Policy:
    """The clause index with titles from the clauses' pages, and with plain sentences."""
    _raise_any(_unpaired(index, site))
    names = _plain(index, entries)
    macros = {name: macro for name, macro in names.items() if callable(macro)}
    rules = calls.Rules(macros, keys(index, site, entries["terms"], entries["routes"]), facts(entries["school"]))
    mistakes = []
    for clause in index.clauses.values():
        for line, words in enumerate(clause.lines, start=clause.line):
            mistakes += [Mistake(m.file, line, m.text) for m in calls.check(words, policy.NAME, rules)]
    _raise_any(mistakes)
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)

    def resolve(line: str) -> str:
        return str(Markup(markdown.markdown(environment.from_string(line).render(names))).striptags())

    titles = {page.clause_id: page.record.entries.title for page in site.values() if page.clause_id}
    complete = policy.complete(index, titles, resolve)
    _raise_any(permanence.check(published, complete, site))
    return complete


def _unpaired(index: Policy, site: Mapping[str, Page]) -> Iterator[Mistake]:
    """Clauses without a page, and pages without a clause. What was withdrawn is a page and no clause."""
    for id, clause in index.clauses.items():
        if f"policy/{id}.md" not in site:
            text = f"the clause '{id}' has no page; add docs/policy/{id}.md with its title"
            yield Mistake(policy.NAME, clause.line, text)
    for page in site.values():
        if page.clause_id and not page.is_withdrawn and page.clause_id not in index.clauses:
            remedy = f'add {{{{ clause("{page.clause_id}") }}}} to {policy.NAME}, or say in the page when it was withdrawn'
            yield Mistake(page.name, 0, f"this page has no clause; {remedy}")


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


def keys(index: Policy, site: Mapping[str, Page], terms: Terms, routes: Routes) -> dict[str, calls.Keyed]:
    """What the first word must be of each macro that a clause's own words may call."""
    return {
        "see": references.clause_names(index, site),
        "route": calls.Keyed("route", f"{SHARED}/routes.yml", routes.routes),
        "term": calls.Keyed("definition", f"{SHARED}/terms.yml", terms.terms),
        "figure": calls.Keyed("figure", f"{SHARED}/terms.yml", terms.figures),
    }
