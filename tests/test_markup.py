"""Text stays text: signs that mean something in HTML, Markdown, JSON, Typst or an address are shown as they were typed."""

import json
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import html5lib
import markdown
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from macros.commands.adopt import adopt
from macros.policy.plain import plain
from macros.reading.markup import escaped
from tests.conftest import served
from tests.projects import DAY, FIRST, bare
from tests.signs import ALL, CLAUSE, GONE, HTML, PLAIN, TEXT, Entries, fill, misshown
from tests.site import Built, Html, built, straight, text

pytestmark = pytest.mark.xdist_group("signs")  # their sites are built once
LABEL = FIRST["label"]
PAGES = markdown.Markdown(extensions=["attr_list", "md_in_html", "tables", "smarty", "toc"])
PLACES = (  # where components put text
    "{}",
    "- {}",
    "1. {}",
    "## {} {{ #x }}",
    "**{}**",
    "[{}](x.md)",
    "| a | b |\n|---|---|\n| {} | c |",
    '<p markdown="span">{}</p>',
    "{}\n{{ .x }}",
)


@pytest.fixture(scope="module")
def entries() -> Entries:
    return Entries()


def spoilt_by(folder: Path, entries: Entries, *, neutral: bool) -> Built:
    """The frozen school's site with the signs everywhere, and in an adopted version."""
    project = fill(bare(folder), entries, neutral=neutral)
    minute = HTML if not neutral else "x"
    adopt(project, FIRST | {"minute": f"7 {minute}", "approved_by": f"us {minute}"}, DAY)
    return built(project, DAY)


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory, entries: Entries) -> Built:
    with served(spoilt_by(tmp_path_factory.mktemp("signs"), entries, neutral=False)) as site:
        yield site


@pytest.fixture(scope="module")
def neutral(tmp_path_factory: pytest.TempPathFactory, entries: Entries, spoilt: Built) -> Built:
    """The same with letters in the place of signs, in the same entries."""
    return spoilt_by(tmp_path_factory.mktemp("neutral"), entries, neutral=True)


def shape(html: Html) -> Counter[tuple[str, ...]]:
    """The elements and remarks of a page, each with the names of its attributes."""
    return Counter((str(element.tag), *sorted(element.attrib)) for element in html.root.iter())


def words(html: Html) -> str:
    """All that is read, or read out, of a page."""
    names = ("href", "src")  # of addresses, in which signs are written in another way
    said = (value for part in html.root.iter() for name, value in part.attrib.items() if name not in names)
    return " ".join([text(html.root), *map(straight, said)])


def test_nothing_becomes_an_element_an_attribute_or_a_remark(neutral: Built, spoilt: Built) -> None:
    assert spoilt.addresses == neutral.addresses
    for address in spoilt.addresses:
        assert shape(spoilt.html(address)) == shape(neutral.html(address)), address
    links = {link for html in spoilt.pages() for link in html.links()}
    assert not [link for link in links if link.lower().startswith("javascript")]


def test_every_sign_shows_as_it_was_typed(spoilt: Built) -> None:
    shown = {html.address: words(html) for html in spoilt.pages()}
    assert {address: wrong for address, said in shown.items() if (wrong := misshown(said))} == {}
    assert [signs.shown for signs in ALL if not any(signs.mark in said for said in shown.values())] == []


def test_signs_that_an_entry_does_not_take_are_refused_in_one_line(entries: Entries, spoilt: Built) -> None:
    assert entries.refused
    assert [said for said in entries.refused if "\n" in said] == []


@given(st.text(alphabet="ab 1.)(+*_=~`\\[]{}#|<>&;!:'\"/x$^?@%,-", min_size=1, max_size=14).map(straight).filter(bool))
def test_text_is_made_markdown_that_shows_just_it(said: str) -> None:
    assert plain(escaped(said)) == said
    for place in PLACES:
        shown, like = (html5lib.parseFragment(PAGES.reset().convert(place.format(of))) for of in (escaped(said), "QQ"))
        assert [element.tag for element in shown.iter()] == [element.tag for element in like.iter()], place
        assert text(shown) == text(like).replace("QQ", said), place


def test_a_clause_shows_its_tags_on_every_page_and_in_data_and_takes_nobody_away(spoilt: Built, tab: Page) -> None:
    for address in ("policy/", "policy/insults/", "before-you-post/", "poster/", "staff/", f"policy/versions/{LABEL}/"):
        tab.goto(spoilt.url + address)
        assert straight(GONE) in straight(tab.locator("body").text_content()), address
        assert tab.url == spoilt.url + address
        assert tab.locator("main :is(script, meta)").count() == 0
    policy = json.loads((spoilt.folder / "policy.json").read_text("utf-8"))
    assert all(CLAUSE.shown in clause["text"] for clause in policy["clauses"])


def test_a_version_says_its_minute_as_it_was_typed(spoilt: Built) -> None:
    html = spoilt.html(f"policy/versions/{LABEL}/")
    assert f"7 {HTML}" in text(html.root) and f"us {HTML}" in text(html.root)


def test_data_for_programs_and_the_pdf_have_the_same_signs(spoilt: Built) -> None:
    policy = json.loads((spoilt.folder / "policy.json").read_text("utf-8"))
    said = json.dumps(policy, ensure_ascii=False).replace('\\"', '"')
    assert straight(policy["school"]).endswith(PLAIN) and said.count(PLAIN) > 4
    with pikepdf.open(spoilt.folder / "policy.pdf") as pdf:
        assert PLAIN in straight(str(pdf.docinfo["/Title"]))


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
        assert mail["subject"][0].endswith(PLAIN) and mail["body"][0].endswith(TEXT)
        assert "\n" not in mail["body"][0].replace("\r\n", "")
