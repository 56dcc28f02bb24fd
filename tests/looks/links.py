"""Every link leads somewhere, and only what is meant to be on the site is on it."""

from collections.abc import Iterator

from macros.shared.pages import CONCERNS, address
from tests.looks import of_page, of_site
from tests.looks.pdf import texts
from tests.site import NOT_FOUND, Built, Html, broken_links

DATA = {"policy.json", "policy.schema.json", "_headers", "sitemap.xml", "sitemap.xml.gz"}
LOOK = {
    "site.css",
    "icon.svg",
    "self-check.js",
    "as-of.js",
    "copy.js",
    "search.js",
    "search/index.js",
    "search/lunr.js",
}


@of_page(
    ("help/index.html", 'href="../staff/"', 'href="../stuff/"'),
    ("index.html", 'href="raise-a-concern/"', 'href="/raise-a-concern/"'),
    ("changes/index.html", 'href="#content"', 'href="#contend"'),
)
def links_lead_somewhere(site: Built, html: Html) -> Iterator[str]:
    return broken_links(site, html)


@of_page(("policy/index.html", 'id="insults"', 'id="rumours"'), ("index.html", 'id="ask"', 'id="rules"'))
def no_id_stands_twice(site: Built, html: Html) -> list[str]:
    ids = html.ids()
    return sorted({id for id in ids if ids.count(id) > 1})


@of_page(
    ("staff/index.html", 'href="../raise-a-concern/"', 'href="../help/"'),
    ("raise-a-concern/index.html", 'href="./"', 'href="../help/"'),
)
def the_way_to_a_person_stands_at_the_top(site: Built, html: Html) -> Iterator[str]:
    """The page that leads to everybody is one tap away, so everybody is two taps away."""
    links = html.links(".//header//a")
    here = html.address == address(CONCERNS)
    if not any(link.rstrip("/").endswith(address(CONCERNS).rstrip("/")) or (here and link == "./") for link in links):
        yield "no link to it"


@of_site(("raise-a-concern/index.html", '<li><a href="#no-answer"', '<li><a href="#beyond"'))
def everyone_to_talk_to_is_in_the_list(site: Built) -> set[str]:
    links = {a.get("href") for a in site.html(address(CONCERNS)).all(".//div[@class='ps-subjects']//a")}
    return links ^ {f"#{key}" for key in site.content.routes.routes}


@of_site(("help/index.html", "", None), ("notes.html", None, "left over"), ("x.png", None, "left over"))
def nothing_but_the_site_is_on_the_site(site: Built) -> set[str]:
    there = {file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.is_file()}
    pages = {address if address == NOT_FOUND else f"{address}index.html" for address in site.addresses}
    files = {name for names in texts(site).values() for name in names}
    contact = {".well-known/security.txt"} if site.content.school.security else set()
    return (there ^ (pages | files | DATA | LOOK)) - contact
