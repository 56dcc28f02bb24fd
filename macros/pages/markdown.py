"""From site to Markdown, for one page at a time. Every sentence comes from docs/; none is written here."""

import datetime
import html
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from macros.policy.clauses import Clause
from macros.reading import braces
from macros.shared.pages import CONCERNS
from macros.shared.routes import Route
from macros.shared.school import dialled
from macros.shared.wording import fill
from macros.site import Site

Expand = Callable[[str], str]  # calls the macros in shared words
LINK_FROM_DOCS = re.compile(r"\]\(/([^)\s]+)\)")  # shared words link from docs/: [the policy](/policy/index.md)


def link(words: str, target: str, here: str, anchor: str = "", attributes: str = "") -> str:
    """A Markdown link from the page `here` to the page `target`; both are paths from docs/."""
    path = "" if target == here and anchor else posixpath.relpath(target, posixpath.dirname(here) or ".")
    fragment = f"#{anchor}" if anchor else ""
    return f"[{words}]({path}{fragment})" + (f"{{ {attributes} }}" if attributes else "")


def expand(text: str, names: Mapping[str, Any], here: str) -> str:
    """Shared words with their macros called, and with links that are right from the page `here`."""
    expanded = braces.template(text).render(names)

    def from_here(match: re.Match[str]) -> str:
        path, _, anchor = match[1].partition("#")
        return link("", path, here, anchor)[1:]

    return LINK_FROM_DOCS.sub(from_here, expanded)


def escaped(words: str) -> str:
    """Plain words as Markdown that shows just them."""
    return re.sub(r"([\\`*_{}\[\]#|])", r"\\\1", html.escape(words, quote=False))


def box(css_class: str, *blocks: str, tag: str = "div") -> str:
    """Markdown blocks inside an element of their own; nothing where all of them are empty."""
    inside = "\n\n".join(block.strip() for block in blocks if block.strip())
    if not inside:
        return ""
    return f'<{tag} class="{css_class}" markdown="block">\n\n{inside}\n\n</{tag}>'


def clause_number(site: Site, clause: Clause, here: str) -> str:
    """The marker: the number, linked to the clause's page, carrying the clause's permanent id."""
    name = fill(site.wording.clause.number, number=clause.number).replace('"', "”")  # it stands in quotation marks
    return link(
        clause.number, clause.path, here, attributes=f'#{clause.id} .ps-clause aria-label="{name}" translate=no'
    )


def reference(site: Site, clause: Clause, words: str, here: str) -> str:
    return link(words or fill(site.wording.clause.reference, number=clause.number), clause.path, here)


def section_heading(site: Site, id: str, title: str) -> str:
    number = next(section.number for section in site.policy.sections if section.id == id)
    return f"{number}. {title} {{ #{id} }}"


def definitions(site: Site, expanded: Mapping[str, str], here: str) -> str:
    """Every defined term, in the order of `expanded`: what it means, by what, and the clauses that use it."""
    labels = site.wording.definitions
    blocks = []
    for key, means in expanded.items():
        term = site.terms.terms[key]
        clause = site.policy.clauses.get(term.clause or "")
        by = fill(labels.by_clause, clause=reference(site, clause, "", here)) if clause else labels.by_guidance
        used = [reference(site, site.policy.clauses[id], "", here) for id in site.used_in[key]]
        blocks += [
            f"## {term.word[0].upper()}{term.word[1:]} {{ #{key} }}",
            means,
            f"{by}\n{{ .ps-small }}",
            f"{fill(labels.used_in, clauses=', '.join(used)) if used else labels.used_nowhere}\n{{ .ps-small }}",
        ]
    return "\n\n".join(blocks)


def phone(number: str) -> str:
    """A number to dial."""
    return f"[{number}]({dialled(number)})"


def contact(site: Site, key: str) -> str:
    """How to reach somebody: what the school has given for them, else for the office, else 'ask at the office'.

    Nothing for the office itself when the school has given no contact: where it is, a parent knows.
    """
    labels, school = site.wording.contact, site.school
    role = getattr(school, key)
    if not (role.phone or role.email):
        role = school.office
    ways = []
    if role.phone:
        ways.append(fill(labels.phone, phone=phone(role.phone)))
    if role.email:
        ways.append(fill(labels.email, email=f"[{role.email}](mailto:{role.email})"))
    reached = " ".join(ways)
    if key == "office":
        return reached
    if not reached:
        return fill(labels.ask, office=school.office)
    return fill(labels.through, office=school.office, ways=reached) if role is school.office else reached


def talk_to(site: Site, route: Route) -> str:
    """'Talk to the headteacher.'; nothing where the route names nobody."""
    return fill(site.wording.contact.talk_to, who=route.who) if route.who else ""


def route_rows(site: Site, keys: Iterable[str], here: str) -> str:
    """What a worry can be about, each linked to its card, with whom to talk to."""
    routes = {key: site.routes.routes[key] for key in keys}
    rows = [
        f"- {link(route.about, CONCERNS, here, key)} {talk_to(site, route)}".rstrip() for key, route in routes.items()
    ]
    return box("ps-subjects", "\n".join(rows))


def way_on(site: Site, keys: Iterable[str], here: str) -> str:
    """Whom to talk to about what, under its heading: how a page of guidance ends."""
    return f"## {site.wording.clause.talk_to} {{ #talk-to }}\n\n{route_rows(site, keys, here)}"


def routes(site: Site, say: Mapping[str, str]) -> str:
    """A card for each route in `say`, with its lasting anchor. say: route key to its words, expanded."""
    cards = []
    for key, words in say.items():
        route = site.routes.routes[key]
        who = f"**{talk_to(site, route)}**" if route.who else ""
        way = contact(site, route.contact) if route.contact else ""
        start = message(site, route) if route.message else ""
        cards.append(box("ps-route", f"### {route.about} {{ #{key} }}", f"{who}\n{way}".strip(), words, start))
    return "\n\n".join(cards)


def message(site: Site, route: Route) -> str:
    """Words to start from: as an email where there is an address to send it to, and to copy or print in any case."""
    words, labels = route.message, site.wording.contact
    role = getattr(site.school, route.contact) if route.contact else site.school.office
    to = role.email or site.school.office.email
    text = f"**{escaped(words.subject)}**\n\n" + "\n\n".join(map(escaped, words.body.strip().split("\n")))
    subject, body = (quote(text.strip().replace("\n", "\r\n"), safe="") for text in (words.subject, words.body))
    mail = f"[{labels.write}](mailto:{to}?subject={subject}&body={body}){{ .ps-mail }}" if to else ""
    return "\n\n".join([mail, f'<details markdown="block">\n<summary>{labels.words}</summary>\n\n{text}\n\n</details>'])


def pages_under(site: Site, above: str, here: str) -> str:
    """Every page that stands under the page `above`, linked, with what it is about, in the order that they ask for."""
    records = {path: page.record for path, page in site.pages.items() if page.under == above}
    rows = [
        f"- {link(record.title, path, here)} {record.description}"
        for path, record in sorted(records.items(), key=lambda entry: entry[1].order)
    ]
    return box("ps-subjects", "\n".join(rows))


def ages(site: Site, source: Callable[[str], str]) -> str:
    """A table of services and what their terms ask for, each with its source."""
    labels, entries = site.wording.ages, site.ages.ages.values()
    rows = [f"| {escaped(age.service)} | {escaped(age.says)}{source(age.source)} |" for age in entries]
    return box("ps-ages", "\n".join([f"| {labels.service} | {labels.says} |", "|---|---|", *rows]))


def month(site: Site, when: str) -> str:
    """'November 2026' of a year and month, such as '2026-11'."""
    year, number = when.split("-")
    return f"{site.wording.sources.months[int(number) - 1]} {year}"


def day(site: Site, date: datetime.date) -> str:
    """'22 November 2026'."""
    return f"{date.day} {site.wording.sources.months[date.month - 1]} {date.year}"
