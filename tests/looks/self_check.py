"""The check before posting, as its page is built: the policy's own words, a reason for each answer, somebody to go to."""

from collections.abc import Iterator

from macros.shared.pages import CHECK, CONCERNS, address
from tests.looks import led_to, of_site
from tests.site import Built, Html, straight, text


def page(site: Built) -> Html:
    return site.html(address(CHECK))


@of_site(
    ("before-you-post/index.html", 'for="insults">Insulting anyone', 'for="insults">Insulting someone'),
    ("before-you-post/index.html", 'exact">Is it true', 'exact">Is it so'),
    ("before-you-post/index.html", "A story about another", "A tale about another"),
    ("before-you-post/index.html", "Ticked: Insulting anyone", "Ticked: Insulting someone"),
)
def every_question_and_box_is_the_policys_own_words(site: Built) -> Iterator[str]:
    html, check, clauses = page(site), site.content.self_check, site.content.policy.clauses
    labels = {label.get("for"): text(label) for label in html.all(".//label")}
    yield from (id for id in check.tick_boxes.boxes if labels.get(id) != straight(clauses[id].text))
    asked = {group.get("data-question"): group for group in html.all(".//fieldset")}
    for id in check.questions:
        first, *more = clauses[id].sentences
        if id not in asked or not text(asked[id].find("legend")).endswith(straight(first)):
            yield f"{id}: its question"
        if more and not text(asked[id].find("p[@class='ps-check__adds']")).endswith(straight(" ".join(more))):
            yield f"{id}: what the policy adds"
    said = {li.get("data-reason"): text(li) for li in html.all(".//li[@data-reason]")}
    for question, id, answer in check.inputs():
        words = clauses[question].sentences[0] if question in check.questions else answer.because and clauses[id].text
        if answer.because and straight(words) not in said.get(id, ""):
            yield f"{id}: its reason"


@of_site(
    ("before-you-post/index.html", 'data-reason="insults"', 'data-reason="rumours"'),
    ("before-you-post/index.html", '(<a href="../policy/insults/"', '(<a href="../policy/rumours/"'),
    ("before-you-post/index.html", '<li data-missing="tick-boxes"', '<li data-reason="none"'),
)
def every_answer_with_advice_has_its_reason_with_a_link_to_its_clause(site: Built) -> Iterator[str]:
    html, check = page(site), site.content.self_check
    reasons = {li.get("data-reason"): led_to(html, li) for li in html.all(".//li[@data-reason]")}
    answers = {id: (question, answer) for question, id, answer in check.inputs()}
    for id, (question, answer) in answers.items():
        clause = question if question in check.questions else id
        if answer.because and f"policy/{clause}/" not in reasons.get(id, ()):
            yield id
    yield from (id for id in reasons if not answers[id][1].because)


@of_site(("before-you-post/index.html", '#people-here">Somebody', '#the-top">Somebody'))
def every_verdict_ends_with_somebody_to_go_to(site: Built) -> Iterator[str]:
    html = page(site)
    for key, outcome in site.content.self_check.outcomes.items():
        links = led_to(html, html.root.find(f".//div[@class='ps-advice'][@data-for='{key}']"))
        yield from (f"{key}: {route}" for route in outcome.talk_to if f"{address(CONCERNS)}#{route}" not in links)


@of_site(
    ("site.css", '[data-reason="insults"]', '[data-reason="insult"]'),
    ("site.css", '[data-missing="is-it-yours"]', '[data-missing="is-it"]'),
)
def the_stylesheet_knows_every_answer_and_question(site: Built) -> Iterator[str]:
    css = (site.folder / "site.css").read_text("utf-8")
    yield from (
        id
        for _, id, answer in site.content.self_check.inputs()
        if answer.because and f'[data-reason="{id}"]' not in css
    )
    yield from (id for id in site.content.self_check.questions if f'[data-missing="{id}"]' not in css)


@of_site(("before-you-post/index.html", '<aside class="ps-help"', '<aside class="ps-held"'))
def help_for_somebody_in_danger_comes_before_the_first_question(site: Built) -> Iterator[str]:
    order = [e.tag for e in page(site).root.iter() if e.tag == "fieldset" or "ps-help" in e.get("class", "").split()]
    if order[:1] != ["aside"]:
        yield "it does not"
