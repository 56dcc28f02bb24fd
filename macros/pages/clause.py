"""A clause's own page: its words, guidance on them, and its record; and what stays of a clause that was withdrawn."""

from collections.abc import Iterable

from macros.pages import cite
from macros.pages.markdown import Expand, box, day, escaped, link, reference, way_on
from macros.pages.version import earlier_wordings, version_link
from macros.policy.clauses import Clause
from macros.shared.pages import DEFINITIONS, POLICY
from macros.shared.wording import fill
from macros.site import Site


def clause_page(site: Site, clause: Clause, beside: str, status: str, expand: Expand, here: str) -> str:
    """The whole page, in Markdown. beside: the note beside the clause, or ''. status: whether the policy was adopted."""
    parts = [_words(site, clause, status, expand, here), beside, _guidance(site, clause, expand, here)]
    earlier = box("ps-earlier", earlier_wordings(site, clause.id, clause.text, here))
    return "\n\n".join([*parts, earlier, _record(site, clause, here), _neighbours(site, clause, here)])


def _words(site: Site, clause: Clause, status: str, expand: Expand, here: str) -> str:
    """The number and the words, under the words that lead into them: without those, a clause of a list would say more."""
    labels, clauses = site.wording.clause, site.policy.clauses
    blocks = [
        f"{fill(labels.number, number=clause.number)}\n{{ .ps-words__number translate=no }}",
        expand(clause.words),
    ]
    if clause.under:
        above = clauses[clause.under]
        name = fill(labels.number, number=above.number)
        blocks.insert(0, f"{link(name, above.path, here)}: {expand(above.words)}\n{{ .ps-words__lead }}")
    blocks.append("\n".join(f"- {_titled(item, here)}" for item in site.policy.items(clause.id)))
    return box("ps-words", *blocks, status)


def _guidance(site: Site, clause: Clause, expand: Expand, here: str) -> str:
    """What it means, posts that it is and is not about, what to do, and whom to talk to; what was not written is left out."""
    labels, record = site.wording.clause, site.pages[clause.path].record
    blocks = []
    if record.plain:
        blocks.append(f"**{record.plain}**")
    if record.means:
        blocks += [f"## {labels.means} {{ #means }}", expand(record.means)]
    for heading, posts in ((labels.not_fine, record.not_fine), (labels.fine, record.fine)):
        if posts:
            blocks.append(box("ps-posts", heading, "\n".join(f'- "{post}"' for post in posts)))
    if record.instead:
        blocks += [f"## {labels.instead} {{ #instead }}", "\n".join(f"- {expand(line)}" for line in record.instead)]
    if record.talk_to:
        blocks.append(way_on(site, record.talk_to, here))
    mark = f"{site.wording.frame.guidance}\n{{ .ps-kind }}"
    return box("ps-guidance", mark, *blocks) if blocks else ""


def plain_words(site: Site, clauses: Iterable[Clause]) -> str:
    """What is said in plain words of each of the clauses, marked as guidance; nothing where that is said of none."""
    said = {clause.number: site.pages[clause.path].record.plain for clause in clauses}
    rows = [f"- {number}: {words}" for number, words in said.items() if words]
    return box("ps-note", f"**{site.wording.clause.plain}**", "\n".join(rows)) if rows else ""


def _record(site: Site, clause: Clause, here: str) -> str:
    """Where it stands, what it uses, what refers to it, and how to cite it."""
    labels = site.wording.clause
    place = link(fill(labels.whole, section=clause.section.title), POLICY, here, clause.id)
    terms = site.terms.terms
    used = [link(terms[key].word, DEFINITIONS, here, key) for key, ids in site.used_in.items() if clause.id in ids]
    pages = [link(_name(site, path), path, here) for path in site.referrers[clause.id]]
    known = site.school.site_address
    words = cite.citation(site, clause) + (f": {cite.full_address(site, clause.path)}" if known else "")
    rows = [
        place,
        fill(labels.terms, terms=", ".join(used)) if used else "",
        fill(labels.referrers, pages=", ".join(pages)) if pages else "",
        labels.lasting,
    ]
    listed = "\n".join(f"- {row}" for row in rows if row)
    copied = f"{words}\n{{ .ps-copy translate=no }}"
    return box(
        "ps-record", f"## {labels.about} {{ #about }}", listed, labels.cite, copied, "" if known else labels.address
    )


def _neighbours(site: Site, clause: Clause, here: str) -> str:
    labels, clauses = site.wording.clause, list(site.policy.clauses.values())
    at = clauses.index(clause)
    steps = [(labels.previous, clauses[at - 1])] if at else []
    steps += [(labels.next, clauses[at + 1])] if at + 1 < len(clauses) else []
    return box("ps-steps", "\n".join(f"- {label}: {_titled(other, here)}" for label, other in steps))


def _titled(clause: Clause, here: str) -> str:
    return link(f"{clause.number} {clause.title}", clause.path, here)


def _name(site: Site, path: str) -> str:
    """What a page is called where something lists it: a clause by its number as well."""
    page = site.pages[path]
    clause = site.policy.clauses.get(page.clause_id or "")
    return f"{clause.number} {clause.title}" if clause else page.record.title


def withdrawn_page(site: Site, id: str, here: str) -> str:
    """What stays of a clause that was withdrawn: when, what to see now, and its last words."""
    labels, record = site.wording.withdrawn, site.withdrawn[id]
    applies = site.standing.applies
    if applies and any(clause.id == id for clause in applies.clauses):
        when = fill(labels.still, link=version_link(site, applies, here, id))
    else:
        when = fill(labels.when, date=day(site, record.withdrawn))
    last = f"{fill(labels.last_words, number=record.last_number)}\n{{ .ps-words__number }}"
    return "\n\n".join(
        [
            box("ps-status", when),
            fill(labels.now_see, link=_now_see(site, id, here)),
            box("ps-words", last, escaped(record.last_words)),
            box("ps-earlier", earlier_wordings(site, id, "", here)),
        ]
    )


def withdrawn_list(site: Site, here: str) -> str:
    """The clauses that were withdrawn, each at its old place's address on the policy's page; nothing when there are none."""
    if not site.withdrawn:
        return ""
    labels = site.wording.withdrawn
    rows = [
        f"- {link(record.title, f'policy/{id}.md', here, attributes=f'#{id}')}: "
        + fill(labels.row, date=day(site, record.withdrawn), link=_now_see(site, id, here))
        for id, record in site.withdrawn.items()
    ]
    return box("ps-withdrawn", f"## {labels.all} {{ #withdrawn }}", "\n".join(rows))


def _now_see(site: Site, id: str, here: str) -> str:
    """A link to what took the clause's place."""
    target = site.withdrawn[id].now_see
    if clause := site.policy.clauses.get(target):
        return reference(site, clause, f"{clause.number} {clause.title}", here)
    path = f"policy/{target}.md" if target in site.withdrawn else target
    return link(site.pages[path].record.title, path, here)
