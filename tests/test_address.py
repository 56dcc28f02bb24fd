"""What the site can do once the school has given its address: codes that a phone reads, and whole links for letters."""

from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import Browser, Page

from macros.checks.load import load
from tests.projects import FACTS, edit
from tests.site import Built, sheets, text

OWN = "https://northgate.example/families/online/"  # where the site will be; the tests serve it from another address
PIXELS = """image => {
  const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width, height, grey: [...Array(width * height).keys()].map(n => data[4 * n]) };
}"""


def test_an_address_may_be_typed_without_the_slash_at_its_end(project: Path) -> None:
    edit(project, FACTS, "families/online/", "families/online")
    assert load(project).school.site_address == OWN


def scanned(tab: Page) -> list[str]:
    """What a phone reads in the page's pictures."""
    found = []
    for image in tab.locator("img").all():
        pixels = image.evaluate(PIXELS)
        picture = memoryview(bytes(pixels["grey"])).cast("B", (pixels["height"], pixels["width"]))
        found += [code.text for code in zxingcpp.read_barcodes(picture)]
    return found


@pytest.mark.parametrize("address", ["poster/", "staff/"])
def test_a_phone_reads_the_address_in_each_qr_code(address: str, tab: Page, school: Built) -> None:
    tab.goto(school.url + address)
    assert scanned(tab) == [f"{OWN}before-you-post/"]
    title = text(school.html("before-you-post/").root.find(".//h1"))
    assert [image.get("alt") for image in school.html(address).all(".//img")] == [f"Square code to scan: {title}"]


def test_the_poster_with_a_code_fits_on_one_sheet(tab: Page, school: Built) -> None:
    tab.goto(school.url + "poster/")
    assert sheets(tab) == 1


@pytest.mark.parametrize("javascript", [False, True], ids=["without-javascript", "with-javascript"])
def test_links_for_letters_are_whole_and_are_the_schools_own(javascript: bool, browser: Browser, school: Built) -> None:
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto(school.url + "staff/")
    link, *others = page.locator(".ps-cite:has(#insults) [data-words]").all_inner_texts()
    citation, sentence, dated = others
    assert link == f"{OWN}policy/insults/"
    lasting = f"{OWN}policy/versions/2025-09/#insults"
    assert all(words.endswith(f": {lasting}") for words in (citation, sentence, dated))
    page.goto(school.url + "letters/come-in/")
    assert f"{OWN}policy/versions/2025-09/" in page.locator(".ps-cited").inner_text()
    page.goto(school.url + "policy/insults/")
    assert page.locator(".ps-copy").inner_text().endswith(f": {lasting}")
    context.close()
