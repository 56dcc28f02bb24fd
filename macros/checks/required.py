"""What has to stand on a page, or in an entry: links lead to what it shows, or other pages promise it."""

from collections.abc import Iterator, Mapping
from typing import get_args

from macros.reading.mistakes import Mistake
from macros.shared.children_online import ChildrenOnline
from macros.shared.pages import CHANGES, CHECK, CONCERNS, DEFINITIONS, NOW, POLICY, SEARCH, STAFF, Page
from macros.shared.routes import HELP_NOW, Routes, Step

CALLS = {
    CHECK: ["{{ self_check() }}"],
    CONCERNS: [f'{{{{ {macro}("{step}") }}}}' for macro in ("route_list", "routes") for step in get_args(Step)],
    DEFINITIONS: ["{{ definitions() }}"],
    NOW: ["{{ what_to_do() }}"],
    POLICY: ["{{ status() }}", "{{ withdrawn() }}"],
    CHANGES: ["{{ history() }}"],
    STAFF: ["{{ citations() }}"],
    SEARCH: ["{{ search() }}", "{{ now_line() }}", "{{ a_to_z() }}"],
}
SAFETY = "{{ what_to_do() }}"  # in the card on a child's safety


def on_pages(pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Macros that have to stand on a page, and do not."""
    for path, call in ((path, call) for path, calls in CALLS.items() if path in pages for call in calls):
        page = pages[path]
        if page.text and call not in page.text:
            text = f"{call} has to stand on this page, which others count on; put it back"
            yield Mistake(page.name, 0, text, about=page.name)


def in_entries(routes: Routes, children_online: ChildrenOnline) -> Iterator[Mistake]:
    """The same of the card on a child's safety, and of changes by law, which name their source."""
    if HELP_NOW in routes.routes and SAFETY not in routes.routes[HELP_NOW].say:
        text = f"does not say what to do now; put {SAFETY} on a line of its own at its top"
        yield routes.mistake(f"routes.{HELP_NOW}.say: {text}", "routes", HELP_NOW)
    for key, change in children_online.changes.items():
        if "{{ source(" not in change.says:
            text = 'names no source; put {{ source("…") }} behind its last sentence'
            yield children_online.mistake(f"changes.{key}.says: {text}", "changes", key)


def first(routes: Routes) -> Iterator[Mistake]:
    """The card on a child's safety, which is there, and before all others."""
    if HELP_NOW not in routes.routes:
        yield routes.wrong(f"'{HELP_NOW}' is missing; help for a child in danger links to it", "routes")
    elif next(iter(routes.routes)) != HELP_NOW:
        remedy = "a child's safety comes before everything else, so move it to the top"
        yield routes.mistake(f"routes: '{HELP_NOW}' is not the first; {remedy}", "routes", HELP_NOW)
