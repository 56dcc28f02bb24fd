"""What was once published or adopted always answers, never means something else and is never used again."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.adopted.frozen import sha256
from macros.adopted.versions import Version
from macros.policy.clauses import NAME, Policy
from macros.policy.history import ALIKE, FOLDER, PUBLISHED, Published, likeness, shortened
from macros.reading.mistakes import Mistake
from macros.shared.front_matter import ClauseRecord
from macros.shared.pages import POLICY, Page, is_clause_page


def lost(published: Published, index: Policy, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Published ids that have gone, and clauses that are not published yet."""
    for id in published.clauses if index.whole else ():
        if id not in index.clauses and f"policy/{id}.md" not in pages:
            remedy = f"put both back, and take it out with: make withdraw CLAUSE={id}"
            text = f"the clause '{id}' has gone from the policy, and its page as well; {remedy}"
            yield published.mistake(text, "clauses", id)
    for id, clause in index.clauses.items():
        if id not in published.clauses:
            text = f"the clause '{id}' is new; add it, with its words, at the end of {PUBLISHED}, or use make add"
            yield Mistake(NAME, clause.line, text)


def changed(
    published: Published, policy: Policy, pages: Mapping[str, Page], versions: tuple[Version, ...]
) -> Iterator[Mistake]:
    """Clauses whose words say something else than was last adopted or published; the nearest of the two counts.

    versions: adopted ones, oldest first.
    """
    adopted = {clause.id: clause.text for clause in versions[-1].clauses} if versions else {}
    for id, clause in policy.clauses.items():
        wordings = [*published.clauses.get(id, ())[-1:], *filter(None, [adopted.get(id)])]
        withdrawn = clause.path in pages and pages[clause.path].is_withdrawn
        if not wordings or withdrawn or "{{" in clause.text:  # what is left of a call that is wrong
            continue
        if max(likeness(words, clause.text) for words in wordings) < ALIKE:
            was = f"the words of '{id}' have become something else than was published (\"{shortened(wordings[-1])}\")"
            remedy = f"if they mean the same, add them under {id} in {PUBLISHED}"
            yield Mistake(NAME, clause.line, f"{was}; {remedy}; if not, withdraw {id} and add a clause with a new id")


def withdrawn(index: Policy, pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Ids of withdrawn clauses that are used again, and records of them that lead nowhere."""
    used = {section.id: section.line for section in index.sections} | {id: c.line for id, c in index.clauses.items()}
    records = {page.clause_id: page.record for page in pages.values() if isinstance(page.record, ClauseRecord)}
    for id, record in records.items() if index.whole else ():
        if not id or not record.withdrawn or not record.whole:
            continue
        if id in used:
            text = f"'{id}' was withdrawn on {record.withdrawn} and an id is never used again; give this one a new id"
            yield Mistake(NAME, used[id], text)
        seen = [id]
        while (now := _as_id(records[seen[-1]].now_see)) in records and now not in index.clauses and now not in seen:
            seen.append(now)
        if now in seen:
            circle = " to ".join([*seen, now])
            yield record.wrong(f"leads round in a circle ({circle}); name a clause that is in the policy", "now_see")
        elif now not in index.clauses and now not in pages:
            remedy = f"name a clause's id, or a page such as {POLICY}"
            text, about = f"'{now}' is neither a clause nor a page; {remedy}", f"docs/{record.now_see}"
            yield record.wrong(text, "now_see", about=about)


def _as_id(target: str | None) -> str:
    """What to see now: a clause's page is the clause."""
    return Path(target).stem if target and is_clause_page(target) else target or ""


def unpaired(versions: tuple[Version, ...], pages: Mapping[str, Page]) -> Iterator[Mistake]:
    """Versions without a page, or with an edited one, and pages without a version."""
    wanted = {version.page: version for version in versions}
    there = {page.path for page in pages.values() if page.is_version}
    for path, version in wanted.items():
        gone = "is missing" if path not in there else ""
        if wrong := gone or ("was edited" if sha256(pages[path].text) != version.page_sha256 else ""):
            text = f"the page of this version {wrong}; put it back from the commit that added it"
            yield Mistake(f"docs/{path}", 0, text)
    for path in there - wanted.keys():
        text = f"there is no version for this page; put {FOLDER}/{Path(path).stem}.json back, or take out both"
        yield Mistake(f"docs/{path}", 0, text)


def addresses(versions: tuple[Version, ...], addresses: tuple[str, ...]) -> Iterator[Mistake]:
    """Addresses that stood when a version was adopted and are lost. addresses: of the site as it is."""
    gone = {lost: version.label for version in versions for lost in version.addresses if lost not in addresses}
    for address, label in gone.items():
        text = f"the address {address} stood when version {label} was adopted and has to stay; put back its page or id"
        path, _, anchor = address.partition("#")
        yield Mistake("docs", 0, text, about=anchor or f"docs/{path.rstrip('/') or 'index'}")
