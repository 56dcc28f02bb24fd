"""The policy and each adopted version as a PDF, from overrides/policy.typ."""

import re
from pathlib import Path

from macros.adopted.frozen import Snapshot
from macros.adopted.versions import PDF
from macros.pages.cite import citing
from macros.pages.dates import day
from macros.pages.printed import printed
from macros.reading.markup import fill
from macros.register import status_in_words, version_in_words
from macros.shared.pages import POLICY
from macros.site import Site

PAGE, PAGES = "\ue000", "\ue001"  # signs for private use; the template puts numbers in their place


def write(site: Site, folder: Path) -> None:
    """Writes the policy's PDF and each version's below `folder`. The same words give the same bytes."""
    words, adopted = site.wording, site.standing.stage in ("in-force", "later")
    label = citing(site.wording, site.school, site.standing).status
    status, mark = status_in_words(site), None if adopted else words.pdf.mark
    files = {PDF: _pdf(site, site.snapshot, label, status, fingerprint=site.fingerprint, mark=mark)}
    for version in site.versions:
        label = fill(words.versions.name, label=version.label)
        status = version_in_words(site, version)
        files[version.pdf] = _pdf(site, version, label, status, fingerprint=version.words)
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def curly(text: str) -> str:
    """Printers' quotation marks, as the pages have them."""
    return re.sub(r'"([^"]*)"', "“\\1”", text).replace("'", "’")


def _tag(site: Site, text: Snapshot, id: str) -> str:
    """What stands before a clause that is not in force as it is: from when it will be, or that it is proposed."""
    words, others = site.wording.clause, site.wordings(lambda text: text.own(id))
    if not others or text is not site.snapshot:
        return ""
    begins = others[-1].begins
    return fill(words.tag, in_force=day(site.wording.sources.months, begins)) if begins else words.proposed


def _pdf(site: Site, text: Snapshot, label: str, status: str, *, fingerprint: str, mark: str | None = None) -> bytes:
    """label: in few words, what text this is. status: the same in a sentence. mark: across each sheet of a draft."""
    words, page = site.wording, site.pages[POLICY].record
    policy = {
        "title": curly(f"{site.school.name}: {words.cite.policy} ({label})"),
        "name": page.title,
        "lead": getattr(page, "lead", None) or "",
        "school": site.school.name,
        "label": label,
        "status": f"{status} {fill(words.frame.as_of, day=day(words.sources.months, site.today))}",
        "fingerprint": fill(words.status.fingerprint, fingerprint=fingerprint),
        "page": fill(words.pdf.page, n=PAGE, total=PAGES),
        "mark": mark,
        "sections": [{**section.model_dump(), "title": curly(section.title)} for section in text.sections],
        "clauses": [
            {
                **clause.model_dump(),
                "text": curly(clause.text),
                "tag": _tag(site, text, clause.id),
            }
            for clause in text.clauses
        ],
    }
    return printed(site.root, policy)
