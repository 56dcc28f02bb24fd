"""What staff do with the site: copy words for a letter, copy a letter whole, print it on one sheet, or the poster."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.pages.cite import citing
from macros.site import Site
from tests.site import PAGES, Built, address, sheets, straight

LETTERS = [
    address(path)
    for path, page in PAGES.items()
    if not page.clause_id and page.record.kind == "letter" and not page.record.needs_adoption
]
POSTERS = [address(path) for path, page in PAGES.items() if "{{ poster() }}" in page.text]
ROWS = ("link", "citation", "sentence")
WORDS = """all => all.map(cite => [cite.querySelector("h3").id, [...cite.querySelectorAll("[data-words]")].map(words => words.innerText)])"""


def test_every_link_is_whole_with_a_script_and_the_rest_is_to_copy_by_hand(
    page: Page, site: Built, content: Site
) -> None:
    """Where the school has given no address, a script takes it from the browser; without one, links begin at the top."""
    page.goto(site.url + "staff/")
    scripted = page.locator("button").count() > 0
    top = content.school.site_address or (site.url if scripted else "")
    rows = dict(page.locator(".ps-cite").evaluate_all(WORDS))
    assert [id for id in rows if id not in content.withdrawn] == list(content.policy.clauses)
    cite = citing(content.wording, content.school, content.standing)
    for id, clause in content.policy.clauses.items():
        link, citation, sentence, *_ = rows[id]
        cited = cite.clause(clause)
        lasting = f"{top}{address(cited.path)}{cited.anchor}"
        assert link == f"{top}policy/{id}/"
        assert citation.endswith(f": {lasting}") and sentence.endswith(f": {lasting}")


@pytest.fixture(scope="module")
def tab(browser: Browser, site: Built) -> Iterator[Page]:
    """The staff page on a computer, with leave to write to the clipboard and to read it."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("row", range(len(ROWS)), ids=ROWS)
def test_a_button_copies_the_words_beside_it_and_says_so(row: int, tab: Page, site: Built, content: Site) -> None:
    tab.goto(site.url + "staff/")
    item = tab.locator(".ps-cite dd").nth(row)
    item.locator("button").click()
    expect(tab.locator("[role='status']")).not_to_be_empty()
    assert straight(tab.locator("[role='status']").inner_text()).startswith(straight(content.wording.staff.copied))
    assert tab.evaluate("navigator.clipboard.readText()") == item.locator("[data-words]").inner_text()


def test_where_there_is_no_clipboard_the_words_are_selected(tab: Page, site: Built, content: Site) -> None:
    tab.goto(site.url + "staff/")
    tab.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    item = tab.locator(".ps-cite dd").first
    item.locator("button").click()
    assert tab.evaluate("getSelection().toString()") == item.locator("[data-words]").inner_text()
    expect(tab.locator("[role='status']")).to_be_visible()


def test_every_button_says_what_it_copies(tab: Page, site: Built, content: Site) -> None:
    tab.goto(site.url + "staff/")
    names = tab.locator("main button").evaluate_all("all => all.map(button => button.getAttribute('aria-label'))")
    assert (
        len(names)
        == len(set(names))
        == tab.locator("main [data-words]").count()
        >= len(ROWS) * len(content.policy.clauses)
    )


@pytest.mark.parametrize("address", LETTERS)
def test_a_letter_is_copied_whole(address: str, tab: Page, site: Built) -> None:
    tab.goto(site.url + address)
    tab.locator("main button").click()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied == tab.locator("[data-words]").inner_text().strip()


@pytest.mark.parametrize("address", [*LETTERS, *POSTERS])
def test_it_prints_on_one_sheet(address: str, page: Page, site: Built) -> None:
    page.goto(site.url + address)
    assert sheets(page) == 1


@pytest.mark.parametrize("address", LETTERS)
def test_on_paper_a_letter_has_nothing_but_the_letter(address: str, page: Page, site: Built) -> None:
    page.goto(site.url + address)
    page.emulate_media(media="print")
    for selector in (".ps-help", "h1", ".ps-lead", ".ps-footer", ".ps-header nav", ".ps-crumbs"):
        assert page.locator(selector).count(), f"{selector} is not on the page at all"
        assert not page.locator(selector).first.is_visible(), selector
    assert page.locator("main button:visible").count() == 0
    expect(page.locator("[data-words]")).to_be_visible()
