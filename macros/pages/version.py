"""How the words stand, and the pages of adopted versions: what each said, when it applied, and where its clauses are now."""

from itertools import groupby, zip_longest

from macros.pages.markdown import Expand, box, day, escaped, link
from macros.policy.versions import FrozenClause, Version
from macros.shared.wording import fill
from macros.site import Site


def status(site: Site, expand: Expand, here: str) -> str:
    """Whether the words were adopted and are in force, in a box, with what applies instead and their fingerprint."""
    labels, standing = site.wording.status, site.standing
    blocks = [_stage(site, expand)]
    if standing.stage != "in-force" and standing.applies:
        blocks.append(fill(labels.applies, link=version_link(site, standing.applies, here)))
    if standing.overdue:
        blocks.append(fill(labels.overdue, review=day(site, standing.applies.review_due)))
    mark = f"{fill(labels.fingerprint, fingerprint=site.fingerprint)}\n{{ .ps-small }}"
    return box("ps-status", *blocks, mark)


def status_line(site: Site, expand: Expand) -> str:
    """The same in one line."""
    standing, words = site.standing, _stage(site, expand, "_short")
    if standing.overdue:
        words += " " + fill(site.wording.status.overdue, review=day(site, standing.applies.review_due))
    return f"{words}\n{{ .ps-small }}"


def _stage(site: Site, expand: Expand, length: str = "") -> str:
    """The words for the stage, such as 'in_force' and 'in_force_short' in wording.yml."""
    words = expand(getattr(site.wording.status, site.standing.stage.replace("-", "_") + length))
    return fill(words, **_facts(site, site.standing.version)) if site.standing.version else words


def _facts(site: Site, version: Version) -> dict[str, str]:
    return {
        "label": version.label,
        "approved_by": escaped(version.approved_by),
        "minute": escaped(version.minute),
        "adopted": day(site, version.adopted_on),
        "in_force": day(site, version.in_force_from),
        "review": day(site, version.review_due),
        "fingerprint": version.words,
    }


def version_link(site: Site, version: Version, here: str, anchor: str = "") -> str:
    """A link to a version's page, or to a clause of it, for the inside of a sentence."""
    return link(fill(site.wording.versions.inside, label=version.label), version.page, here, anchor)


def record(site: Site, version: Version) -> str:
    """When the version was adopted, by whom, by which minute, from when it was in force, and its fingerprint."""
    return fill(site.wording.versions.record, **_facts(site, version))


def version_page(site: Site, version: Version, here: str) -> str:
    """What the version said, clause by clause, with words at the top about when it applied."""
    blocks = [box("ps-status", _when(site, version, here)), record(site, version)]
    for section in version.sections:
        blocks.append(f"## {section.number}. {escaped(section.title)} {{ #{section.id} }}")
        blocks += [_clause(clause) for clause in version.clauses if clause.section == section.id]
    return "\n\n".join([*blocks, *_numbers(site, version, here)])


def _clause(clause: FrozenClause) -> str:
    listed = " .ps-old--listed" if clause.under else ""
    return f"**{clause.number}** {escaped(clause.text)}\n{{ #{clause.id} .ps-old{listed} }}"


def _when(site: Site, version: Version, here: str) -> str:
    """Whether it is in force now, will be, or was until the day before the next one began."""
    labels, applies = site.wording.versions, site.standing.applies
    since = day(site, version.in_force_from)
    if applies is version:
        return fill(labels.current, in_force=since)
    later = site.versions[site.versions.index(version) + 1 :]
    if not applies or site.versions.index(version) > site.versions.index(applies):
        return fill(labels.later, in_force=since)
    return fill(
        labels.past,
        in_force=since,
        until=day(site, later[0].in_force_from),
        link=version_link(site, applies, here),
    )


def _numbers(site: Site, version: Version, here: str) -> list[str]:
    """A table of the version's numbers, each with the clause as it is now; for letters on paper."""
    labels = site.wording.versions
    rows = [f"| {clause.number} | {_now(site, clause, here)} |" for clause in version.clauses]
    table = "\n".join([f"| {labels.number_then} | {labels.clause_now} |", "|---|---|", *rows])
    return [f"## {labels.numbers} {{ #numbers }}", labels.numbers_intro, box("ps-numbers", table)]


def _now(site: Site, clause: FrozenClause, here: str) -> str:
    now = site.policy.clauses.get(clause.id)
    words = f"{now.number} {now.title}" if now else f"{escaped(clause.title)} ({site.wording.versions.withdrawn})"
    return link(words, f"policy/{clause.id}.md", here)


def earlier_wordings(site: Site, id: str, text: str, here: str) -> str:
    """Each other wording that the clause had in adopted versions, newest first, with when it applied; '' where there was none."""
    labels = site.wording.clause

    def said(version: Version) -> str:
        return next((clause.text for clause in version.clauses if clause.id == id), "")

    begun = [
        (was, next(versions)) for was, versions in groupby(site.versions, said)
    ]  # a wording, and its first version
    rows = []
    for (was, version), (_, later) in zip_longest(begun, begun[1:], fillvalue=("", None)):
        if was and was != text:
            dates = {"in_force": day(site, version.in_force_from)}
            if later:
                dates["until"] = day(site, later.in_force_from)
            where = link(fill(site.wording.versions.name, label=version.label), version.page, here, id)
            words = fill(labels.earlier_row if later else labels.earlier_open, link=where, **dates)
            rows.insert(0, f"- {words} {escaped(was)}")
    return "\n\n".join([f"## {labels.earlier} {{ #earlier }}", "\n".join(rows)]) if rows else ""
