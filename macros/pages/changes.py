"""What changes, in words: as Markdown for a pull request and for the page, from one result."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from macros.pages.markdown import box, day, escaped, link
from macros.pages.version import told
from macros.policy.changes import ChangeSet, ClauseChange, Piece, difference
from macros.policy.effect import Shift
from macros.policy.versions import FrozenClause
from macros.shared.self_check import NONE, TODO
from macros.shared.wording import fill
from macros.site import Site

Refer = Callable[[str, str], str]  # a clause's id and some words to a link, or to the words alone


def change_blocks(site: Site, changes: ChangeSet, refer: Refer, level: int) -> Iterator[str]:
    """Blocks of Markdown. level: of the headings. refer: how a clause is linked to."""
    labels = site.wording.changes
    if changes.clauses:
        yield f"{'#' * level} {labels.summary}"
        yield "\n".join(f"- {labels.kinds[change.kind]}: {_name(site, change, refer)}" for change in changes.clauses)
    for change in changes.clauses:
        yield f"{'#' * level} {labels.kinds[change.kind]}: {_name(site, change, lambda _, words: words)}"
        yield from _clause(site, change, refer)
    if changes.sections:
        yield f"{'#' * level} {labels.headings}"
        nothing = labels.nothing_there
        yield "\n".join(
            "- " + fill(labels.out_and_in, **{"out": escaped(was) or nothing, "in": escaped(now) or nothing})
            for was, now in changes.sections
        )
    if changes.renumbered:
        yield f"{'#' * level} {labels.renumbered}"
        yield ", ".join(
            fill(labels.out_and_in, **{"out": was, "in": refer(id, now)})
            for id, (was, now) in changes.renumbered.items()
        )
    if changes.terms:
        yield f"{'#' * level} {labels.definitions}"
        for term in changes.terms:
            yield f"**{escaped((term.now or term.was).word)}**"
            was, now = (entry.meaning if entry else "" for entry in (term.was, term.now))
            pieces = difference(was, now)
            yield f"**{labels.was}:** {_marked(site, pieces, 'out', bool(was and now)) or labels.nothing_there}"
            yield f"**{labels.now}:** {_marked(site, pieces, 'in', bool(was and now)) or labels.nothing_there}"
            if term.clauses:
                yield fill(labels.used_by, clauses=", ".join(refer(id, _reference(site, id)) for id in term.clauses))
    yield f"{'#' * level} {labels.effect}"
    yield from _effect(site, changes)


def _clause(site: Site, change: ClauseChange, refer: Refer) -> Iterator[str]:
    labels = site.wording.changes
    yield f"**{labels.why}:** {escaped(change.why) if change.why else labels.no_reason}"
    if change.moved and change.was and change.now:
        yield fill(labels.moved, was=change.was.number, now=change.now.number)
    if change.list_of:
        yield fill(labels.list_of, clause=refer(change.list_of, _reference(site, change.list_of)))
    if change.replaced_by:
        yield fill(labels.replaced_by, clause=refer(change.replaced_by, _reference(site, change.replaced_by)))
    both = bool(change.was and change.now)
    if change.replaces:
        yield fill(labels.replaces, clause=refer(change.replaces, f'"{_title(site, change.replaces)}"'))
    if change.was:
        yield f"**{labels.was}** ({change.was.number}): {_marked(site, change.pieces, 'out', both)}"
    if change.now and change.kind != "moved":
        yield f"**{labels.now}** ({change.now.number}): {_marked(site, change.pieces, 'in', both)}"
    for label, (out, put) in ((labels.duties, change.duties), (labels.numbers, change.numbers)):
        if out or put:
            places = {"out": ", ".join(out) or labels.nothing_there, "in": ", ".join(put) or labels.nothing_there}
            yield f"**{label}:** {fill(labels.out_and_in, **places)}"
    if change.pages:
        yield fill(labels.refers, pages=", ".join(map(escaped, change.pages.values())))


def _marked(site: Site, pieces: Iterable[Piece], side: str, both: bool) -> str:
    """The old text ('out') or the new one ('in'), with a line at the words that only it has, and its name on them.

    both: whether there are two texts; in one that came or went as a whole there is nothing to point out.
    """
    labels = site.wording.changes
    tag, said = ("del", labels.taken_out) if side == "out" else ("ins", labels.put_in)
    return " ".join(
        f'<{tag} title="{said}">{escaped(piece.words)}</{tag}>' if piece.mark == side and both else escaped(piece.words)
        for piece in pieces
        if piece.mark in ("same", side)
    )


def _name(site: Site, change: ClauseChange, refer: Refer) -> str:
    clause: FrozenClause = change.now or change.was
    words = fill(site.wording.changes.clause, number=clause.number, title=escaped(clause.title))
    return refer(change.id, words)


def _reference(site: Site, id: str) -> str:
    """'clause 4.11'; its title where it has left the policy since."""
    clause = site.policy.clauses.get(id)
    return fill(site.wording.clause.reference, number=clause.number) if clause else _title(site, id)


def _effect(site: Site, changes: ChangeSet) -> Iterator[str]:
    labels, effect = site.wording.changes, changes.effect
    if not effect.changed:
        yield fill(labels.effect_none, total=f"{effect.total:,}")
        return
    yield fill(labels.effect_some, total=f"{effect.total:,}", changed=f"{effect.changed:,}")
    yield "\n".join(f"- {_shift(site, shift)}" for shift in effect.shifts)


def _shift(site: Site, shift: Shift) -> str:
    outcomes = {key: outcome.heading for key, outcome in site.check.outcomes.items()}
    outcomes[TODO] = site.wording.changes.todo
    said = "; ".join(_answer(site, id) for id in shift.example)
    places = {"before": outcomes[shift.before], "after": outcomes[shift.after], "example": said}
    return fill(site.wording.changes.shift, count=f"{shift.count:,}", **places)


def _answer(site: Site, id: str) -> str:
    """An input of the check as a parent meets it: a box by its clause's title, a reply behind its question's."""
    if id == NONE:
        return site.check.tick_boxes.none
    question, _, reply = id.rpartition("-")
    if reply in site.check.labels.replies and question in site.check.questions:
        return f"{_title(site, question)} {site.check.labels.replies[reply]}"
    return _title(site, id)


def _title(site: Site, id: str) -> str:
    page = site.pages.get(f"policy/{id}.md")
    return escaped(page.record.title) if page else id


def as_markdown(site: Site, changes: ChangeSet, before: str, after: str = "") -> str:
    """For a pull request, where nothing can be linked to. before, after: labels; after is '' for the working text."""
    labels = site.wording.changes
    if changes.is_empty:
        return fill(labels.same if after else labels.nothing, label=before) + "\n"
    intro = fill(labels.between, before=before, after=after) if after else fill(labels.proposed_intro, label=before)
    blocks = change_blocks(site, changes, lambda _, words: words, level=3)
    return "\n\n".join([f"## {labels.changes if after else labels.proposed}", intro, *blocks]) + "\n"


def proposed(site: Site, changes: ChangeSet | None, here: str) -> str:
    """For the page: what the working text changes in the version adopted last. changes: None before there is one."""
    labels = site.wording.changes
    heading = f"## {labels.proposed} {{ #proposed }}"
    if changes is None:
        return f"{heading}\n\n{labels.not_adopted}"
    label = site.versions[-1].label
    if changes.is_empty:
        return f"{heading}\n\n{fill(labels.nothing, label=label)}"
    blocks = change_blocks(site, changes, _linked(here), level=3)
    return "\n\n".join([heading, fill(labels.proposed_intro, label=label), box("ps-changes", *blocks)])


def history(site: Site, between: Mapping[str, ChangeSet], here: str) -> str:
    """For the page: every version, newest first, with what it changed. between: label to the changes since the one before."""
    labels = site.wording.versions
    blocks: list[str] = []
    for version in reversed(site.versions):
        name = fill(labels.name, label=version.label)
        blocks += [
            f"### {link(name, version.page, here)} {{ #version-{version.label} }}",
            told(labels.record, version, partial(day, site)),
        ]
        if version.label in between:
            blocks.append(box("ps-changes", *change_blocks(site, between[version.label], _linked(here), level=4)))
        else:
            blocks.append(labels.first)
    return "\n\n".join(blocks)


def _linked(here: str) -> Refer:
    return lambda id, words: link(words, f"policy/{id}.md", here)
