"""The policy on paper: a PDF that assistive technology can read, the same bytes for the same words."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from macros import load_checked
from macros.content import Content
from macros.pdf import write
from macros.versions import PDF
from tests.adopted import DAY, FIRST, SECOND, adopted_twice
from tests.site import Site, text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The PDFs of a project with two versions."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TODAY", DAY.isoformat())
        project = adopted_twice(tmp_path_factory.mktemp("twice"))
        write(load_checked(project)[0], project / "pdfs")
    yield project / "pdfs"


OLD = {label: f"policy/versions/{label}.pdf" for label in (FIRST["label"], SECOND["label"])}


def named_places(pdf: pikepdf.Pdf) -> set[str]:
    """The places that a link can lead to: policy.pdf#threats."""
    return set(pikepdf.NameTree(pdf.Root.Names.Dests).keys())


def test_every_clause_and_section_is_a_place_to_link_to(site: Site, content: Content) -> None:
    with pikepdf.open(site.folder / PDF) as pdf:
        assert named_places(pdf) >= {*content.policy.clauses, *(section.id for section in content.policy.sections)}


@pytest.mark.parametrize("label", OLD)
def test_an_adopted_version_has_a_pdf_of_its_own(label: str, folder: Path) -> None:
    with pikepdf.open(folder / OLD[label]) as pdf:
        assert label in str(pdf.docinfo["/Title"])
        assert ("class-chats" in named_places(pdf)) is (label == SECOND["label"])


def test_it_is_made_to_the_standard_for_accessible_pdfs(site: Site, content: Content) -> None:
    with pikepdf.open(site.folder / PDF) as pdf:
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert content.school.name in str(pdf.docinfo["/Title"])


def test_the_same_words_give_the_same_bytes(content: Content, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(content, tmp_path / name)
    assert (tmp_path / "one" / PDF).read_bytes() == (tmp_path / "two" / PDF).read_bytes()


def test_the_policys_page_links_to_it_with_its_size(site: Site) -> None:
    size = round((site.folder / PDF).stat().st_size / 1000)
    link = next(a for a in site.html("policy/").all(".//main//a") if a.get("href", "").endswith(".pdf"))
    assert link.get("href") == f"../{PDF}"
    assert f"({size} kB)" in text(link)


def pages_with_slanting_words(file: Path) -> list[bool]:
    """For each page, whether something is turned on it: the mark, since nothing else is."""
    turned = re.compile(rb"[-\d.]+ ([-\d.]+) [-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+ cm")
    with pikepdf.open(file) as pdf:
        return [any(float(b) for b in turned.findall(page.Contents.read_bytes())) for page in pdf.pages]


def test_it_is_marked_on_every_page_until_it_was_adopted(site: Site, folder: Path) -> None:
    assert set(pages_with_slanting_words(site.folder / PDF)) == {True}
    assert set(pages_with_slanting_words(folder / PDF)) == {False}
    with pikepdf.open(site.folder / PDF) as pdf:
        assert "not adopted yet" in str(pdf.docinfo["/Title"])
    with pikepdf.open(folder / PDF) as pdf:
        assert "not adopted" not in str(pdf.docinfo["/Title"])
