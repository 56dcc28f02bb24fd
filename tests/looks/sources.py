"""Facts name their sources by number, and the list of them stands at the page's foot, so that reading is not interrupted."""

from collections.abc import Iterator

from tests.looks import of_page
from tests.site import Built, Html, straight, text


@of_page(
    (
        "help/what-then/index.html",
        'href="#source-terms-of-use" aria-label="Note 1">1',
        'href="#source-terms-of-use" aria-label="Note 1">2',
    ),
    ("help/what-then/index.html", '<li id="source-dictionary">', '<li>More of them</li><li id="source-dictionary">'),
    ("help/what-then/index.html", ", seen August 2026", ""),
    ("help/what-then/index.html", 'href="https://networks.example/terms"', 'href="https://networks.example/"'),
)
def numbers_lead_to_the_list_of_sources_and_nothing_in_it_is_idle(site: Built, html: Html) -> Iterator[str]:
    named = [(text(link), link.get("href").removeprefix("#source-")) for link in html.all(".//a[@class='ps-source']")]
    listed = {
        item.get("id", "").removeprefix("source-"): item for item in html.all(".//section[@class='ps-sources']//li")
    }
    order = {key: str(number) for number, key in enumerate(listed, start=1)}
    yield from (f"number {number} of {key}" for number, key in named if order.get(key) != number)
    if list(dict.fromkeys(key for _, key in named)) != list(listed):
        yield "the list has others, or another order"
    for key, item in listed.items():
        if source := site.content.sources.sources.get(key):
            link, words = item.find("a"), site.content.wording.sources
            year, month = source.checked.split("-")
            if (link.get("href") if link is not None else None) != source.address:
                yield f"the address of {key}"
            if not all(
                straight(part) in text(item) for part in (source.title, f"{words.months[int(month) - 1]} {year}")
            ):
                yield f"the words of {key}"
