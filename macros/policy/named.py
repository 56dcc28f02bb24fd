"""What words may name, by its noun: clauses, definitions and the rest, with what to say of one that is not there."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Protocol, get_args

from macros.policy.clauses import NAME, Policy
from macros.policy.history import FOLDER
from macros.reading.entries import SHARED
from macros.reading.macro_rules import Keyed
from macros.shared.front_matter import ClauseRecord
from macros.shared.now import Now
from macros.shared.pages import Page
from macros.shared.routes import RoleKey, Routes, Step
from macros.shared.school import School
from macros.shared.sources import Sources
from macros.shared.steps import Steps
from macros.shared.terms import Notes, Terms

ALWAYS = [name for name, field in School.model_fields.items() if field.is_required() and name != "colours"]
FACTS = Keyed("fact about the school", f"{SHARED}/school.yml", ALWAYS, School.model_fields)  # that words may rely on


class Labelled(Protocol):
    """An adopted version, by its label."""

    label: str


def withdrawn(pages: Mapping[str, Page]) -> Mapping[str, ClauseRecord]:
    """The records of clauses that have left the policy, by id."""
    records = ((page.clause_id, page.record) for page in pages.values())
    return MappingProxyType(
        {id: said for id, said in records if id and isinstance(said, ClauseRecord) and said.withdrawn}
    )


def clauses(index: Policy, pages: Mapping[str, Page]) -> Keyed:
    """The clauses that can be referred to, and what to say of those that were withdrawn."""
    gone = {
        id: f"was withdrawn on {record.withdrawn}; refer to what took its place ('{record.now_see}'), or to none"
        for id, record in withdrawn(pages).items()
    }
    return Keyed("clause", NAME, index.clauses, gone=gone)


def named(
    pages: Mapping[str, Page],
    index: Policy | None = None,
    terms: Terms | None = None,
    routes: Routes | None = None,
    notes: Notes | None = None,
    steps: Steps | None = None,
    now: Now | None = None,
    sources: Sources | None = None,
    versions: Sequence[Labelled] | None = None,
) -> dict[str, Keyed]:
    """By noun, as macros say what they take. What could not be read is left out: nothing can be said of its names."""
    found = {"page": Keyed("page", "docs/", pages), "step": Keyed("step", f"{SHARED}/routes.yml", get_args(Step))}
    found["role"] = Keyed("role", f"{SHARED}/school.yml", get_args(RoleKey))
    if index and index.whole:
        found["clause"] = clauses(index, pages)
        found["clause's page"] = Keyed("clause", NAME, [page.clause_id for page in pages.values() if page.clause_id])
        found["section"] = Keyed("section", NAME, [section.id for section in index.sections])
    entries = [
        ("definition", terms, terms and terms.terms),
        ("figure", terms, terms and terms.figures),
        ("route", routes, routes and routes.routes),
        ("note", notes, notes and notes.notes),
        ("way", steps, steps and steps.ways),
        ("situation", now, now and now.situations),
        ("source", sources, sources and sources.sources),
    ]
    found |= {
        noun: Keyed(noun, file.file, names or ()) for noun, file, names in entries if file and (names or file.whole)
    }
    if versions is not None:
        found["version"] = Keyed("version", FOLDER, [version.label for version in versions])
    return found
