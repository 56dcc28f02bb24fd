"""Changes that no reason is given for: of clauses and definitions, and of the school's own words in them."""

from collections.abc import Iterator

from macros.adopted.changes import ChangeSet
from macros.adopted.reasons import missing_reasons
from macros.adopted.versions import Version
from macros.reading.mistakes import Mistake, known
from macros.site import Site, proposed_changes


def unexplained(site: Site) -> list[Mistake]:
    """What has to be put right in the reasons before words are accepted, or adopted."""
    changes = proposed_changes(site)
    if not changes:
        return []
    renamed = [*_renamed(site, changes, site.versions[-1])]
    because = {id for _, ids in renamed for id in ids}
    missing = missing_reasons(changes, site.changes.why, because)
    return [mistake for mistake, _ in renamed] + [Mistake(site.changes.file, 0, text) for text in missing]


def _renamed(site: Site, changes: ChangeSet, last: Version) -> Iterator[tuple[Mistake, list[str]]]:
    """School's facts that alone make adopted clauses read differently, with these clauses: each needs its reason."""
    for fact, was in last.facts.items():
        now = site.snapshot.facts[fact]
        ids = [
            change.id
            for change in changes.clauses
            if change.was and change.now and change.id not in site.changes.changes
            if change.now.text != change.was.text == change.now.text.replace(now, was)
        ]
        if ids:
            text = f"{fact}: version {last.label} says '{was}' in {known(ids)}, which would read '{now}' to a parent"
            entry = f'{ids[0]}: {{kind: reworded, why: "…"}}'
            because = f"say why under changes in {site.changes.file}: {entry}"
            remedy = f"keep '{was}' until the new words are adopted, or {because}"
            yield site.school.mistake(f"{text}; {remedy}", fact), ids
