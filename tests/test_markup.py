"""Markup in data stays text: signs that mean something in HTML, Markdown, JSON, Typst or an address are shown as they were typed."""

import json
from urllib.parse import parse_qs, urlsplit

import pikepdf
import pytest
import yaml

from macros.commands.adopt import adopt
from macros.policy.history import PUBLISHED
from macros.reading.entries import SHARED
from tests.projects import DAY, FIRST, bare, edit
from tests.site import Built, Html, built, straight, text

pytestmark = pytest.mark.xdist_group("signs")  # their site is built once

SIGNS = "5 < 6 > 4 & \"so\" 'said' $x #y @z 100% ~a~ :b: (c)"  # every sign that plain words may have
HTML = "<b onclick=x>b</b> &c"  # and what a minute may have besides
LABEL = FIRST["label"]
BESIDE = {
    "search.yml",
    "plain.yml",
    "changes.yml",
    "steps.yml",
}  # not shown as they stand, or with a picture that words must fit
AS_THEY_ARE = ("01632 ", "The rules of version ")  # phone numbers, and a title that would be too long


def with_signs(node: yaml.Node) -> None:
    """Adds the signs to every sentence below a node."""
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            with_signs(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            with_signs(item)
    elif node.tag.endswith(":str") and " " in node.value and not node.value.startswith(AS_THEY_ARE):
        node.value, node.style = f"{node.value.rstrip()} {SIGNS}", "'"


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The frozen school's site with the signs in all its shared words, in a clause, a title and an adopted version."""
    project = bare(tmp_path_factory.mktemp("signs"))
    for file in (project / SHARED).glob("*.yml"):
        if file.name not in BESIDE:
            tree = yaml.compose(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
            with_signs(tree)
            file.write_text(yaml.serialize(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10_000), "utf-8")
    named = "Insulting anyone who works at Northgate Academy"
    edit(
        project, PUBLISHED, f"- {named}.\n", f"- {named}.\n    - {json.dumps(f'{named} {SIGNS}')}\n"
    )  # it means the same
    edit(project, "docs/policy/index.md", "get you an answer sooner?", f"get you an answer sooner, {SIGNS}?")
    edit(project, "docs/policy/insults.md", "title: Insults", f"title: {json.dumps(f'Insults {SIGNS}')}")
    adopt(project, FIRST | {"minute": f"7 {HTML}", "approved_by": f"us {HTML}"}, DAY)
    return built(project, DAY)


def shape(html: Html) -> set[tuple[str, str]]:
    """The elements of a page with the names of their attributes."""
    return {
        (element.tag, name)
        for element in html.root.iter()
        if isinstance(element.tag, str)
        for name in ("", *element.attrib)
    }


def test_no_page_gets_an_element_or_an_attribute_from_data(school: Built, spoilt: Built) -> None:
    known = set().union(*map(shape, school.pages()))
    strange = {html.address: found for html in spoilt.pages() if (found := shape(html) - known)}
    assert strange == {}
    links = {link for html in spoilt.pages() for link in html.links()}
    assert not [link for link in links if link.lower().startswith("javascript")]


def test_every_sign_shows_as_it_was_typed(spoilt: Built) -> None:
    first, rest = SIGNS[:5], SIGNS[5:]
    for html in spoilt.pages():
        shown = text(html.root).split(first)[1:]
        shown += [
            part
            for element in html.root.iter()
            for value in element.attrib.values()
            for part in straight(value).split(first)[1:]
        ]
        assert len(shown) > 5, html.address
        assert {part[: len(rest)] for part in shown if "mailto" not in part} == {rest}, html.address


def test_a_version_says_its_minute_as_it_was_typed(spoilt: Built) -> None:
    html = spoilt.html(f"policy/versions/{LABEL}/")
    assert f"7 {HTML}" in text(html.root) and f"us {HTML}" in text(html.root)
    assert not html.all(".//main//b[@onclick]")


def test_data_for_programs_and_the_pdf_have_the_same_signs(spoilt: Built) -> None:
    policy = json.loads((spoilt.folder / "policy.json").read_text("utf-8"))
    said = json.dumps(policy, ensure_ascii=False).replace('\\"', '"')
    assert straight(policy["school"]).endswith(SIGNS) and said.count(SIGNS) > 5
    with pikepdf.open(spoilt.folder / "policy.pdf") as pdf:
        assert SIGNS in straight(str(pdf.docinfo["/Title"]))


def test_an_email_begins_with_the_words_as_they_were_typed(spoilt: Built) -> None:
    links = [
        a.get("href")
        for a in spoilt.html("raise-a-concern/").all(".//a")
        if (a.get("href") or "").startswith("mailto:")
    ]
    mails = [parse_qs(urlsplit(link).query, strict_parsing=True) for link in links if "?" in link]
    assert mails
    for mail in mails:
        assert mail.keys() == {"subject", "body"}
        assert mail["subject"][0].endswith(SIGNS) and mail["body"][0].endswith(SIGNS)
        assert "\n" not in mail["body"][0].replace("\r\n", "")
