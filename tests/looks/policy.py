"""The policy's clauses: each has its place, its number, its page and its words, the same wherever it stands."""

from collections.abc import Iterator
from functools import partial
from xml.etree.ElementTree import Element

from macros.adopted.standing import Stood, wordings
from macros.pages.cite import citing
from macros.pages.dates import day
from macros.pages.version import told
from macros.policy.history import PUBLISHED, Published
from macros.policy.plain import plain
from macros.reading.entries import read_entries
from macros.reading.markup import fill
from macros.shared.pages import DEFINITIONS, POLICY, address
from macros.site import Site
from tests.looks import led_to, of_page, of_site
from tests.site import Built, Html, straight, text

WHOLE = address(POLICY)


@of_site(("policy/index.html", 'id="insults"', 'id="insult"'), ("policy/insults/index.html", "", None))
def every_published_clause_stands_on_the_policy_page_once_and_has_its_page(site: Built) -> Iterator[str]:
    ids = site.html(WHOLE).ids()
    published = read_entries(site.project / PUBLISHED, PUBLISHED, Published).clauses
    for id in {*published, *site.content.policy.clauses}:
        if ids.count(id) != 1:
            yield f"{id} stands there {ids.count(id)} times"
        if not site.file(f"policy/{id}/").is_file():
            yield f"{id} has no page"


@of_site(
    ("policy/index.html", 'class="ps-clause" href="insults/"', 'class="ps-klause" href="insults/"'),
    ("policy/index.html", 'href="insults/" id="insults"', 'href="insults/" id="rumours"'),
    ("policy/index.html", ">3.4</a>", ">3.5</a>"),
    ("policy/index.html", '<h2 id="not-here">3.', '<h2 id="not-here">4.'),
)
def numbers_follow_from_the_order(site: Built) -> Iterator[str]:
    """Sections are counted from 1, and in each its clauses."""
    html, content = site.html(WHOLE), site.content
    shown = [(a.get("id"), text(a)) for a in html.main.iter("a") if a.get("class") == "ps-clause"]
    right = []
    for n, section in enumerate(content.policy.sections, start=1):
        right += [(clause.id, f"{n}.{m}") for m, clause in enumerate(content.policy.of(section), start=1)]
        if text(html.main.find(f".//h2[@id='{section.id}']")) != straight(f"{n}. {section.title}"):
            yield f"{section.id} is not the section {n}"
    yield from (f"{id} is {number}" for id, number in shown if (id, number) not in right)
    if shown != right:
        yield "other clauses, or in another order"


@of_site(
    ("policy/insults/index.html", "<p>Insulting anyone who works at", "<p>Insulting anyone at"),
    ("policy/index.html", "Insulting anyone who works at", "Insulting anyone at"),
    ("policy/insults/index.html", "Rule 3.4</p>", "Rule 3.3</p>"),
)
def a_clauses_page_shows_the_number_and_words_of_the_policy(site: Built) -> Iterator[str]:
    whole, said = text(site.html(WHOLE).main), site.content.wording.clause
    for id, clause in site.content.policy.clauses.items():
        own, words = boxes(site, id)[-1], straight(clause.text)
        number = straight(fill(said.number, number=number_shown(site, id)))
        if text(own.find("p[@class='ps-words__number']")) != number or words not in text(own):
            yield f"{id} on its own page: {text(own)}"
        if " ".join(filter(None, (clause.number, straight(tag(site, id)), words))) not in whole:
            yield f"{id} on the policy's page"


def boxes(site: Built, id: str) -> list[Element]:
    """The words on a clause's page: those in force where they are others, and then those of the policy's page."""
    return [box for box in site.html(f"policy/{id}/").all(".//div") if "ps-words" in (box.get("class") or "").split()]


def others(site: Site, id: str, says: str = "says") -> tuple[Stood, ...]:
    """The wordings of a clause, where the one of the policy's page is not in force. says: with what stands above it."""
    return wordings(site.standing, site.snapshot, lambda text: getattr(text, says)(id))


def number_shown(site: Built, id: str) -> str:
    """The number above the words of the policy's page on a clause's own: today's, where they are in force."""
    content = site.content
    then = content.standing.applies and content.standing.applies.clause(id)
    return then.number if then and not others(content, id) else content.policy.clauses[id].number


def tag(site: Built, id: str) -> str:
    """What stands before a clause that is not in force as it stands."""
    content, words = site.content, site.content.wording.clause
    if coming := others(content, id, "own"):
        begins = coming[-1].begins
        return fill(words.tag, in_force=day(content.wording.sources.months, begins)) if begins else words.proposed
    then = content.standing.applies and content.standing.applies.clause(id)
    if then and then.number != content.policy.clauses[id].number:
        return fill(words.number_today, number=then.number)
    return ""


@of_site(
    ("policy/insults/index.html", '<div class="ps-words">', '<div class="ps-words"></div><div class="ps-words">'),
    ("policy/insults/index.html", "held since 1 October 2025", "held since 1 October 2024"),
)
def what_applies_today_stands_on_each_clauses_page_and_is_what_is_cited(site: Built) -> Iterator[str]:
    standing, cite = site.content.standing, citing(site.content.wording, site.content.school, site.content.standing)
    for id, clause in site.content.policy.clauses.items():
        html, shown = site.html(f"policy/{id}/"), [text(box) for box in boxes(site, id)]
        now = standing.applies and standing.applies.clause(id)
        if len(shown) != (len(others(site.content, id)) or 1):
            yield f"{id}: {len(shown)} wordings"
        elif now and straight(now.text) not in shown[0]:
            yield f"{id}: does not say what applies today"
        if straight(cite.citation(cite.clause(clause))) not in text(html.main):
            yield f"{id}: cited as something else"


@of_site(
    ("policy/insults/index.html", "</a>: The school takes these for misuse", "</a>: These are misuse"),
    ("policy/insults/index.html", "ps-words__lead", "ps-words__led"),
)
def a_clause_from_a_list_stands_under_the_words_that_lead_into_it(site: Built) -> Iterator[str]:
    """On its own, an action would read as stronger than the policy, without the words that say how likely it is."""
    clauses = site.content.policy.clauses
    for id, clause in clauses.items():
        lead = " ".join(text(lead) for lead in boxes(site, id)[-1].findall("p[@class='ps-words__lead']"))
        if clause.under and straight(clauses[clause.under].text) not in lead:
            yield f"{id}: {lead}"


@of_page(
    ("policy/index.html", "October 2025", "October 2024"),
    ("policy/insults/index.html", "October 2025", "October 2024"),
)
def a_page_of_the_policy_says_how_its_words_stand(site: Built, html: Html) -> Iterator[str]:
    """Never that it was adopted when it was not, and in force from no other day."""
    shown, standing, main = site.register().show, site.content.standing, text(html.main)
    status = shown("status.md")
    if html.address == WHOLE and straight(plain(status)) not in main:
        yield f"does not say: {plain(status)}"
    id = html.address.removeprefix("policy/").rstrip("/")
    clause = id in site.content.policy.clauses and not others(site.content, id)  # of which each wording says so itself
    line = straight(plain(shown("status-line.md")))
    if standing.applies and standing.stage != "in-force":
        line = standing.applies.label
    if html.address.startswith("policy/") and clause and line not in main:
        yield f"does not say: {line}"


@of_site(
    ("policy/tell-a-friend/index.html", "Please tell a friend", "Tell a friend"),
    ("policy/tell-a-friend/index.html", 'href="../quiet-ways/"', 'href="../insults/"'),
    ("policy/index.html", 'href="tell-a-friend/"', 'href="quiet-ways/"'),
)
def what_was_withdrawn_keeps_its_last_words_and_leads_on(site: Built) -> Iterator[str]:
    whole = site.html(WHOLE)
    for id, withdrawn in site.content.withdrawn.items():
        html, now = site.html(f"policy/{id}/"), withdrawn.now_see
        if straight(withdrawn.last_words) not in text(html.main):
            yield f"{id}: not its last words"
        if address(now if now.endswith(".md") else f"policy/{now}.md") not in led_to(html, html.main):
            yield f"{id}: does not lead to {now}"
        if led_to(whole, whole.main.find(f".//a[@id='{id}']/..")).count(html.address) != 1:
            yield f"{id}: its old place does not lead to its page"


@of_site(
    ("definitions/index.html", 'href="../policy/two-points/"', 'href="../policy/insults/"'),
    ("definitions/index.html", 'href="../policy/who-counts/"', 'href="../policy/insults/"'),
)
def a_definition_lists_the_clause_that_says_so_and_those_that_use_it(site: Built) -> Iterator[str]:
    content, html, key = site.content, site.html(address(DEFINITIONS)), ""
    shown: dict[str, set[str]] = {}
    for element in html.root.find(".//div[@class='ps-words-of-page']"):
        if element.tag == "h2":
            key = element.get("id")
        elif element.get("class") == "ps-small":
            shown.setdefault(key, set()).update(led_to(html, element))
    for key, ids in content.used_in.items():
        right = {f"policy/{id}/" for id in {*ids, content.terms.terms[key].clause} - {None}}
        if shown.get(key) != right:
            yield f"{key}: {shown.get(key)}"


@of_site(
    ("changes/index.html", "/versions/2025-09/", "/versions/2025-08/"),
    ("policy/versions/2025-09/index.html", "Insulting anyone", "Insulting someone"),
    ("policy/versions/2025-09/index.html", ">3.4</a></strong>", ">3.5</a></strong>"),
    ("policy/versions/2025-09/index.html", "Minute 4/25", "Minute 5/25"),
)
def every_version_keeps_its_page_with_its_clauses_as_they_were(site: Built) -> Iterator[str]:
    changes = site.html("changes/")
    linked = led_to(changes, changes.main)
    for version in site.content.versions:
        html = site.html(address(version.page))
        said = {element.get("id"): text(element) for element in html.all(".//p[@id]")}
        for clause in version.clauses:
            if said.get(clause.id) != straight(f"{clause.number} {clause.text}"):
                yield f"{version.label}: {clause.id}"
        words = site.content.wording
        record = fill(words.versions.record, **told(version, partial(day, words.sources.months)))
        if straight(plain(record)) not in text(html.main):
            yield f"{version.label}: how it was adopted"
        if html.address not in linked:
            yield f"{version.label}: no link to it"
