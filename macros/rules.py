"""What pages and shared files may call and link to, checked before anything is built."""

from collections.abc import Callable, Collection, Mapping
from typing import get_args

from macros import calls, links
from macros.content import MODELS, SHARED, Content, facts, keys
from macros.mistakes import Mistake
from macros.pages import POLICY
from macros.routes import RoleKey, Step

SHARED_FILES = [f"{SHARED}/{stem}.yml" for stem in MODELS]


def check(content: Content, macros: Mapping[str, Callable[..., str]]) -> list[Mistake]:
    """Every call and every link on every page and in every shared file that is wrong."""
    rules = calls.Rules(macros, _keys(content), facts(content.school), _only(content, macros))
    mistakes = [mistake for name, text in content.texts.items() for mistake in calls.check(text, name, rules)]
    mistakes += [mistake for name, text in content.texts.items() for mistake in links.check(text, name, content.pages)]
    return mistakes or _clause_pages(content)


def _only(content: Content, macros: Collection[str]) -> dict[str, set[str]]:
    """The macros that may stand in each file, where not all of them may: shared words never call one another in a circle."""
    everywhere = {name for name in macros if name not in {"clause", "section", "clause_page", "withdrawn", "self_check"}}
    only = {
        page.name: everywhere | ({"clause_page"} if page.clause_id else {"self_check"}) for page in content.pages.values()
    }
    only[f"docs/{POLICY}"] = everywhere | {"clause", "section", "withdrawn"}
    only |= {name: {"see", "term", "figure", "route", "source"} for name in SHARED_FILES}
    only[f"{SHARED}/routes.yml"] |= {"procedure", "lado", "contact"}
    return only


def _clause_pages(content: Content) -> list[Mistake]:
    """A clause's page shows that clause, once."""
    mistakes = []
    for page in content.pages.values():
        found = [call for call in calls.find(page.text, page.name) if call.macro == "clause_page"]
        if page.clause_id and [call.key for call in found] != [page.clause_id]:
            line = found[-1].line if found else 0
            text = f'this page should call {{{{ clause_page("{page.clause_id}") }}}}, once, and no other clause\'s'
            mistakes.append(Mistake(page.name, line, text))
    return mistakes


def _keys(content: Content) -> dict[str, calls.Keyed]:
    """What the first word of each macro must be."""
    first_words = keys(content.policy, content.pages, content.terms, content.routes)
    step = calls.Keyed("step", f"{SHARED}/routes.yml", get_args(Step))
    return first_words | {
        "section": calls.Keyed("section", f"docs/{POLICY}", [section.id for section in content.policy.sections]),
        "clause": first_words["see"],
        "clause_page": calls.Keyed("clause", f"docs/{POLICY}", [*content.policy.clauses, *content.withdrawn]),
        "note": calls.Keyed("note", f"{SHARED}/notes.yml", content.notes.notes),
        "routes": step,
        "route_list": step,
        "contact": calls.Keyed("role", f"{SHARED}/school.yml", get_args(RoleKey)),
        "qr": (pages := calls.Keyed("page", "docs/", content.pages)),
        "cited": pages,
        "source": calls.Keyed("source", f"{SHARED}/sources.yml", content.sources.sources),
    }
