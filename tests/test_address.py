"""What the site can do once the school has given its address: whole links in letters, QR codes, previews, a sitemap."""

import json
import re
from collections.abc import Iterator

import pytest
import zxingcpp
from playwright.sync_api import Browser, Page

from macros.build import build
from macros.check import to_fill_in
from macros.content import load_content
from tests.adopted import copy
from tests.conftest import served
from tests.site import ADDRESSES, NOT_FOUND, Site, sheets, text

GIVEN = "https://www.example.org/parents"  # as somebody may type it, without the slash at the end
OWN = f"{GIVEN}/"
PIXELS = """image => {
  const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width, height, grey: [...Array(width * height).keys()].map(n => data[4 * n]) };
}"""


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of a school that has given its address, served from another one as while it is being tried out."""
    project = copy(tmp_path_factory.mktemp("given"))
    school = project / "docs/_shared/school.yml"
    school.write_text(school.read_text("utf-8") + f"\nsite_address: {GIVEN}\n", "utf-8")
    assert build(project, project / "site") == 0
    assert not [line for line in to_fill_in(load_content(project).school) if line.startswith("site_address")]
    with served(project / "site") as url:
        yield Site(project / "site", url)


def scanned(tab: Page) -> list[str]:
    """What a phone reads in the page's pictures."""
    found = []
    for image in tab.locator("img").all():
        pixels = image.evaluate(PIXELS)
        picture = memoryview(bytes(pixels["grey"])).cast("B", (pixels["height"], pixels["width"]))
        found += [code.text for code in zxingcpp.read_barcodes(picture)]
    return found


@pytest.mark.parametrize(
    "address, codes", {"poster/": ["before-you-post/"], "staff/": ["before-you-post/", "policy/"]}.items()
)
def test_a_phone_reads_the_address_in_each_qr_code(address: str, codes: list[str], tab: Page, given: Site) -> None:
    tab.goto(given.url + address)
    assert scanned(tab) == [OWN + code for code in codes]
    for image, code in zip(given.html(address).all(".//img"), codes, strict=True):
        title = text(given.html(code).root.find(".//h1"))
        assert image.get("alt") == f"QR code: {title}"


def test_the_poster_still_fits_on_one_sheet(tab: Page, given: Site) -> None:
    tab.goto(given.url + "poster/")
    assert sheets(tab) == 1


@pytest.mark.parametrize("javascript", [False, True], ids=["without-javascript", "with-javascript"])
def test_links_for_letters_are_whole_and_are_the_schools_own(javascript: bool, browser: Browser, given: Site) -> None:
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto(given.url + "staff/")
    words = page.locator(".ps-cite:has(#threats) [data-words]").all_inner_texts()
    assert words[0] == f"{OWN}policy/threats/"
    assert all(row.endswith(f"{OWN}policy/threats/") for row in words)
    page.goto(given.url + "letters/resolved/")
    assert f"{OWN}policy/better-channels/" in page.locator(".ps-cited").inner_text()
    page.goto(given.url + "policy/threats/")
    assert page.locator(".ps-copy").inner_text().endswith(f": {OWN}policy/threats/")
    context.close()


@pytest.mark.parametrize("address", [address for address in ADDRESSES if address != NOT_FOUND])
def test_a_page_names_its_own_lasting_address(address: str, given: Site) -> None:
    html = given.html(address)
    assert html.root.find(".//link[@rel='canonical']").get("href") == OWN + address
    assert html.root.find(".//meta[@property='og:url']").get("content") == OWN + address


def test_the_sitemap_has_every_page_once(given: Site) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (given.folder / "sitemap.xml").read_text("utf-8"))
    assert sorted(listed) == sorted(OWN + address for address in ADDRESSES if address != NOT_FOUND)


def test_policy_json_has_whole_addresses(given: Site) -> None:
    policy = json.loads((given.folder / "policy.json").read_text("utf-8"))
    assert policy["address"] == f"{OWN}policy/"
    entries = [*policy["clauses"], *policy["sections"], *policy["definitions"]]
    assert all(entry["address"].startswith(OWN) for entry in entries)
