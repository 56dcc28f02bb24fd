"""Every link leads somewhere, and only what is meant to be on the site is on it."""

import pytest

from macros.build import ROOT
from tests.site import ADDRESSES, NOT_FOUND, Site, broken_links


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_link_and_anchor_of_a_page_leads_somewhere(address: str, site: Site) -> None:
    assert broken_links(site, address) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_id_stands_twice_on_a_page(address: str, site: Site) -> None:
    ids = site.html(address).ids()
    assert len(ids) == len(set(ids))


def test_everyone_to_talk_to_is_two_taps_away_from_every_page(site: Site, content) -> None:
    subjects = {a.get("href") for a in site.html("raise-a-concern/").all(".//div[@class='ps-subjects']//a")}
    assert subjects == {f"#{key}" for key in content.routes.routes}
    for html in site.pages():
        header = [a.get("href") for a in html.all(".//header//a")]
        here = html.address == "raise-a-concern/"
        assert any(link.rstrip("/").endswith("raise-a-concern") or here and link == "./" for link in header), html.address


def test_nothing_but_the_site_is_on_the_site(site: Site) -> None:
    pages = {str(file.relative_to(site.folder)) for file in site.folder.rglob("*.html")}
    assert pages == {address if address == NOT_FOUND else f"{address}index.html" for address in ADDRESSES}
    others = {file.name for file in site.folder.rglob("*") if file.is_file() and file.suffix != ".html"}
    scripts = {"self-check.js", "copy.js", "search.js", "index.js", "lunr.js"}
    maps = {"sitemap.xml", "sitemap.xml.gz"}
    assert others == {"site.css", "icon.svg", "policy.json", "policy.schema.json", "policy.pdf", "_headers"} | maps | scripts


def test_notes_for_governors_are_in_the_repository_only(site: Site) -> None:
    assert (ROOT / "docs/governors/notes.md").is_file()
    assert not list(site.folder.rglob("*notes*"))
