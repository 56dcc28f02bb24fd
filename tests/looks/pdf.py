"""The policy on paper: a PDF that assistive technology can read, whose clauses are places to link to."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from macros.adopted.versions import PDF, TEXT
from macros.pages.cite import citing
from macros.reading.markup import fill
from macros.shared.pages import POLICY, address
from tests.looks import led_to, of_site
from tests.site import Built, straight, text

TURNED = re.compile(rb"[-\d.]+ ([-\d.]+) [-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+ cm")


def texts(site: Built) -> dict[str, list[str]]:
    """The files with the words of each text, as a PDF and as plain text, by the page that links to them."""
    versions = {version.page: [version.pdf, version.txt] for version in site.content.versions}
    return {POLICY: [PDF, TEXT], **versions}


def named_places(pdf: pikepdf.Pdf) -> set[str]:
    """The places that a link can lead to: policy.pdf#a-clause."""
    return set(pikepdf.NameTree(pdf.Root.Names.Dests).keys())


def marked_pages(file: Path) -> list[bool]:
    """For each page, whether something is turned on it: the mark of a draft, since nothing else is."""
    with pikepdf.open(file) as pdf:
        return [any(float(b) for b in TURNED.findall(page.Contents.read_bytes())) for page in pdf.pages]


@of_site((PDF, "(insults)", "(insulte)"), (PDF, "(think-first)", "(think-twice)"))
def every_clause_and_section_is_a_place_to_link_to(site: Built) -> set[str]:
    with pikepdf.open(site.folder / PDF) as pdf:
        policy = site.content.policy
        return {*policy.clauses, *(section.id for section in policy.sections)} - named_places(pdf)


@of_site(
    (PDF, "<pdfuaid:part>1<", "<pdfuaid:part>2<"),
    (PDF, "/Marked true/Suspects false", "/Marked false/Suspects true"),
    (PDF, "/Lang(en-GB)", "/Lang(en-US)"),
    (PDF, "/DisplayDocTitle true/Direction/L2R", "/DisplayDocTitle false/Direction/L2"),
    (PDF, "/Title(Northgate", "/Title(Southgate"),
    (PDF, "", "policy/versions/2025-09.pdf"),
    ("policy/versions/2025-09.pdf", "", PDF),
)
def it_is_made_to_the_standard_for_accessible_pdfs_and_says_how_its_words_stand(site: Built) -> Iterator[str]:
    adopted, name_of = site.content.standing.stage in ("in-force", "later"), site.content.wording.versions.name
    files = {PDF: (citing(site.content.wording, site.content.school, site.content.standing).status, adopted)}
    files |= {version.pdf: (fill(name_of, label=version.label), True) for version in site.content.versions}
    for name, (label, whole) in files.items():
        with pikepdf.open(site.folder / name) as pdf:
            title = straight(str(pdf.docinfo["/Title"]))
            facts = {
                "made to PDF/UA-1": pdf.open_metadata()["pdfuaid:part"] == "1",
                "tagged": bool(pdf.Root.MarkInfo.Marked),
                "in its language": str(pdf.Root.Lang) == "en-GB",
                "shown by its title": bool(pdf.Root.ViewerPreferences.DisplayDocTitle),
                "called by the school's name": straight(site.content.school.name) in title,
                "called by what text it is": straight(label) in title,
                "marked as a draft where it is one, and only there": set(marked_pages(site.folder / name))
                == {not whole},
            }
        yield from (f"{name}: not {fact}" for fact, true in facts.items() if not true)


@of_site(
    ("policy/index.html", 'href="../policy.pdf"', 'href="../poster/"'),
    ("policy/index.html", " kB, PDF)", " MB, PDF)"),
    ("policy/versions/2025-09/index.html", " kB, PDF)", " MB, PDF)"),
)
def a_page_links_to_its_pdf_with_its_size(site: Built) -> Iterator[str]:
    for page, names in texts(site).items():
        html, shown = site.html(address(page)), site.html(address(page)).main.find(".//p[@class='ps-pdf']")
        sizes = [f"{round((site.folder / name).stat().st_size / 1000)} kB" for name in names]
        if led_to(html, shown) != names or [size for size in sizes if size not in text(shown)]:
            yield f"{html}: no link to it, or with another size"
