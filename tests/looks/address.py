"""What the school has given, and what it has not: its address in lasting links, its facts wherever words ask for them."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.adopted.versions import Version
from macros.reading.braces import find
from macros.shared.pages import CONCERNS, address
from macros.shared.steps import COMPLAINT
from macros.values.phones import dialled
from tests.looks import is_page, of_page, of_site
from tests.site import NOT_FOUND, Built, Html, straight, text

PLACE = re.compile(r"\{[{ ]*\w*[} ]*\}")
NO_VALUE = re.compile(r"\bNone\b|\bundefined\b|\[\]")
WITH_PLACES = {"wording", "search", "self-check", "now"}  # the shared files whose words have places to fill in


@of_page(
    ("staff/index.html", 'rel="canonical"', 'rel="cannon"'),
    ("staff/index.html", "online/staff/", "online/stuff/"),
    (
        "staff/index.html",
        'property="og:url" content="https://northgate',
        'property="og:url" content="https://southgate',
    ),
    ("404.html", "<title>", '<link rel="canonical" href="https://northgate.example/404.html"><title>'),
)
def a_page_names_its_own_lasting_address(site: Built, html: Html) -> set[str]:
    given = site.content.school.site_address
    named = [html.root.find(path) for path in (".//link[@rel='canonical']", ".//meta[@property='og:url']")]
    if not (given and is_page(html)):
        return {"an address" for element in named if element is not None}
    shown = [element.get("href") or element.get("content") if element is not None else "none" for element in named]
    return {*shown} - {given + html.address}


@of_site(
    ("sitemap.xml", "online/staff/", "online/stuff/"),
    ("sitemap.xml", "online/staff/", "online/help/"),
    ("sitemap.xml", "</urlset>", "<url><loc>https://northgate.example/families/online/staff/</loc></url></urlset>"),
)
def the_sitemap_has_every_page_once(site: Built) -> Iterator[str]:
    given = site.content.school.site_address
    listed = re.findall(r"<loc>(.*?)</loc>", (site.folder / "sitemap.xml").read_text("utf-8"))
    right = [given + address for address in site.addresses if address != NOT_FOUND] if given else []
    if given:
        yield from set(listed) ^ set(right)
        yield from (f"{address} twice" for address in set(listed) if listed.count(address) > 1)


@of_page(
    ("staff/index.html", "</main>", "{{ number }}</main>"),
    ("staff/index.html", "</main>", "None</main>"),
    ("staff/index.html", "</main>", "[]</main>"),
)
def what_is_not_known_never_shows_as_a_gap(site: Built, html: Html) -> Iterator[str]:
    """No place that was to be filled in, no name of a value that is not there; unless somebody typed just that."""
    shown, texts = text(html.main), site.content.texts
    own = [page.text for path, page in site.content.pages.items() if address(path) == html.address]
    typed = [*own, *texts.values(), *(words for version in site.content.versions for words in said(version))]
    yield from (value for value in NO_VALUE.findall(shown) if not any(value in words for words in typed))
    typed = [*own, *(words for name, words in texts.items() if Path(name).stem not in WITH_PLACES)]
    yield from (place for place in PLACE.findall(shown) if not any(place in words for words in typed))


def said(version: Version) -> Iterator[str]:
    """What somebody typed of an adopted version."""
    yield from (version.minute, version.approved_by, *(reason.why for reason in version.changes.values()))
    yield from (words for clause in version.clauses for words in (clause.title, clause.text))


@of_site(
    ("raise-a-concern/index.html", "tel:01632960002", "tel:01632960009"),
    ("raise-a-concern/index.html", 'mailto:principal@northgate.example"', 'mailto:chair@northgate.example"'),
    ("raise-a-concern/index.html", "<li>A panel hears you", "<li>A panel does not"),
    ("raise-a-concern/index.html", "https://northgate.example/complaints", "https://northgate.example/"),
    ("raise-a-concern/index.html", "https://safeguarding.example/northshire/lado", "https://safeguarding.example/"),
    ("help/what-then/index.html", "Speak up freely", "Speak up"),
    ("site.css", "#5b2a86", "#000000"),
)
def every_fact_that_the_school_has_given_shows_where_words_ask_for_it(site: Built) -> Iterator[str]:
    """Whom to reach, the school's own procedure and stages, that complaining is safe, its colours; and none besides."""
    school, content = site.content.school, site.content
    asked: dict[tuple[str, str], set[str]] = {}  # a macro and its word to the addresses of the pages that call it
    for path, page in content.pages.items():
        for call in find(page.text, path):
            asked.setdefault((call.macro, call.key), set()).add(address(path))
    concerns = site.html(address(CONCERNS))  # whose words are the routes'
    asked |= {(call.macro, call.key): {concerns.address} for call in find(content.texts["docs/_shared/routes.yml"], "")}
    for route in content.routes.routes.values():
        own = route.contact and getattr(school, route.contact)
        given = own if own and (own.phone or own.email) else school.office
        ways = (given.phone and dialled(given.phone), given.email and f"mailto:{given.email}")
        yield from (way for way in ways if route.contact and way and way not in concerns.links())
    for fact, macro in ((school.complaints_procedure, "procedure"), (school.lado and school.lado.address, "lado")):
        pages = asked.get((macro, ""), ()) if fact else ()
        yield from (f"{fact} on {page}" for page in pages if fact not in site.html(page).links())
    for page in asked.get(("steps", COMPLAINT), ()) if school.complaint_stages else ():
        shown = [text(item) for item in site.html(page).all(".//ol/li")]
        yield from (stage for stage in school.complaint_stages if straight(stage) not in shown)
    for page in asked.get(("trust", ""), ()):
        if (site.says(content.wording.trust) in text(site.html(page).main)) != school.complaining_is_safe:
            yield f"whether complaining is safe, on {page}"
    css = (site.folder / "site.css").read_text("utf-8")
    yield from (colour for colour in (school.colours.light, school.colours.dark) if colour not in css)
