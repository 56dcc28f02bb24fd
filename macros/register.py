"""The register: every macro that a page may use, one line of work each."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TypeVar

import segno

from macros.adopted.changes import compare
from macros.adopted.reasons import reasons
from macros.adopted.standing import Stood, fresh, periods, replaced, until
from macros.adopted.versions import Version
from macros.pages.cite import citing, full_address
from macros.pages.search import Place, by_letter, places
from macros.pages.show import Show
from macros.pages.version import earlier, left, told
from macros.policy.plain import plain
from macros.reading import braces, macro_rules
from macros.reading.macro_rules import Macro
from macros.reading.markup import escaped, marked
from macros.shared.pages import HELP, LETTERS
from macros.shared.routes import Route
from macros.shared.school import School
from macros.shared.self_check import NONE, REPLIES, TICK_BOXES
from macros.shared.sources import Source
from macros.shared.steps import COMPLAINT
from macros.site import MODELS, Site, proposed_changes
from macros.values.names import LONGEST_LINE

QUIET = "(words alone)"  # stands for a page where sources are left out
PAGES = "pages policy"
WORDS = " ".join([*MODELS, "clause"])  # where words are typed that others show: shared files, and clauses' pages
MACROS: dict[str, Macro] = {}
F = TypeVar("F", bound=Callable[..., str])


def macro(takes: str | None = None, on: str = PAGES) -> Callable[[F], F]:
    """Lists a method as a macro. takes: the noun of what its first word names. on: the places where it may stand."""

    def listed(method: F) -> F:
        MACROS[method.__name__] = macro_rules.macro(method, takes, on)
        return method

    return listed


class Register:
    """Each method is a macro; what it shows stands in overrides/components/, where the whole site can be named.

    here: gives the path of the page being made, such as 'policy/clause-id.md'. expand: calls macros in shared words.
    cited_on: the sources that each page names, by its path, in the order of their numbers.
    school: its facts as they stand in words: markup, as is all that a macro gives.
    """

    def __init__(self, site: Site, here: Callable[[], str]) -> None:
        self._site, self._here = site, here
        self._sources = _sources(site.sources.sources, site.school)
        self.cited_on: dict[str, dict[str, Source]] = {}
        name = Show(site.root, site.wording, {}, lambda: QUIET)("exact.html", exact=site.school.name)
        self.school = marked(site.school).model_copy(update={"name": name})
        self._cite = citing(site.wording, site.school, site.standing)
        self.show = Show(
            site.root,
            site.wording,
            {"school": self.school, **self.macros()},
            here,
            site=site,
            cite=self._cite,
            full_address=partial(full_address, site.school),
            qr_code=partial(segno.make, error="m", micro=False),
            told=told,
            earlier=partial(earlier, [one for one in site.versions if one.in_force_from <= site.today]),
            left=partial(left, site.versions),
            until=partial(until, site.versions),
            periods=periods(site.versions),
            fresh=fresh(site.standing),
            own=self._own,
            wordings=self._wordings,
            means=self._means,
        )
        self.expand = self.show.expand

    @cached_property
    def places(self) -> list[Place]:
        """All that can be found."""
        site = self._site
        return [*places(site.search, site.pages, site.policy, site.routes, site.terms)]

    def macros(self) -> dict[str, Callable[..., str]]:
        return {name: getattr(self, name) for name in MACROS}

    def _wordings(self, id: str) -> tuple[Stood, ...]:
        """What a clause says today, and what it will; none where that is one and the same."""
        return self._site.wordings(lambda text: text.says(id))

    def _own(self, id: str) -> tuple[Stood, ...]:
        """The same, whatever stands above it in its list."""
        return self._site.wordings(lambda text: text.own(id))

    def _means(self, key: str) -> tuple[Stood, ...]:
        """The same of what a word means."""
        return self._site.wordings(lambda text: text.defines(key))

    def _routes(self, step: str) -> dict[str, Route]:
        return {key: route for key, route in self._site.routes.routes.items() if route.step == step}

    @macro(takes="clause", on="policy")
    def clause(self, id: str) -> str:
        """The clause's number, linked to its page: {{ clause("clause-id") }}"""
        return self.show("clause-number.md", clause=self._site.policy.clauses[id])

    @macro(takes="section", on="policy")
    def section(self, id: str, title: str) -> str:
        """A section's number and title, for its heading: ## {{ section("section-id", "Title") }}"""
        return self.show("section-heading.md", id=id, title=title)

    @macro(takes="clause", on=f"{PAGES} {WORDS} clauses")
    def see(self, id: str, words: str = "") -> str:
        """A reference to a clause: {{ see("clause-id") }}"""
        clause, page = self._site.policy.clauses[id], self._site.pages.get(self._here())
        if page and page.is_letter:
            cited = self._cite.clause(clause)
            return self.show("reference.md", number=cited.number, path=cited.path, anchor=cited.anchor, other=words)
        return self.show("reference.md", number=clause.number, path=clause.path, anchor="", other=words)

    @macro(takes="clause", on=f"{PAGES} steps")
    def items(self, id: str) -> str:
        """The clauses of the list that a clause leads into, by their titles: {{ items("clause-id") }}"""
        return self.show("items.md", clauses=self._site.policy.items(id))

    @macro(takes="clause's page", on="clause")
    def clause_page(self, id: str) -> str:
        """All of a clause's page: {{ clause_page("clause-id") }}"""
        return self.show("withdrawn-clause.md" if id in self._site.withdrawn else "clause-page.md", id=id)

    @macro(on="policy")
    def withdrawn(self) -> str:
        """The clauses that were withdrawn, for the end of the policy; nothing when there are none: {{ withdrawn() }}"""
        return self.show("withdrawn-list.md")

    @macro(takes="note")
    def note(self, id: str) -> str:
        """The note beside a clause: {{ note("clause-id") }}"""
        return self.show("note.md", note=self._site.notes.notes[id])

    @macro(takes="clause", on="policy")
    def plain_words(self, id: str) -> str:
        """In plain words, the clauses of the list that a clause leads into: {{ plain_words("clause-id") }}"""
        return self.show("plain-words.md", items=self._site.policy.items(id))

    @macro()
    def status(self) -> str:
        """How the wording stands, adopted or not, in force or not: {{ status() }}"""
        return self.show("status.md")

    @macro()
    def status_line(self) -> str:
        """The same in one line: {{ status_line() }}"""
        return self.show("status-line.md")

    @macro(takes="version", on="version")
    def version_page(self, label: str) -> str:
        """All of an adopted version's page: {{ version_page("2027-01") }}"""
        return self.show("version-page.md", label=label)

    @macro()
    def proposed(self) -> str:
        """What the wording changes in the version adopted last: {{ proposed() }}"""
        return self.show("proposed.md", changes=proposed_changes(self._site))

    @macro()
    def history(self) -> str:
        """Every adopted version with what it changed, newest first: {{ history() }}"""
        versions, changes = self._site.versions, {}
        for new in versions:
            if old := replaced(versions, new):
                changes[new.label] = (old, compare(old, new, reasons(versions[: versions.index(new) + 1], old), {}))
        return self.show("history.md", between=changes)

    @macro(takes="definition", on=f"{PAGES} {WORDS} clauses")
    def term(self, key: str, words: str = "") -> str:
        """A defined term, linked to its definition: {{ term("term-id", "other words") }}"""
        return self.show("term.md", key=key, other=words)

    @macro(takes="figure", on=f"{PAGES} {WORDS} clauses")
    def figure(self, key: str) -> str:
        """A number that the policy's wording uses: {{ figure("figure-id") }}"""
        return str(self._site.terms.figures[key])

    @macro()
    def definitions(self) -> str:
        """Every definition: {{ definitions() }}"""
        return self.show("definitions.md")

    @macro(takes="route", on=f"{PAGES} {WORDS} clauses")
    def route(self, key: str, words: str = "") -> str:
        """Whom to talk to about something, linked to the card: {{ route("route-id") }}"""
        return self.show("route.md", key=key, other=words)

    @macro(takes="step")
    def routes(self, step: str) -> str:
        """The cards of a step, first or next: {{ routes("first") }}"""
        return self.show("route-cards.md", routes=self._routes(step))

    @macro(takes="step")
    def route_list(self, step: str) -> str:
        """What a worry can be about, linked to the cards: {{ route_list("first") }}"""
        return self.show("route-rows.md", routes=self._routes(step))

    @macro(takes="route")
    def talk_to(self, *keys: str) -> str:
        """Whom to talk to about what, at the end of a page: {{ talk_to("route-id", "another-id") }}"""
        return self.show("talk-to.md", routes={key: self._site.routes.routes[key] for key in keys})

    @macro()
    def help_list(self) -> str:
        """Every page of help, with what it is about: {{ help_list() }}"""
        return self.show("pages-under.md", above=HELP)

    @macro()
    def ages(self) -> str:
        """The age that each service's terms ask for: {{ ages() }}"""
        return self.show("ages.md")

    @macro(takes="way")
    def steps(self, key: str) -> str:
        """What happens step by step, as a picture and in words: {{ steps("way-id") }}"""
        stages = self._site.school.complaint_stages if key == COMPLAINT else None
        return self.show("steps.html", way=self._site.steps.ways[key], stages=stages, longest=LONGEST_LINE)

    @macro(on=f"{PAGES} notes")
    def too_young(self) -> str:
        """How old this school's pupils are, as far as it matters here: {{ too_young() }}"""
        return escaped(self._site.wording.too_young[self._site.school.phase])

    @macro()
    def trust(self) -> str:
        """That complaining is a right; nothing until the school has confirmed it: {{ trust() }}"""
        return escaped(self._site.wording.trust if self._site.school.complaining_is_safe else "")

    @macro(takes="role", on=f"{PAGES} routes")
    def contact(self, role: str) -> str:
        """How to reach somebody at the school: {{ contact("headteacher") }}"""
        return self.show("contact.md", role=getattr(self._site.school, role))

    @macro(on=f"{PAGES} routes")
    def procedure(self) -> str:
        """Where to get the school's complaints procedure: {{ procedure() }}"""
        return self.show("procedure.md")

    @macro(on=f"{PAGES} routes now")
    def lado(self) -> str:
        """Where an allegation about somebody at work with children goes: {{ lado() }}"""
        return self.show("lado.md")

    @macro(on=f"{PAGES} routes now")
    def childrens_services(self) -> str:
        """How to reach the council's children's services: {{ childrens_services() }}"""
        return self.show("childrens-services.md")

    @macro(takes="situation", on=f"{PAGES} routes")
    def what_to_do(self, *situations: str) -> str:
        """What to do when something is happening now, all or some: {{ what_to_do("situation-id", "another-id") }}"""
        return self.show("now.html", keys=situations)

    @macro()
    def now_line(self) -> str:
        """One line that leads to what to do now: {{ now_line() }}"""
        return self.show("now-line.md")

    @macro()
    def coming(self) -> str:
        """What changes by law for children online: {{ coming() }}"""
        return self.show("coming.md")

    @macro()
    def still_counts(self) -> str:
        """That a worry about a child's safety counts, whatever becomes of a post: {{ still_counts() }}"""
        return self.expand(self._site.wording.still_counts)

    @macro()
    def another_way(self) -> str:
        """For families who cannot read these pages as they are: {{ another_way() }}"""
        return self.expand(self._site.wording.another_way)

    @macro(takes="source", on=f"{PAGES} {WORDS}")
    def source(self, key: str) -> str:
        """Where a fact comes from and when it was checked: {{ source("source-id") }}"""
        if self._here() == QUIET:
            return ""
        listed = self.cited_on.setdefault(self._here(), {})
        listed[key] = self._sources[key]
        return self.show("source.html", key=key, number=[*listed].index(key) + 1)

    @macro(on="pages")
    def self_check(self) -> str:
        """The whole self-check: {{ self_check() }}"""
        return (
            self.show("asked-today.md")
            + "\n\n"
            + self.show("self-check.md", tick_boxes_id=TICK_BOXES, none_id=NONE, replies=REPLIES)
        )

    @macro()
    def citations(self) -> str:
        """Every clause with what a letter needs of it: {{ citations() }}"""
        return self.show("staff.html")

    @macro()
    def letters(self) -> str:
        """Every letter, with when to use it: {{ letters() }}"""
        return self.show("pages-under.md", above=LETTERS)

    @macro(takes="page")
    def cited(self, also: str = "") -> str:
        """What a letter names with its addresses, and perhaps a page besides: {{ cited("raise-a-concern.md") }}"""
        calls = braces.find(self._site.pages[self._here()].text, self._here())
        return self.show("cited.md", ids=dict.fromkeys(call.key for call in calls if call.macro == "see"), also=also)

    @macro(takes="page")
    def qr(self, path: str) -> str:
        """A page's QR code; nothing while the school has given no address: {{ qr("before-you-post.md") }}"""
        return self.show("qr.html", path=path) if self._site.school.site_address else ""

    @macro()
    def poster(self) -> str:
        """The questions and examples of the check, to read from a wall: {{ poster() }}"""
        return self.show("poster.md")

    @macro()
    def search(self) -> str:
        """The search box: {{ search() }}"""
        return self.show("search.html")

    @macro()
    def a_to_z(self) -> str:
        """Everything that can be found, from A to Z: {{ a_to_z() }}"""
        return self.show("a-to-z.md", letters=by_letter(self.places))


def status_in_words(site: Site) -> str:
    """Whether the working text was adopted, in a sentence of plain words."""
    return plain(Register(site, lambda: QUIET).show("status-line.md"))


def version_in_words(site: Site, version: Version) -> str:
    """Whether a version applies, how it was adopted and what was put right, likewise."""
    show = Register(site, lambda: QUIET).show
    return " ".join(plain(show(f"version-{part}.md", version=version)) for part in ("status", "record"))


def _sources(sources: Mapping[str, Source], school: School) -> dict[str, Source]:
    """Every source by its key, with those that say how the council is reached, where the school has given them."""
    areas = {"school-lado": school.lado, "school-childrens-services": school.childrens_services}
    return dict(sources) | {
        key: Source(title=area.source, checked=area.checked, again=area.again, sure="A")  # the council's own word
        for key, area in areas.items()
        if area
    }
