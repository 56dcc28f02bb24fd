"""A person in danger comes first: the line on every page, the page of what to do, the card on a child's safety."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from macros.shared.now import Situation
from macros.shared.pages import CHECK, CONCERNS, NOW, SEARCH, address
from macros.shared.routes import HELP_NOW
from tests.looks import led_to, of_page, of_site, page_of
from tests.site import Built, Html, straight, text


@of_page(
    ("staff/index.html", '<p>Is somebody at risk? <a href="tel:999">', '<p>Is somebody at risk? <a href="tel:111">'),
    ("staff/index.html", '<a href="../help/happening-now/">', '<a href="../help/">'),
    ("404.html", '<aside class="ps-help"', '<aside class="ps-held"'),
)
def the_top_calls_and_leads_to_what_to_do(site: Built, html: Html) -> Iterator[str]:
    top = html.root.find(".//aside[@class='ps-help']")
    links = [link.get("href") for link in top.iter("a")] if top is not None else []
    if links[:1] != [site.content.now.helplines["emergency"].link]:
        yield "the call"
    there = [
        link
        for link in links[1:]
        if site.reached(html.address, link) == address(NOW) or link.endswith(f"/{address(NOW)}")
    ]
    if not there:
        yield "the way to what to do"


def differs(box: Element | None, situation: Situation, site: Built) -> Iterator[str]:
    """What a situation on a page lacks of its words, or of whom to reach, in order."""
    if text(box).find(straight(situation.first)) < 0:
        yield f"{situation.title}: what matters most"
    lines = [site.content.now.helplines[key] for key in situation.helplines]
    shown = box.findall(".//li") if box is not None else []
    if [link.get("href") for item in shown for link in item.iter("a") if link.get("class") != "ps-source"] != [
        line.link for line in lines
    ]:
        yield f"{situation.title}: whom to reach"
    for item, line in zip(shown, lines, strict=False):
        if not all(straight(words) in text(item) for words in (line.name, line.when)):
            yield f"{situation.title}: {line.name}"


@of_site(
    ("help/happening-now/index.html", 'id="scared"', 'id="scare"'),
    ("help/happening-now/index.html", "Go to a safe place.", ""),
    ("help/happening-now/index.html", "tel:01632960111", "tel:01632960112"),
    ("help/happening-now/index.html", "https://pictures.example/report", "https://pictures.example/"),
    ("help/happening-now/index.html", "You feel ill or low", "You feel well"),
    ("raise-a-concern/index.html", "Go to a safe place.", ""),
    ("help/wrong-picture/index.html", "Show it to nobody at all.", ""),
)
def what_to_do_stands_wherever_it_belongs(site: Built) -> Iterator[str]:
    """Whole on its own page and in the card on a child's safety; as a page asks for it elsewhere."""
    situations = site.content.now.situations
    for html in site.pages():
        boxes = {box.find("*").get("id"): box for box in html.all(".//div[@class='ps-now']")}
        whole = html.address in (address(NOW), address(CONCERNS))
        for key in situations if whole else boxes:
            yield from (f"{wrong}, on {html}" for wrong in differs(boxes.get(key), situations[key], site))
        page = page_of(site, html)
        if page and "{{ what_to_do(" in page.text and not boxes:
            yield f"nothing on {html}"


@of_site(
    ("raise-a-concern/index.html", 'id="child-safety"', 'id="lessons"'),
    ("raise-a-concern/index.html", "#child-safety", "#lessons"),
)
def a_childs_safety_is_the_first_subject(site: Built) -> Iterator[str]:
    html = site.html(address(CONCERNS))
    cards = [card.find("h3").get("id") for card in html.all(".//div[@class='ps-route']")]
    listed = led_to(html, html.root.find(".//div[@class='ps-subjects']"))
    if cards[:1] != [HELP_NOW] or listed[:1] != [f"{html.address}#{HELP_NOW}"]:
        yield "it stands elsewhere"


@of_site(
    ("before-you-post/index.html", 'class="ps-now-line"', 'class="ps-note"'),
    ("search/index.html", 'class="ps-now-line"', 'class="ps-note"'),
)
def the_check_and_search_lead_to_what_to_do(site: Built) -> Iterator[str]:
    for path in (CHECK, SEARCH):
        html = site.html(address(path))
        lines = html.all(".//div[@class='ps-now-line']")
        if not lines or led_to(html, lines[0]) != [address(NOW)]:
            yield path
