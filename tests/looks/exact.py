"""What a browser's translation must leave as it is: the school's name, numbers of clauses, phones, addresses, words to copy."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.looks import of_page
from tests.site import Built, Html, straight, text

EXACT = ("ps-copy", "ps-clause")


def translated(element: Element, kept: bool = False) -> Iterator[Element]:
    """An element and all in it that a translation would change."""
    kept = kept or element.get("translate") == "no"
    if not kept:
        yield element
        for child in element:
            yield from translated(child)


@of_page(
    ("staff/index.html", '<span class="ps-copy" translate="no"', '<span class="ps-copy"'),
    ("policy/index.html", 'id="insults" translate="no"', 'id="insults"'),
    ("policy/insults/index.html", 'class="ps-copy" translate="no"', 'class="ps-copy"'),
    ("policy/insults/index.html", '<p translate="no">Northgate Academy</p>', "<p>Northgate Academy</p>"),
    ("policy/insults/index.html", '<span translate="no">Northgate', "<span>Northgate"),
    ("raise-a-concern/index.html", 'translate="no" href="tel:01632960002"', 'href="tel:01632960002"'),
    ("letters/come-in/index.html", 'data-words="The whole letter" translate="no"', 'data-words="The whole letter"'),
)
def what_has_to_stay_exact_is_not_translated(site: Built, html: Html) -> Iterator[str]:
    name = straight(site.content.school.name)
    for element in translated(html.root.find("body")):
        classes, link = element.get("class", "").split(), element.get("href", "")
        own = straight(" ".join(filter(None, [element.text, *(child.tail for child in element)])))
        if (
            {*classes} & {*EXACT}
            or element.get("data-words")
            or (link.startswith("tel:") and text(element).replace(" ", "").isdigit())
        ):
            yield text(element)[:60]
        elif link.startswith("mailto:") and text(element) in link:
            yield link
        elif own == name:
            yield f"the school's name in <{element.tag}>"
