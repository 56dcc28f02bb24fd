"""The policy and each adopted version as a PDF, from overrides/policy.typ: made to PDF/UA-1, the standard for accessible PDFs."""

import json
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import typst

from macros.pages.cite import Citing
from macros.pages.dates import day
from macros.pages.version import told
from macros.policy.plain import plain
from macros.policy.snapshot import clauses, sections
from macros.policy.versions import PDF, FrozenClause, FrozenSection
from macros.reading.templates import fill
from macros.register import Register
from macros.shared.pages import POLICY
from macros.site import Site

TEMPLATE = "overrides/policy.typ"
PAGE, PAGES = (
    "\ue000",
    "\ue001",
)  # signs for private use, which the template puts a page's number and the count of pages for


def write(site: Site, folder: Path) -> None:
    """Writes the policy's PDF and one for each version below `folder`, at their addresses. The same words give the same bytes."""
    standing = site.standing.stage
    register = Register(site, lambda: POLICY)
    status = plain(register.status_line())
    label = Citing(site.wording.cite, site.school.name, site.standing).status
    words = (sections(site.policy), clauses(site.policy, site.used_in))
    adopted = standing in ("in-force", "later")
    files = {PDF: _pdf(site, *words, label, status, site.fingerprint, adopted)}
    for version in site.versions:
        name = fill(site.wording.versions.name, label=version.label)
        said = plain(fill(site.wording.versions.record, **told(version, partial(day, site.wording.sources.months))))
        files[version.pdf] = _pdf(site, version.sections, version.clauses, name, said, version.words, True)
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _curly(text: str) -> str:
    """Printers' quotation marks, as the pages have them."""
    return re.sub(r'"([^"]*)"', "“\\1”", text).replace("'", "’")


def _pdf(
    site: Site,
    sections: Iterable[FrozenSection],
    clauses: Iterable[FrozenClause],
    label: str,
    status: str,
    fingerprint: str,
    adopted: bool,
) -> bytes:
    """label: in few words, what text this is. status: the same in a sentence. adopted: whether it stands without a mark."""
    words, page, clauses = site.wording, site.pages[POLICY].record, tuple(clauses)
    policy = {
        "title": _curly(f"{site.school.name}: {words.cite.policy} ({label})"),
        "name": page.title,
        "lead": page.lead or "",
        "school": site.school.name,
        "label": label,
        "status": status,
        "fingerprint": fill(words.status.fingerprint, fingerprint=fingerprint),
        "page": fill(words.pdf.page, n=PAGE, total=PAGES),
        "mark": None if adopted else words.pdf.mark,
        "sections": [
            {
                "id": section.id,
                "number": section.number,
                "title": _curly(section.title),
                "clauses": [
                    {
                        "id": clause.id,
                        "number": clause.number,
                        "text": _curly(clause.text),
                        "listed": clause.under is not None,
                    }
                    for clause in clauses
                    if clause.section == section.id
                ],
            }
            for section in sections
        ],
    }
    return typst.compile(
        site.root / TEMPLATE,
        sys_inputs={"policy": json.dumps(policy)},
        ignore_system_fonts=True,  # the same bytes on every machine
        pdf_standards=["ua-1"],
        timestamp=0,
    )
