"""The policy and each adopted version as a PDF, from overrides/policy.typ: made to PDF/UA-1, the standard for accessible PDFs."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import typst

from macros.pages import cite
from macros.pages.version import record
from macros.policy.plain import plain
from macros.policy.snapshot import clauses, sections
from macros.policy.versions import PDF, FrozenClause, FrozenSection
from macros.register import Register
from macros.shared.pages import POLICY
from macros.shared.wording import fill
from macros.site import Content

TEMPLATE = "overrides/policy.typ"


def write(content: Content, folder: Path) -> None:
    """Writes the policy's PDF and one for each version below `folder`, at their addresses. The same words give the same bytes."""
    standing = content.standing.stage
    register = Register(content, lambda: POLICY)
    status, label = plain(register.status_line()), cite.status(content)
    words = (sections(content.policy), clauses(content.policy, content.used_in))
    adopted = standing in ("in-force", "later")
    files = {PDF: _pdf(content, *words, label, status, content.fingerprint, adopted)}
    for version in content.versions:
        name = fill(content.wording.versions.name, label=version.label)
        said = plain(record(content, version))
        files[version.pdf] = _pdf(content, version.sections, version.clauses, name, said, version.words, True)
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _curly(text: str) -> str:
    """Printers' quotation marks, as the pages have them."""
    return re.sub(r'"([^"]*)"', "“\\1”", text).replace("'", "’")


def _pdf(
    content: Content,
    sections: Iterable[FrozenSection],
    clauses: Iterable[FrozenClause],
    label: str,
    status: str,
    fingerprint: str,
    adopted: bool,
) -> bytes:
    """label: in few words, what text this is. status: the same in a sentence. adopted: whether it stands without a mark."""
    words, page, clauses = content.wording, content.pages[POLICY].record.entries, tuple(clauses)
    policy = {
        "title": _curly(f"{content.school.name}: {words.cite.policy} ({label})"),
        "name": page.title,
        "lead": page.lead or "",
        "school": content.school.name,
        "label": label,
        "status": status,
        "fingerprint": fill(words.status.fingerprint, fingerprint=fingerprint),
        "page": words.pdf.page,
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
        content.root / TEMPLATE,
        sys_inputs={"policy": json.dumps(policy)},
        ignore_system_fonts=True,  # the same bytes on every machine
        pdf_standards=["ua-1"],
        timestamp=0,
    )
