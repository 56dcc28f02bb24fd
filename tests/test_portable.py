"""The portable copy: unpacked into any folder and opened from the disk, it is the same site."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from macros.checks.load import load
from macros.outputs import portable as copy
from macros.reading.project import ROOT
from macros.shared.pages import POLICY, address
from macros.site import Site
from tests.reference import Reference
from tests.site import Built, Html, straight, text

pytestmark = pytest.mark.xdist_group("portable")  # its zip is made once


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disk")
    copy.write(load(ROOT), folder)
    return folder / copy.NAME


@pytest.fixture(scope="module")
def folder(archive: Path) -> Path:
    """A folder with a space and an accent in its name, as people have them."""
    with ZipFile(archive) as zipped:
        assert all(entry.external_attr >> 16 & 0o444 == 0o444 for entry in zipped.infolist()), "everybody can read it"
        zipped.extractall(archive.parent / "My école")
    return archive.parent / "My école" / copy.top(load(ROOT))


@pytest.fixture
def tab(browser: Browser, folder: Path) -> Iterator[Page]:
    """The first page, opened from the disk; ends by asking what the browser complained of and asked for."""
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else complaints.append(r.url))
    page.goto((folder / "index.html").as_uri())
    yield page
    context.close()
    assert complaints == []


def test_it_looks_as_it_should(tab: Page) -> None:
    assert tab.evaluate("getComputedStyle(document.body).borderTopWidth") != "0px", "the stylesheet is not loaded"
    assert tab.evaluate("getComputedStyle(document.querySelector('.ps-main')).backgroundImage").startswith("url(")


def test_the_check_gives_its_verdict(tab: Page, content: Site) -> None:
    answer = Reference(ROOT).that_leads_to("stop")[0]
    tab.goto(tab.url.replace("index.html", "before-you-post.html"))
    tab.locator(f"#{answer}").click()
    tab.locator("a[href='#result']").first.click()
    assert tab.locator("[data-verdict='stop']").is_visible()
    tab.locator(f"[data-reason='{answer}'] .ps-reasons__said a").click()
    clause = Path(tab.url).stem
    assert answer.startswith(clause) and straight(tab.locator("h1").inner_text()) == straight(
        content.policy.clauses[clause].title
    )


def test_search_finds_and_leads_there(tab: Page, content: Site) -> None:
    tab.locator(".ps-header__search").click()
    tab.fill("#search-words", content.pages[POLICY].record.title)
    first = tab.locator(".ps-search li a").first
    there = first.evaluate("link => link.href")
    first.click()
    tab.wait_for_url(there)
    assert tab.locator("h1").is_visible()


def test_the_way_back_is_the_same_as_on_the_web(folder: Path, site: Built) -> None:
    def crumbs(html: Html) -> list[str]:
        return [text(item) for item in html.all(".//nav[@class='ps-crumbs']//li")]

    for path in site.content.pages:
        unpacked = Html(path, (folder / address(path, folders=False)).read_text("utf-8"))
        assert crumbs(unpacked) == crumbs(site.html(address(path))), path
        assert crumbs(unpacked) or path == "index.md", path


def test_every_link_leads_to_a_file(folder: Path) -> None:
    for file in folder.rglob("*.html"):
        elements = Html(file.name, file.read_text("utf-8")).all(".//*[@href]")
        links = {element.get("href").partition("#")[0] for element in elements}
        inside = {link for link in links if link and ":" not in link}
        assert inside, file.name
        assert [link for link in inside if not (file.parent / link).is_file()] == [], file.name


def test_the_same_content_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    zips = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        copy.write(load(project), tmp_path / name)
        zips.append((tmp_path / name / copy.NAME).read_bytes())
    assert zips[0] == zips[1]
