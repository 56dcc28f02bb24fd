"""What must hold of the words and data together. Each check takes the parts that it needs, by name, and gives mistakes."""

from collections.abc import Callable, Iterable

from macros.checks import (
    calls,
    clauses,
    colours,
    headings,
    history,
    html,
    language,
    links,
    names,
    nav,
    now,
    pages,
    references,
    required,
    routes,
    search,
    self_check,
    spelling,
    versions,
)
from macros.mistakes import Mistake

Check = Callable[..., Iterable[Mistake]]
CHECKS: tuple[Check, ...] = (  # a cause before what may follow from it
    nav.check,
    clauses.unpaired,
    clauses.signs,
    clauses.below,
    history.lost,
    history.changed,
    history.withdrawn,
    routes.first,
    routes.plain,
    references.defining,
    references.beside,
    references.sourced,
    pages.talk_to,
    pages.help,
    pages.under,
    pages.scripts,
    now.check,
    names.check,
    versions.pages,
    colours.check,
    self_check.outcomes,
    self_check.plain,
    self_check.answers,
    calls.check,
    calls.in_clauses,
    links.check,
    html.check,
    headings.check,
    required.in_entries,
    search.check,
    self_check.asked,
    required.on_pages,
    versions.lost,
)
LANGUAGE: tuple[Check, ...] = (  # what `make check` alone refuses
    language.too_hard,
    language.too_hard_for_slow_readers,
    spelling.check,
)
