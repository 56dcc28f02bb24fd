"""What assistive technology and search engines read of every page: titles, headings, landmarks, names."""

from collections import Counter

import pytest

from tests.site import ADDRESSES, NOT_FOUND, Site, straight, text

LANDMARKS = ("header", "main", "footer")


def test_titles_are_unique_and_end_in_the_schools_name(site: Site, content) -> None:
    titles = [text(html.root.find(".//title")) for html in site.pages()]
    assert [title for title, times in Counter(titles).items() if times > 1] == []
    assert all(content.school.name in title for title in titles)


def test_descriptions_are_unique_and_on_every_page(site: Site) -> None:
    pages = [html for html in site.pages() if html.address != NOT_FOUND]
    descriptions = [html.root.find(".//meta[@name='description']").get("content") for html in pages]
    assert all(descriptions)
    assert [words for words, times in Counter(descriptions).items() if times > 1] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_headings_begin_at_one_and_skip_no_level(address: str, site: Site) -> None:
    levels = [
        int(element.tag[1])
        for element in site.html(address).root.iter()
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")
    ]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize("address", ADDRESSES)
def test_landmarks_stand_once_and_navigation_has_different_names(address: str, site: Site) -> None:
    html = site.html(address)
    assert [len(html.all(f".//{name}")) for name in LANDMARKS] == [1, 1, 1]
    names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in html.all(".//nav")]
    assert all(names) and len(names) == len(set(names))
    assert html.root.get("lang") == "en-GB"


@pytest.mark.parametrize("address", ADDRESSES)
def test_images_have_a_name_or_are_hidden(address: str, site: Site) -> None:
    html = site.html(address)
    assert all(image.get("alt") is not None for image in html.all(".//img"))
    svgs = [element for element in html.root.iter() if str(element.tag).endswith("svg")]
    assert all(svg.get("aria-hidden") == "true" or svg.get("aria-label") for svg in svgs)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_current_place_is_marked(address: str, site: Site) -> None:
    html = site.html(address)
    marked = html.all(".//header//a[@aria-current]") + html.all(".//footer//a[@aria-current]")
    if address in ("", NOT_FOUND):
        assert marked == []
    else:
        assert len(marked) == 1
        assert marked[0].get("aria-current") == ("page" if marked[0].get("href") == "./" else "true")
        assert html.all(".//nav//li[@aria-current='page']")


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_security_policy_allows_scripts_only_where_there_is_one_and_nothing_is_inline(address: str, site: Site) -> None:
    html = site.html(address)
    policy = html.root.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    assert ("script-src 'self'" in policy) == bool(html.all(".//script"))
    assert all(script.get("src") and not (script.text or "").strip() for script in html.all(".//script"))
    assert not html.all(".//style")
    assert not [e for e in html.root.iter() if any(name == "style" or name.startswith("on") for name in e.attrib)]


@pytest.mark.parametrize("address", [address for address in ADDRESSES if address != NOT_FOUND])
def test_a_link_in_a_message_shows_the_pages_title_and_school(address: str, site: Site, content) -> None:
    html = site.html(address)
    shown = {meta.get("property"): straight(meta.get("content")) for meta in html.all(".//meta[@property]")}
    assert shown["og:title"] == text(html.root.find(".//h1"))
    assert shown["og:site_name"] == content.school.name
    assert shown["og:description"] == straight(html.root.find(".//meta[@name='description']").get("content"))
