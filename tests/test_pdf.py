"""The PDFs: the same bytes for the same words, one for each adopted version, and a mark on a draft until it is adopted."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from macros.adopted.versions import PDF
from macros.checks.load import load
from macros.outputs.pdf import write
from tests.looks.pdf import (
    it_is_made_to_the_standard_for_accessible_pdfs_and_says_how_its_words_stand as as_it_should_be,
)
from tests.looks.pdf import (
    marked_pages,
    named_places,
)
from tests.projects import DAY, adopted_twice, bare, changed
from tests.site import Built

DATED = re.compile(rb"(Creat|Mod)\w*Date")


def printed(make: Callable[[Path], Path], folder: Path) -> Built:
    """The PDFs alone of a project that is made for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TODAY", DAY.isoformat())
        project = make(folder)
        content = load(project)
    write(content, project / "pdfs")
    return Built(project, project / "pdfs", content, DAY)


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return printed(bare, tmp_path_factory.mktemp("draft"))


@pytest.fixture(scope="module")
def tried_out(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return printed(changed, tmp_path_factory.mktemp("changed"))


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return printed(adopted_twice, tmp_path_factory.mktemp("twice"))


def title(file: Path) -> str:
    with pikepdf.open(file) as pdf:
        return str(pdf.docinfo["/Title"])


def test_an_adopted_version_has_a_pdf_of_its_own(twice: Built) -> None:
    for label, has_the_new_clause in (("2027-01", False), ("2027-06", True)):
        file = twice.folder / f"policy/versions/{label}.pdf"
        assert label in title(file)
        with pikepdf.open(file) as pdf:
            assert ("old-quarrels" in named_places(pdf)) is has_the_new_clause


def test_the_same_words_give_the_same_bytes(draft: Built, tmp_path: Path) -> None:
    write(draft.content, tmp_path / "again")
    data = (tmp_path / "again" / PDF).read_bytes()
    assert data == (draft.folder / PDF).read_bytes()
    assert DATED.search(data) is None, "in another second it would be another file"


def test_it_is_marked_on_every_page_until_it_was_adopted(draft: Built, tried_out: Built, twice: Built) -> None:
    for site, marked, says in (
        (draft, True, "still a draft"),
        (tried_out, True, "tried out"),
        (twice, False, "2027-06"),
    ):
        assert set(marked_pages(site.folder / PDF)) == {marked}
        assert says in title(site.folder / PDF)
    assert set(marked_pages(tried_out.folder / "policy/versions/2027-01.pdf")) == {False}


def test_a_mark_that_is_missing_or_too_many_is_noticed(draft: Built, twice: Built, tmp_path: Path) -> None:
    for site, other in ((draft, twice), (twice, draft)):
        assert list(as_it_should_be(site)) == []
        spoilt = Path(shutil.copytree(site.folder, tmp_path / site.project.name))
        shutil.copy(other.folder / PDF, spoilt / PDF)
        found = as_it_should_be(Built(site.project, spoilt, site.content, site.day))
        assert f"{PDF}: not marked as a draft where it is one, and only there" in found
