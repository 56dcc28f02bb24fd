"""What staff need: for each clause its link, its citation and words for a letter; letters that keep a clause's force."""

from collections.abc import Iterator

from macros.adopted.standing import periods
from macros.pages.cite import citing, full_address
from macros.reading.braces import find
from macros.shared.pages import LETTERS, Page, address
from tests.looks import led_to, of_page, of_site, page_of
from tests.site import Built, Html, straight, text


def called(page: Page, macro: str) -> set[str]:
    """The first words that a page calls a macro with."""
    return {call.key for call in find(page.text, page.name) if call.macro == macro}


@of_site(
    ("staff/index.html", "online/policy/insults/", "online/policy/rumours/"),
    ("staff/index.html", "rule 3.4 of the rules", "rule 3.5 of the rules"),
    ("staff/index.html", "rule 3.4 of our rules", "rule 3.5 of our rules"),
    ("staff/index.html", "rule 3.4 reads", "rule 3.5 reads"),
    (
        "staff/index.html",
        '<h3 id="insults" translate="no"><a href="../policy/insults/"',
        '<h3 id="insults" translate="no"><a href="../policy/rumours/"',
    ),
    ("staff/index.html", '<h3 id="insults"', '<h3 id="insult"'),
    ("staff/index.html", '<h3 id="insults"', '<span data-words="x">x</span><h3 id="insults"'),
)
def every_clause_has_its_words_to_copy(site: Built) -> Iterator[str]:
    html, content = site.html("staff/"), site.content
    entries = {entry.find("h3").get("id"): entry for entry in html.all(".//div[@class='ps-cite'][h3]")}
    if [id for id in entries if id not in content.withdrawn] != list(content.policy.clauses):
        yield "other clauses, or in another order"
    cite, applied = citing(content.wording, content.school, content.standing), periods(content.versions)
    applied.sort(key=lambda period: period.version is not content.standing.applies)
    for id, clause in content.policy.clauses.items():
        if id not in entries:
            continue
        asks, cited = content.pages[clause.path].record.asks_parents, cite.clause(clause)
        lasting = full_address(content.school, cited.path) + cited.anchor
        right = [full_address(content.school, clause.path)]
        right += [f"{words}: {lasting}" for words in (cite.citation(cited), cite.sentence(cited, asks))]
        for then in filter(None, (cite.then(id, period.version) for period in applied)):
            right.append(f"{cite.said(then)}: {full_address(content.school, then.path)}{then.anchor}")
        if [text(span) for span in entries[id].findall(".//span[@data-words]")] != list(map(straight, right)):
            yield f"{id}: its words to copy"
        if led_to(html, entries[id].find("h3")) != [address(clause.path)]:
            yield f"{id}: its heading leads elsewhere"


@of_page(
    (
        "letters/come-in/index.html",
        '"ps-cite"><a href="../../policy/versions/2025-09/#talk-first',
        '"ps-cite"><a href="../../policy/versions/2025-09/#insults',
    ),
    ("letters/come-in/index.html", "internet (version 2025-09, held since 1 October 2025):", "internet:"),
    ("letters/come-in/index.html", "online/policy/versions/2025-09/</span>", "online/policy/versions/2025-08/</span>"),
)
def a_letter_lists_the_clauses_it_names_and_how_they_stand(site: Built, html: Html) -> Iterator[str]:
    listed = html.main.find(".//div[@class='ps-cited']")
    if listed is None or html.address not in site.address_of("letter"):
        return
    cite, clauses = (
        citing(site.content.wording, site.content.school, site.content.standing),
        site.content.policy.clauses,
    )
    cited = [cite.clause(clauses[id]) for id in called(page_of(site, html), "see")]
    if {link for link in led_to(html, listed) if link.startswith("policy/") and cited} != {
        f"{address(clause.path)}{clause.anchor}" for clause in cited
    }:
        yield "other clauses than it names"
    lasting = {full_address(site.content.school, clause.path) for clause in cited}
    yield from (place for place in lasting if place not in text(listed))
    if straight(cite.today) not in text(listed):
        yield "does not say how the words stand"


@of_site(
    ("staff/index.html", "../letters/come-in/", "../letters/come/"), ("letters/index.html", '"come-in/"', '"come/"')
)
def letters_are_linked_from_the_page_for_staff(site: Built) -> Iterator[str]:
    """From every page whose words ask for them; one of them is for staff, or above it."""
    asking = [html for html in site.pages() if (page := page_of(site, html)) and called(page, "letters")]
    letters = [address(path) for path, page in site.content.pages.items() if page.under == LETTERS]
    if letters and not {"staff/", address(LETTERS)} & {html.address for html in asking}:
        yield "no page for staff lists them"
    for html in asking:
        yield from (f"{letter} from {html}" for letter in letters if letter not in led_to(html, html.main))


@of_page(
    ("staff/index.html", '<img class="ps-qr"', '<b class="ps-qr"'),
    ("index.html", "</main>", '<p class="ps-code"><img></p></main>'),
)
def a_code_to_scan_stands_there_only_where_an_address_is_known(site: Built, html: Html) -> Iterator[str]:
    page = page_of(site, html)
    asked = [call for call in find(page.text, page.name) if call.macro == "qr"] if page else []
    codes = len(html.all(".//p[@class='ps-code']//img"))
    if codes != (len(asked) if site.content.school.site_address else 0):
        yield f"{codes} codes"
