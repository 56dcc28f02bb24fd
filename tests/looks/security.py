"""What a browser may do with the pages, and whom to tell of a weakness in them."""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path

from tests.looks import of_page, of_site
from tests.site import Built, Html

CONTACT = ".well-known/security.txt"
ASKED = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


@cache
def headers(folder: Path) -> list[tuple[str, str]]:
    """What _headers asks a web server to send with every page, so that each test runs under it."""
    lines = (folder / "_headers").read_text("utf-8").splitlines()
    asked = takewhile(lambda line: line.startswith(" "), lines[lines.index("/*") + 1 :])
    return [tuple(line.strip().split(": ", 1)) for line in asked]


def directives(policy: str) -> set[str]:
    return set(policy.split("; "))


def policy_of(html: Html) -> str:
    return html.root.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")


@of_page(
    ("index.html", "default-src 'none'", "default-src 'self'"),
    ("index.html", 'content="no-referrer"', 'content="origin"'),
    ("index.html", "img-src 'self' data:", "img-src *"),
)
def a_page_asks_for_no_more_than_the_server_is_told_to_allow(site: Built, html: Html) -> Iterator[str]:
    if html.root.find(".//meta[@name='referrer']").get("content") != "no-referrer":
        yield "it says where a visitor came from"
    meta, header = directives(policy_of(html)), directives(dict(headers(site.folder))["Content-Security-Policy"])
    if "default-src 'none'" not in meta:
        yield "what is not named is allowed"
    yield from meta - header
    yield from (header - meta) - {"script-src 'self'", "frame-ancestors 'self'"}


@of_page(
    ("index.html", "</main>", "<style>p { color: red }</style></main>"),
    ("index.html", "</main>", '<p style="color: red">x</p></main>'),
    ("index.html", "</main>", '<p onclick="alert(1)">x</p></main>'),
    ("index.html", "style-src 'self'", "style-src 'unsafe-inline'"),
    ("search/index.html", "script-src 'self'", "img-src 'self'"),
    ("search/index.html", "</main>", "<script>alert(1)</script></main>"),
)
def scripts_are_allowed_only_where_there_is_one_and_nothing_is_inline(site: Built, html: Html) -> Iterator[str]:
    policy, scripts = policy_of(html), html.all(".//script")
    if "unsafe" in policy or ("script-src 'self'" in policy) != bool(scripts):
        yield policy
    yield from (
        "a script inside the page" for script in scripts if not script.get("src") or (script.text or "").strip()
    )
    yield from ("a style inside the page" for _ in html.all(".//style"))
    for element in html.root.iter():
        yield from (name for name in element.attrib if name == "style" or name.startswith("on"))


@of_site(
    ("_headers", "nosniff", "sniff"),
    ("_headers", "Permissions-Policy", "X-Policy"),
    ("_headers", "frame-ancestors", "x"),
    ("_headers", "/policy.json", "/x"),
)
def the_server_is_asked_for_what_a_page_cannot_say_itself(site: Built) -> Iterator[str]:
    asked = dict(headers(site.folder))
    yield from (name for name, value in ASKED.items() if asked.get(name) != value)
    if "frame-ancestors" not in asked["Content-Security-Policy"] or not asked.get("Permissions-Policy"):
        yield "frames and devices"
    if not (site.folder / "_headers").read_text("utf-8").endswith("/policy.json\n  Access-Control-Allow-Origin: *\n"):
        yield "policy.json is not open to other sites"


@of_site((CONTACT, "Contact: ", "Tell: "), (CONTACT, "2027-09-01", "2028-09-01"), (CONTACT, "", None))
def whom_to_tell_of_a_weakness_stands_there_until_it_expires(site: Built) -> Iterator[str]:
    given, file = site.content.school.security, site.folder / CONTACT
    if file.exists() != bool(given and given.expires >= site.day):
        yield "it stands there" if file.exists() else "it is missing"
    elif given and file.exists():
        to = given.contact if "://" in given.contact else f"mailto:{given.contact}"
        said = file.read_text("utf-8")
        if not said.startswith(f"Contact: {to}\nExpires: {given.expires.isoformat()}T00:00:00.000Z\n"):
            yield said
