"""What pages and shared files may call and link to, checked before anything is built."""

from collections.abc import Callable, Collection, Mapping
from typing import get_args

from macros.checks import headings, html, links
from macros.mistakes import Mistake
from macros.policy.plain import HELP_NOW, facts, keys
from macros.policy.versions import FOLDER
from macros.reading import braces
from macros.reading.entries import SHARED
from macros.shared.pages import CHANGES, CHECK, CONCERNS, DEFINITIONS, NOW, POLICY, SEARCH, STAFF
from macros.shared.routes import RoleKey, Step
from macros.site import MODELS, Site

NEEDED = {  # macros that have to stand on a page: links lead to what they show, or other pages promise it
    CHECK: ["{{ self_check() }}"],
    CONCERNS: [f'{{{{ {macro}("{step}") }}}}' for macro in ("route_list", "routes") for step in get_args(Step)],
    DEFINITIONS: ["{{ definitions() }}"],
    NOW: ["{{ what_to_do() }}"],
    POLICY: ["{{ status() }}", "{{ withdrawn() }}"],
    CHANGES: ["{{ history() }}"],
    STAFF: ["{{ citations() }}"],
    SEARCH: ["{{ search() }}", "{{ now_line() }}", "{{ a_to_z() }}"],
}
SAFETY = "{{ what_to_do() }}"  # has to stand in the card on a child's safety
SHARED_FILES = [f"{SHARED}/{stem}.yml" for stem in MODELS]


def check(site: Site, macros: Mapping[str, Callable[..., str]]) -> list[Mistake]:
    """Every call and every link on every page and in every shared file that is wrong."""
    rules = braces.Rules(macros, _keys(site), facts(site.school), _only(site, macros))
    mistakes = [mistake for name, text in site.texts.items() for mistake in braces.check(text, name, rules)]
    mistakes += [mistake for name, text in site.texts.items() for mistake in links.check(text, name, site.pages)]
    for page in site.pages.values():
        mistakes += [*html.check(page.text, page.name), *headings.check(page)]
    return mistakes or _missing(site) or _clause_pages(site)


def _missing(site: Site) -> list[Mistake]:
    """Macros that have to stand on a page or in an entry, and do not."""
    missing = [
        Mistake(f"docs/{path}", 0, f"{call} has to stand on this page, which others count on; put it back")
        for path, calls_there in NEEDED.items()
        for call in calls_there
        if path in site.pages and call not in site.pages[path].text
    ]
    if SAFETY not in site.routes.routes[HELP_NOW].say:
        name = f"{SHARED}/routes.yml"
        text = f"routes.{HELP_NOW}.say: does not say what to do now; put {SAFETY} on a line of its own at its top"
        missing.append(Mistake(name, site.line_of(name, HELP_NOW), text))
    for key, change in site.children_online.changes.items():
        if "{{ source(" not in change.says:
            name = f"{SHARED}/children-online.yml"
            text = f'changes.{key}.says: names no source; put {{{{ source("…") }}}} behind its last sentence'
            missing.append(Mistake(name, site.line_of(name, key), text))
    return missing


def _only(site: Site, macros: Collection[str]) -> dict[str, set[str]]:
    """The macros that may stand in each file, where not all of them may: shared words never call one another in a circle."""
    everywhere = set(macros) - {
        "clause",
        "section",
        "plain_words",
        "clause_page",
        "version_page",
        "withdrawn",
        "self_check",
    }
    shared = {"see", "term", "figure", "route", "source"}
    only = {
        page.name: shared | {"clause_page"} if page.clause_id else everywhere | {"self_check"}
        for page in site.pages.values()
    }
    only |= {page.name: {"version_page"} for page in site.pages.values() if page.is_version}
    only[f"docs/{POLICY}"] = everywhere | {"clause", "section", "plain_words", "withdrawn"}
    only |= dict.fromkeys(SHARED_FILES, shared)
    only[f"{SHARED}/steps.yml"] = shared | {"items"}
    only[f"{SHARED}/notes.yml"] = shared | {"too_young"}
    only[f"{SHARED}/routes.yml"] = shared | {"procedure", "lado", "childrens_services", "contact", "what_to_do"}
    only[f"{SHARED}/now.yml"] = shared | {"childrens_services", "lado"}
    return only


def _clause_pages(site: Site) -> list[Mistake]:
    """Below its front matter a clause's page shows that clause, and nothing else: guidance would stand there unmarked."""
    mistakes = []
    for page in site.pages.values():
        if not page.clause_id:
            continue
        call = f'{{{{ clause_page("{page.clause_id}") }}}}'
        body = [
            (n, line.strip())
            for n, line in enumerate(page.text.split("\n"), start=1)
            if n > page.first_line and line.strip()
        ]
        if [line for _, line in body] != [call]:
            wrong = next((n for n, line in body if line != call), body[-1][0] if body else 0)
            text = f"below the second '---' this page should have {call} and nothing else; guidance stands above it, under 'means'"
            mistakes.append(Mistake(page.name, wrong, text))
    return mistakes


def _keys(site: Site) -> dict[str, braces.Keyed]:
    """What the first word of each macro must be."""
    first_words = keys(site.policy, site.pages, site.terms, site.routes)
    step = braces.Keyed("step", f"{SHARED}/routes.yml", get_args(Step))
    return first_words | {
        "section": braces.Keyed("section", f"docs/{POLICY}", [section.id for section in site.policy.sections]),
        "clause": first_words["see"],
        "items": first_words["see"],
        "plain_words": first_words["see"],
        "clause_page": braces.Keyed("clause", f"docs/{POLICY}", [*site.policy.clauses, *site.withdrawn]),
        "note": braces.Keyed("note", f"{SHARED}/notes.yml", site.notes.notes),
        "routes": step,
        "talk_to": first_words["route"],
        "steps": braces.Keyed("way", f"{SHARED}/steps.yml", site.steps.ways),
        "route_list": step,
        "contact": braces.Keyed("role", f"{SHARED}/school.yml", get_args(RoleKey)),
        "version_page": braces.Keyed("version", FOLDER, [version.label for version in site.versions]),
        "qr": (pages := braces.Keyed("page", "docs/", site.pages)),
        "cited": pages,
        "what_to_do": braces.Keyed("situation", f"{SHARED}/now.yml", site.now.situations),
        "source": braces.Keyed("source", f"{SHARED}/sources.yml", site.sources.sources),
    }
