"""Search: every place is in the index and in the A to Z, and no other page loads any of it."""

import json
from collections.abc import Iterator

from macros.pages.search import Place, words_of
from macros.shared.pages import SEARCH, address
from tests.looks import led_to, of_page, of_site
from tests.site import Built, Html, straight, text


def where(place: Place) -> str:
    return address(place.path) + (f"#{place.anchor}" if place.anchor else "")


@of_page(
    ("help/index.html", "</head>", '<script src="../search.js" defer></script></head>'),
    ("help/index.html", 'href="../search/"', 'href="../"'),
)
def nothing_of_search_is_loaded_on_any_other_page(site: Built, html: Html) -> Iterator[str]:
    if html.address == address(SEARCH):
        return
    yield from (script.get("src") for script in html.all(".//script") if "search" in script.get("src", ""))
    if not [link for link in html.links(".//header//a") if link.rstrip("/").endswith("search")]:
        yield "no link to search"


@of_site(
    ("search/index.html", 'href="../raise-a-concern/#no-answer"', 'href="../raise-a-concern/"'),
    ("search/index.html", '<h3 id="b">', '<p><a href="../help/">Help</a></p><h3 id="b">'),
    ("search/index.html", '<h3 id="b">B<', '<h3 id="b">X<'),
)
def everything_is_in_the_a_to_z_in_order(site: Built) -> Iterator[str]:
    html = site.html(address(SEARCH))
    all = html.root.find(".//div[@class='ps-all']")
    links, right = led_to(html, all), [where(place) for place in site.register().places]
    yield from set(links) ^ set(right)
    if len(links) != len(right):
        yield "something stands there twice"
    letters = [text(h) for h in all.iter("h3")]
    if letters != sorted(letters, key=str.lower):
        yield f"not in order: {letters}"


@of_site(
    ("search/index.js", "complete 4 insulting anyone", "complete 4 insultin anyone"),
    ("search/index.js", '"title": "Insults"', '"title": "Insult"'),
    ("search/index.js", '"address": "../help/"', '"address": "../helps/"'),
)
def the_index_has_the_words_of_every_page(site: Built) -> Iterator[str]:
    index = {place["address"]: place for place in indexed(site)}
    for place in site.register().places:
        entry = index.get(f"../{where(place)}")
        if not entry or straight(entry["title"]) != straight(place.title):
            yield f"{where(place)} is not in it"
    for id, clause in site.content.policy.clauses.items():
        entry = index.get(f"../policy/{id}/")
        missing = set(words_of(clause.text).split()) - set(entry["text"].split()) if entry else {"all of them"}
        yield from (f"{id}: {word}" for word in missing)


def indexed(site: Built) -> list[dict]:
    """What search knows of each place, a line of JSON each."""
    lines = (site.folder / "search/index.js").read_text("utf-8").splitlines()
    return [json.loads(line.rstrip(",")) for line in lines if line.startswith("{")]
