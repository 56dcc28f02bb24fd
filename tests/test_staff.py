"""What staff need: a lasting link, a citation and a sentence for every clause, letters on one sheet, a poster, QR codes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.calls import find
from macros.content import Content
from tests.site import PAGES, Site, address, sheets, text

CLAUSES = [page.clause_id for page in PAGES.values() if page.clause_id and not page.is_withdrawn]
LETTERS = [address(path) for path, page in PAGES.items() if not page.clause_id and page.record.entries.kind == "letter"]
ROWS = ("link", "citation", "sentence")


def entry(page: Page, id: str) -> list[str]:
    """The words to copy for a clause, as they are on the page."""
    return page.locator(f".ps-cite:has(#{id}) [data-words]").all_inner_texts()


def test_every_clause_has_a_link_a_citation_and_a_sentence(page: Page, site: Site, content: Content) -> None:
    page.goto(site.url + "staff/")
    scripted = page.locator("button").count() > 0
    for id in CLAUSES:
        clause = content.policy.clauses[id]
        whole = f"{site.url if scripted else ''}policy/{id}/"
        link, citation, sentence = entry(page, id)
        assert link == whole
        assert citation.endswith(f'clause {clause.number}, "{clause.title}": {whole}')
        assert citation.startswith(content.school.name)
        assert clause.number in sentence and sentence.endswith(f": {whole}")
        asks = content.pages[clause.path].record.entries.asks_parents
        assert sentence.startswith("Please follow" if asks else "Please see")


def test_nothing_claims_that_the_policy_was_adopted_and_no_link_is_dated(site: Site, content: Content) -> None:
    main = site.html("staff/").root.find(".//main")
    assert "not adopted" in text(main).lower()
    assert content.wording.staff.no_dated_link.split(". ")[-1] in text(main)
    assert all("not adopted yet" in text(cite) for cite in main.findall(".//dd[2]//span[@data-words]"))
    assert not [a for a in main.iter("a") if "versions" in a.get("href")]


@pytest.fixture(scope="module")
def tab(browser: Browser, site: Site) -> Iterator[Page]:
    """The staff page on a computer, with leave to write to the clipboard and to read it."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("row", range(len(ROWS)), ids=ROWS)
def test_a_button_copies_the_words_beside_it_and_says_so(row: int, tab: Page, site: Site, content: Content) -> None:
    tab.goto(site.url + "staff/")
    item = tab.locator(".ps-cite:has(#threats) dd").nth(row)
    item.locator("button").click()
    expect(tab.locator("[role='status']")).to_contain_text(content.wording.staff.copied)
    assert tab.evaluate("navigator.clipboard.readText()") == item.locator("[data-words]").inner_text()


def test_where_there_is_no_clipboard_the_words_are_selected(tab: Page, site: Site, content: Content) -> None:
    tab.goto(site.url + "staff/")
    tab.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    item = tab.locator(".ps-cite:has(#threats) dd").first
    item.locator("button").click()
    assert tab.evaluate("getSelection().toString()") == item.locator("[data-words]").inner_text()
    expect(tab.locator("[role='status']")).to_be_visible()


def test_every_button_says_what_it_copies(tab: Page, site: Site) -> None:
    tab.goto(site.url + "staff/")
    names = tab.locator("main button").evaluate_all("all => all.map(button => button.getAttribute('aria-label'))")
    assert len(names) == len(set(names)) == len(ROWS) * len(CLAUSES)


@pytest.mark.parametrize("address", LETTERS)
def test_a_letter_is_copied_whole(address: str, tab: Page, site: Site) -> None:
    tab.goto(site.url + address)
    tab.locator("main button").click()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied == tab.locator("[data-words]").inner_text().strip()
    assert copied.startswith("[Date]") and f"{site.url}policy/" in copied


@pytest.mark.parametrize("address", [*LETTERS, "poster/"])
def test_it_prints_on_one_sheet(address: str, page: Page, site: Site) -> None:
    page.goto(site.url + address)
    assert sheets(page) == 1


@pytest.mark.parametrize("address", LETTERS)
def test_on_paper_a_letter_has_nothing_but_the_letter(address: str, page: Page, site: Site) -> None:
    page.goto(site.url + address)
    page.emulate_media(media="print")
    for selector in (".ps-help", "h1", ".ps-lead", ".ps-footer", ".ps-header nav", ".ps-crumbs"):
        assert not page.locator(selector).first.is_visible(), selector
    assert page.locator("main button:visible").count() == 0
    expect(page.locator("[data-words]")).to_be_visible()


@pytest.mark.parametrize("address", LETTERS)
def test_a_letter_lists_the_clauses_it_names_and_keeps_their_force(address: str, site: Site, content: Content) -> None:
    page = PAGES[address.rstrip("/") + ".md"]
    named = {call.key for call in find(page.text, page.name) if call.macro == "see"}
    assert named
    main = site.html(address).root.find(".//main")
    links = [a.get("href") for row in main.findall(".//p[@class='ps-cite']") for a in row.iter("a")]
    assert {link for link in links if "/policy/" in link} == {f"../../policy/{id}/" for id in named}
    assert "not adopted yet" in text(main.find(".//div[@class='ps-cited']"))
    words = text(main)
    assert "first-step-discussion" not in named or "as a first step" not in words.lower() or "will usually" in words
    assert "if-it-continues" not in named or "will consider" in words


def test_letters_are_linked_from_the_page_for_staff(site: Site) -> None:
    links = [a.get("href") for a in site.html("staff/").root.find(".//main").iter("a")]
    assert [f"../{address}" for address in LETTERS if f"../{address}" not in links] == [] and LETTERS


def test_there_is_no_qr_code_while_the_school_has_given_no_address(site: Site, content: Content) -> None:
    assert content.school.site_address is None
    assert not [html.address for html in site.pages() if html.all(".//img")]
