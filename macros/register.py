"""The register: every macro that a page may use, one line of work each."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from macros.pages import changes as changes_page
from macros.pages.cite import Citing, full_address, qr_code
from macros.pages.clause import Place, beside, listed, named
from macros.pages.markdown import mailto
from macros.pages.search import by_letter, places
from macros.pages.show import Show
from macros.pages.sources import Cited, citable
from macros.pages.version import applied, earlier
from macros.policy.changes import compare
from macros.reading import braces
from macros.shared.pages import CONCERNS, DEFINITIONS, HELP, LETTERS, NOW
from macros.shared.routes import Route
from macros.shared.self_check import NONE, REPLIES, TICK_BOXES
from macros.shared.steps import COMPLAINT, LONGEST_LINE
from macros.site import MODELS, Site, proposed_changes

QUIET = "(words alone)"  # stands for a page where sources are left out


PAGES = "pages policy"
WORDS = " ".join([*MODELS, "clause"])  # where words are typed that others show: shared files, and clauses' pages
MACROS: dict[str, braces.Macro] = {}
F = TypeVar("F", bound=Callable[..., str])


def macro(takes: str | None = None, on: str = PAGES) -> Callable[[F], F]:
    """Lists a method as a macro. takes: the noun of what its first word names. on: the places where it may stand."""

    def listed(method: F) -> F:
        MACROS[method.__name__] = braces.macro(method, takes, on)
        return method

    return listed


class Register:
    """Each method is a macro. here: gives the path of the page being made, such as 'policy/clause-id.md'.

    cited_on: the sources that each page names, by its path, in the order of their numbers.
    places: all that can be found. school: its facts as they stand in words.
    """

    def __init__(self, site: Site, here: Callable[[], str]):
        self.cited_on: dict[str, dict[str, Cited]] = {}
        self._site = site
        self._here = here
        self.places = [*places(site.search, site.pages, site.policy.clauses, site.routes.routes, site.terms.terms)]
        self._sources = citable(site.sources.sources, site.school)
        name = Show(site.root, site.wording, {}, lambda: QUIET)("exact.html", exact=site.school.name)
        self.school = site.school.model_copy(update={"name": name})
        self._names: dict[str, Any] = {"school": self.school, **self.macros()}
        cite = Citing(site.wording.cite, site.school.name, site.standing)
        address = partial(full_address, site.school)
        self._show = Show(site.root, site.wording, self._names, here, cite=cite, full_address=address)

    def macros(self) -> dict[str, Callable[..., str]]:
        return {name: getattr(self, name) for name in MACROS}

    def _expand(self, text: str) -> str:
        return self._show.expand(text)

    def _meanings(self) -> dict[str, str]:
        """Term key to what it means, in alphabetical order of the words, in which the sources get their numbers."""
        clauses, terms = self._site.policy.clauses, self._site.terms.terms
        ordered = sorted(terms.items(), key=lambda entry: entry[1].word.lower())
        return {
            key: self._expand(clauses[term.clause].words if term.clause else term.means or "") for key, term in ordered
        }

    def _routes(self, step: str) -> dict[str, Route]:
        return {key: route for key, route in self._site.routes.routes.items() if route.step == step}

    def _told_of_changes(self) -> dict[str, object]:
        site = self._site
        return changes_page.facts(site.policy, site.pages, site.self_check, site.wording.changes)

    @macro(takes="clause", on="policy")
    def clause(self, id: str) -> str:
        """The clause's number, linked to its page: {{ clause("clause-id") }}"""
        return self._show("clause-number.md", clause=self._site.policy.clauses[id])

    @macro(takes="section", on="policy")
    def section(self, id: str, title: str) -> str:
        """A section's number and title, for its heading: ## {{ section("section-id", "Title") }}"""
        section = next(section for section in self._site.policy.sections if section.id == id)
        return self._show("section-heading.md", section=section, title=title)

    @macro(takes="clause", on=f"{PAGES} {WORDS} clauses")
    def see(self, id: str, words: str = "") -> str:
        """A reference to a clause: {{ see("clause-id") }}"""
        return self._show("reference.md", clause=self._site.policy.clauses[id], other=words)

    @macro(takes="clause", on=f"{PAGES} steps")
    def items(self, id: str) -> str:
        """The clauses of the list that a clause leads into, by their titles: {{ items("clause-id") }}"""
        return self._show("items.md", clauses=self._site.policy.items(id))

    @macro(takes="clause's page", on="clause")
    def clause_page(self, id: str) -> str:
        """All of a clause's page: {{ clause_page("clause-id") }}"""
        site = self._site
        if id in site.withdrawn:
            return self._withdrawn_clause(id)
        clause, terms = site.policy.clauses[id], site.terms.terms
        before, after = beside(clause, site.policy.clauses)
        return self._show(
            "clause-page.md",
            clause=clause,
            record=site.pages[clause.path].record,
            above=site.policy.clauses.get(clause.under or ""),
            items=site.policy.items(id),
            note=site.notes.notes.get(id),
            earlier=earlier(site.versions, id, clause.text),
            terms=[Place(terms[key].word, DEFINITIONS, key) for key, ids in site.used_in.items() if id in ids],
            referrers=[self._place(path) for path in site.referrers[id]],
            known=site.school.site_address is not None,
            before=before,
            after=after,
        )

    def _withdrawn_clause(self, id: str) -> str:
        applies = self._site.standing.applies
        return self._show(
            "withdrawn-clause.md",
            id=id,
            record=self._site.withdrawn[id],
            still=applies if applies and any(clause.id == id for clause in applies.clauses) else None,
            now=self._now_see(id),
            earlier=earlier(self._site.versions, id, ""),
        )

    def _now_see(self, id: str) -> Place:
        """What took a withdrawn clause's place: a clause, or a page."""
        target = str(self._site.withdrawn[id].now_see)  # it was withdrawn, so this was given
        return self._place(target if target in self._site.pages else f"policy/{target}.md")

    def _place(self, path: str) -> Place:
        return listed(self._site.pages[path], self._site.policy.clauses)

    @macro(on="policy")
    def withdrawn(self) -> str:
        """The clauses that were withdrawn, for the end of the policy; nothing when there are none: {{ withdrawn() }}"""
        withdrawn = self._site.withdrawn
        return self._show("withdrawn-list.md", withdrawn=withdrawn, now_see={id: self._now_see(id) for id in withdrawn})

    @macro(takes="note")
    def note(self, id: str) -> str:
        """The note beside a clause: {{ note("clause-id") }}"""
        return self._show("note.md", note=self._site.notes.notes[id])

    @macro(takes="clause", on="policy")
    def plain_words(self, id: str) -> str:
        """In plain words, the clauses of the list that a clause leads into: {{ plain_words("clause-id") }}"""
        return self._show("plain-words.md", items=self._site.policy.items(id), pages=self._site.pages)

    @macro()
    def status(self) -> str:
        """How the wording stands, adopted or not, in force or not: {{ status() }}"""
        return self._show("status.md", standing=self._site.standing, fingerprint=self._site.fingerprint)

    @macro()
    def status_line(self) -> str:
        """The same in one line: {{ status_line() }}"""
        return self._show("status-line.md", standing=self._site.standing)

    @macro(takes="version", on="version")
    def version_page(self, label: str) -> str:
        """All of an adopted version's page: {{ version_page("2027-01") }}"""
        versions, applies = self._site.versions, self._site.standing.applies
        version = next(version for version in versions if version.label == label)
        when = applied(versions, version, applies)
        now = self._site.policy.clauses
        return self._show("version-page.md", version=version, applied=when, applies=applies, now=now)

    @macro()
    def proposed(self) -> str:
        """What the wording changes in the version adopted last: {{ proposed() }}"""
        version = self._site.versions[-1] if self._site.versions else None
        changes = proposed_changes(self._site)
        return self._show("proposed.md", version=version, changes=changes, **self._told_of_changes())

    @macro()
    def history(self) -> str:
        """Every adopted version with what it changed, newest first: {{ history() }}"""
        versions = self._site.versions
        between = {
            new.label: compare(old, new, new.changes, {}) for old, new in zip(versions, versions[1:], strict=False)
        }
        facts = self._told_of_changes()
        return self._show("history.md", versions=versions, between=between, **facts)

    @macro(takes="definition", on=f"{PAGES} {WORDS} clauses")
    def term(self, key: str, words: str = "") -> str:
        """A defined term, linked to its definition: {{ term("term-id", "other words") }}"""
        shown = words or self._site.terms.terms[key].word
        return self._show("term.md", shown=shown, page=DEFINITIONS, key=key)

    @macro(takes="figure", on=f"{PAGES} {WORDS} clauses")
    def figure(self, key: str) -> str:
        """A number that the policy's wording uses: {{ figure("figure-id") }}"""
        return str(self._site.terms.figures[key])

    @macro()
    def definitions(self) -> str:
        """Every definition: {{ definitions() }}"""
        terms, used_in = self._site.terms.terms, self._site.used_in
        return self._show("definitions.md", meanings=self._meanings(), terms=terms, used_in=used_in)

    @macro(takes="route", on=f"{PAGES} {WORDS} clauses")
    def route(self, key: str, words: str = "") -> str:
        """Whom to talk to about something, linked to the card: {{ route("route-id") }}"""
        return self._show("route.md", route=self._site.routes.routes[key], other=words, page=CONCERNS, key=key)

    @macro(takes="step")
    def routes(self, step: str) -> str:
        """The cards of a step, first or next: {{ routes("first") }}"""
        return self._show("route-cards.md", routes=self._routes(step), school=self._site.school, mailto=mailto)

    @macro(takes="step")
    def route_list(self, step: str) -> str:
        """What a worry can be about, linked to the cards: {{ route_list("first") }}"""
        return self._show("route-rows.md", routes=self._routes(step))

    @macro(takes="route")
    def talk_to(self, *keys: str) -> str:
        """Whom to talk to about what, at the end of a page: {{ talk_to("route-id", "another-id") }}"""
        return self._show("talk-to.md", routes={key: self._site.routes.routes[key] for key in keys})

    @macro()
    def help_list(self) -> str:
        """Every page of help, with what it is about: {{ help_list() }}"""
        return self._show("pages-under.md", above=HELP, pages=self._site.pages.values())

    @macro()
    def ages(self) -> str:
        """The age that each service's terms ask for: {{ ages() }}"""
        return self._show("ages.md", ages=self._site.ages.ages.values())

    @macro(takes="way")
    def steps(self, key: str) -> str:
        """What happens step by step, as a picture and in words: {{ steps("way-id") }}"""
        stages = self._site.school.complaint_stages if key == COMPLAINT else None
        return self._show("steps.html", way=self._site.steps.ways[key], stages=stages, longest=LONGEST_LINE)

    @macro(on=f"{PAGES} notes")
    def too_young(self) -> str:
        """How old this school's pupils are, as far as it matters here: {{ too_young() }}"""
        return self._site.wording.too_young[self._site.school.phase]

    @macro()
    def trust(self) -> str:
        """That complaining is a right; nothing until the school has confirmed it: {{ trust() }}"""
        return self._site.wording.trust if self._site.school.complaining_is_safe else ""

    @macro(takes="role", on=f"{PAGES} routes")
    def contact(self, role: str) -> str:
        """How to reach somebody at the school: {{ contact("headteacher") }}"""
        return self._show("contact.md", role=getattr(self._site.school, role), office=self._site.school.office)

    @macro(on=f"{PAGES} routes")
    def procedure(self) -> str:
        """Where to get the school's complaints procedure: {{ procedure() }}"""
        return self._show("procedure.md", address=self._site.school.complaints_procedure)

    @macro(on=f"{PAGES} routes now")
    def lado(self) -> str:
        """Where an allegation about somebody at work with children goes: {{ lado() }}"""
        return self._show("lado.md", lado=self._site.school.lado)

    @macro(on=f"{PAGES} routes now")
    def childrens_services(self) -> str:
        """How to reach the council's children's services: {{ childrens_services() }}"""
        return self._show("childrens-services.md", services=self._site.school.childrens_services)

    @macro(takes="situation", on=f"{PAGES} routes")
    def what_to_do(self, *situations: str) -> str:
        """What to do when something is happening now, all of it or some: {{ what_to_do("situation-id", "another-id") }}"""
        return self._show("now.html", now=self._site.now, keys=situations, in_card=self._here() == CONCERNS)

    @macro()
    def now_line(self) -> str:
        """One line that leads to what to do now: {{ now_line() }}"""
        return self._show("now-line.md", now=self._site.now, page=NOW)

    @macro()
    def coming(self) -> str:
        """What changes by law for children online: {{ coming() }}"""
        return self._show("coming.md", online=self._site.children_online)

    @macro()
    def still_counts(self) -> str:
        """That a worry about a child's safety counts, whatever becomes of a post: {{ still_counts() }}"""
        return self._expand(self._site.wording.still_counts)

    @macro()
    def another_way(self) -> str:
        """For families who cannot read these pages as they are: {{ another_way() }}"""
        return self._expand(self._site.wording.another_way)

    @macro(takes="source", on=f"{PAGES} {WORDS}")
    def source(self, key: str) -> str:
        """Where a fact comes from and when it was checked: {{ source("source-id") }}"""
        if self._here() == QUIET:
            return ""
        listed = self.cited_on.setdefault(self._here(), {})
        listed[key] = self._sources[key]
        return self._show("source.html", key=key, number=[*listed].index(key) + 1)

    @macro(on="pages")
    def self_check(self) -> str:
        """The whole self-check: {{ self_check() }}"""
        return self._show(
            "self-check.html",
            check=self._site.self_check,
            clauses=self._site.policy.clauses,
            pages=self._site.pages,
            routes=self._site.routes.routes,
            tick_boxes_id=TICK_BOXES,
            none_id=NONE,
            replies=REPLIES,
        )

    @macro()
    def citations(self) -> str:
        """Every clause with what a letter needs of it: {{ citations() }}"""
        site = self._site
        return self._show(
            "staff.html",
            policy=site.policy,
            version=site.standing.applies,
            known=site.school.site_address is not None,
            pages=site.pages,
        )

    @macro()
    def letters(self) -> str:
        """Every letter, with when to use it: {{ letters() }}"""
        return self._show("pages-under.md", above=LETTERS, pages=self._site.pages.values())

    @macro(takes="page")
    def cited(self, also: str = "") -> str:
        """What a letter names with its addresses, and perhaps a page besides: {{ cited("raise-a-concern.md") }}"""
        pages, clauses = self._site.pages, self._site.policy.clauses
        return self._show(
            "cited.md",
            clauses=[clauses[id] for id in named(pages[self._here()])],
            pages=[pages[also]] if also else [],
            known=self._site.school.site_address is not None,
        )

    @macro(takes="page")
    def qr(self, path: str) -> str:
        """A page's QR code; nothing while the school has given no address: {{ qr("before-you-post.md") }}"""
        school = self._site.school
        if not school.site_address:
            return ""
        address = full_address(school, path)
        return self._show("qr.html", code=qr_code(address), address=address, title=self._site.pages[path].record.title)

    @macro()
    def poster(self) -> str:
        """The questions and examples of the check, to read from a wall: {{ poster() }}"""
        return self._show("poster.md", check=self._site.self_check, clauses=self._site.policy.clauses)

    @macro()
    def search(self) -> str:
        """The search box: {{ search() }}"""
        return self._show("search.html", search=self._site.search)

    @macro()
    def a_to_z(self) -> str:
        """Everything that can be found, from A to Z: {{ a_to_z() }}"""
        return self._show("a-to-z.md", all=self._site.search.labels.all, letters=by_letter(self.places))
