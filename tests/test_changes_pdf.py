"""What changes, as a PDF for a meeting's papers: the same words as the pull request's, for whoever sees no line or colour."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pikepdf
import pytest

from macros.checks.load import load
from macros.outputs.changes_markdown import report
from macros.outputs.changes_pdf import TEMPLATE, write
from macros.reading.mistakes import Mistakes
from tests.pdf_words import words
from tests.projects import DAY, adopted_once, adopted_twice, bare, changed, copy_of
from tests.site import straight
from tests.test_changes import run

MARKED = re.compile(r'<(del|ins) title="(.*?)">(.*?)</\1>')
MARKDOWN = re.compile(r"^(#+|-) |\*\*|\\(?=[^\w\s])", re.MULTILINE)  # signs that are not shown
MOST = 300  # characters, more than any system takes for a file's name


@pytest.fixture(scope="module", autouse=True)
def on_the_day() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TODAY", DAY.isoformat())
        yield


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return changed(tmp_path_factory.mktemp("changed"))


def said(markdown: str) -> str:
    """What the Markdown says, spaces aside, with the names of what was put in and taken out beside it."""
    named = MARKED.sub(r"[\2:\3]", markdown)
    return re.sub(r"\s", "", unescape(MARKDOWN.sub("", named)))


def shown(file: Path) -> str:
    return straight(words(file)).replace("•", "")


@pytest.mark.parametrize(
    ("make", "labels"),
    [(bare, ()), (adopted_once, ()), (changed, ()), (adopted_twice, ("2027-01", "2027-06")), (adopted_twice, ())],
)
def test_the_pdf_says_what_the_markdown_says(
    make: Callable[[Path], Path], labels: tuple[str, ...], tmp_path: Path
) -> None:
    content = load(make(tmp_path))
    markdown, file = report(content, *labels), tmp_path / "changes.pdf"
    write(content, markdown, content.fingerprint, file)
    title = said(content.pages["policy/index.md"].record.title)
    assert shown(file) == title + straight(said(markdown))


def test_what_was_taken_out_or_put_in_is_named_in_words(project: Path, tmp_path: Path) -> None:
    content = load(project)
    write(
        content,
        report(content),
        content.fingerprint,
        tmp_path / "changes.pdf",
    )
    assert "Theschool[gone:willusually]ask" in shown(tmp_path / "changes.pdf")
    assert "Theschool[come:must]ask" in shown(tmp_path / "changes.pdf")


def test_it_can_be_read_aloud_and_says_what_it_is(project: Path) -> None:
    assert run(project, "macros.commands.changes", "", "", "changes.pdf").stdout.strip() == "Written: changes.pdf"
    with pikepdf.open(project / "changes.pdf") as pdf:
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        title = str(pdf.docinfo["/Title"])
        told = kinds(pdf.Root.StructTreeRoot)
    content = load(project)
    assert content.school.name in title and content.wording.changes.proposed in title
    markdown = report(content)
    for kind, begins in {"/H2": "## ", "/H3": "### ", "/LI": "- "}.items():
        assert told[kind] == sum(line.startswith(begins) for line in markdown.split("\n"))


def kinds(element: pikepdf.Object) -> Counter[str]:
    """How often each kind of element stands below another, as assistive technology is told of them."""
    below = element.get("/K", [])
    parts = below if isinstance(below, pikepdf.Array) else [below]
    inside = [part for part in parts if isinstance(part, pikepdf.Dictionary) and "/S" in part]
    return sum(map(kinds, inside), Counter(str(part.S) for part in inside))


REFUSED = {  # what is typed, and what must be said
    "a folder": ("docs", "'docs' is not what a PDF is called"),
    "a file of another kind": ("mkdocs.yml", "'mkdocs.yml' is not what a PDF is called"),
    "a folder that is called like a PDF": ("kept.pdf", "kept.pdf: a folder stands where the new one has to go"),
    "a folder that is not there": (
        "nowhere/changes.pdf",
        "there is no folder for 'nowhere/changes.pdf'; make it first",
    ),
    "among the words": ("docs/changes.pdf", "nothing but the site's own files can stand in docs"),
    "among the words, by another way": ("macros/../docs/changes.pdf", "nothing but the site's own files"),
    "a name that the disk refuses": (f"{'x' * MOST}.pdf", "cannot be written .*; write another place, such as PDF="),
    "a sign that cannot be seen": ("a\u200b.pdf", "PDF: "),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_place_where_it_cannot_stand_is_refused_in_one_line(name: str, project: Path) -> None:
    typed, says = REFUSED[name]
    (project / "kept.pdf").mkdir(exist_ok=True)
    before = sorted(project.rglob("*.pdf"))
    ended = run(project, "macros.commands.changes", "", "", typed)
    assert ended.returncode == 1 and ended.stdout == ""
    assert re.search(says, ended.stderr) and len(ended.stderr.splitlines()) == 1
    assert sorted(project.rglob("*.pdf")) == before


@pytest.mark.parametrize("share", [0.25, 0.5, 0.9])
def test_a_template_that_is_not_whole_is_told_in_one_line(share: float, project: Path, tmp_path: Path) -> None:
    other = copy_of(project, tmp_path / "copy")
    text = (other / TEMPLATE).read_text("utf-8")
    (other / TEMPLATE).write_text(f"{text[: int(len(text) * share)]}\n", "utf-8")
    content = load(other)
    with pytest.raises(Mistakes, match=f"^{TEMPLATE}:.* cannot be printed .*; put it back") as refused:
        write(content, report(content), content.fingerprint, tmp_path / "changes.pdf")
    assert len(refused.value.mistakes) == 1
    assert not (tmp_path / "changes.pdf").exists()


def test_a_sign_that_no_font_has_leaves_the_old_file_as_it_was(project: Path, tmp_path: Path) -> None:
    (tmp_path / "changes.pdf").write_text("old")
    content = load(project)
    with pytest.raises(Mistakes, match=r"the PDF's font has no sign for '🦄'; take it out; it stands in '.*Families"):
        write(
            content,
            report(content).replace("Families asked.", "Families asked 🦄."),
            content.fingerprint,
            tmp_path / "changes.pdf",
        )
    assert (tmp_path / "changes.pdf").read_text() == "old"
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []
