"""What must hold of the words and data together. Each check takes the parts it needs, by name, and gives mistakes."""

from collections.abc import Callable, Iterable

from macros.checks import (
    calls,
    clauses,
    colours,
    history,
    links,
    markup,
    names,
    pages,
    printed,
    references,
    required,
    self_check,
)
from macros.reading.mistakes import Mistake

Check = Callable[..., Iterable[Mistake]]
CHECKS: tuple[Check, ...] = (  # a cause before what may follow from it
    pages.in_menu,
    clauses.unpaired,
    clauses.signs,
    clauses.below,
    history.lost,
    history.changed,
    history.withdrawn,
    required.first,
    calls.in_routes,
    references.defining,
    references.beside,
    references.sourced,
    references.talk_to,
    pages.help,
    pages.under,
    pages.scripts,
    references.helplines,
    names.check,
    history.unpaired,
    colours.check,
    self_check.outcomes,
    self_check.plain,
    self_check.answers,
    calls.check,
    calls.in_clauses,
    printed.in_entries,
    printed.in_clauses,
    printed.in_versions,
    links.check,
    markup.check,
    references.searched,
    required.in_entries,
    self_check.asked,
    required.on_pages,
    history.addresses,
)
