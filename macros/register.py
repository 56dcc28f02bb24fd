"""The register: every macro that a page may use, and the only place that knows the build tool."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from macros.checks import calls as rules
from macros.mistakes import Mistakes
from macros.pages import changes as changes_page
from macros.pages import cite, letters
from macros.pages import clause as clause_page
from macros.pages import version as version_page
from macros.pages.markdown import mailto
from macros.pages.search import by_letter, places
from macros.pages.show import Show
from macros.pages.sources import Cited, citable
from macros.policy.changes import ChangeSet, compare
from macros.policy.plain import plain
from macros.policy.snapshot import snapshot
from macros.policy.versions import Reason, Snapshot, Version
from macros.shared.pages import CONCERNS, DEFINITIONS, HELP, LETTERS, NOW
from macros.shared.routes import Route
from macros.shared.self_check import NONE, REPLIES, TICK_BOXES
from macros.shared.steps import COMPLAINT, LONGEST_LINE
from macros.site import Site, load_site

QUIET = "(words alone)"  # stands for a page where sources are left out


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
        self._show = Show(site.root, site.wording, self._names, here)

    def macros(self) -> dict[str, Callable[..., str]]:
        return {name: getattr(self, name) for name in NAMES}

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

    def clause(self, id: str) -> str:
        """The clause's number, linked to its page: {{ clause("clause-id") }}"""
        return self._show("clause-number.md", clause=self._site.policy.clauses[id])

    def section(self, id: str, title: str) -> str:
        """A section's number and title, for its heading: ## {{ section("section-id", "Title") }}"""
        section = next(section for section in self._site.policy.sections if section.id == id)
        return self._show("section-heading.md", section=section, title=title)

    def see(self, id: str, words: str = "") -> str:
        """A reference to a clause: {{ see("clause-id") }}"""
        return self._show("reference.md", clause=self._site.policy.clauses[id], other=words)

    def items(self, id: str) -> str:
        """The clauses of the list that a clause leads into, by their titles: {{ items("clause-id") }}"""
        return self._show("items.md", clauses=self._site.policy.items(id))

    def clause_page(self, id: str) -> str:
        """All of a clause's page: {{ clause_page("clause-id") }}"""
        if id in self._site.withdrawn:
            return clause_page.withdrawn_page(self._site, id, self._here())
        clause = self._site.policy.clauses[id]
        beside = self.note(id) if id in self._site.notes.notes else ""
        return clause_page.clause_page(self._site, clause, beside, self.status_line(), self._expand, self._here())

    def withdrawn(self) -> str:
        """The clauses that were withdrawn, for the end of the policy; nothing when there are none: {{ withdrawn() }}"""
        return clause_page.withdrawn_list(self._site, self._here())

    def note(self, id: str) -> str:
        """The note beside a clause: {{ note("clause-id") }}"""
        return self._show("note.md", note=self._site.notes.notes[id])

    def plain_words(self, id: str) -> str:
        """In plain words, the clauses of the list that a clause leads into: {{ plain_words("clause-id") }}"""
        return clause_page.plain_words(self._site, self._site.policy.items(id))

    def status(self) -> str:
        """How the wording stands, adopted or not, in force or not: {{ status() }}"""
        return version_page.status(self._site, self._expand, self._here())

    def status_line(self) -> str:
        """The same in one line: {{ status_line() }}"""
        return version_page.status_line(self._site, self._expand)

    def version_page(self, label: str) -> str:
        """All of an adopted version's page: {{ version_page("2027-01") }}"""
        version = next(version for version in self._site.versions if version.label == label)
        return version_page.version_page(self._site, version, self._here())

    def proposed(self) -> str:
        """What the wording changes in the version adopted last: {{ proposed() }}"""
        return changes_page.proposed(self._site, proposed_changes(self._site), self._here())

    def history(self) -> str:
        """Every adopted version with what it changed, newest first: {{ history() }}"""
        versions = self._site.versions
        if not versions:
            return self._expand(self._site.wording.versions.none)
        between = {
            new.label: compare(old, new, new.changes, {}) for old, new in zip(versions, versions[1:], strict=False)
        }
        return changes_page.history(self._site, between, self._here())

    def term(self, key: str, words: str = "") -> str:
        """A defined term, linked to its definition: {{ term("term-id", "other words") }}"""
        shown = words or self._site.terms.terms[key].word
        return self._show("term.md", shown=shown, page=DEFINITIONS, key=key)

    def figure(self, key: str) -> str:
        """A number that the policy's wording uses: {{ figure("figure-id") }}"""
        return str(self._site.terms.figures[key])

    def definitions(self) -> str:
        """Every definition: {{ definitions() }}"""
        terms, used_in = self._site.terms.terms, self._site.used_in
        return self._show("definitions.md", meanings=self._meanings(), terms=terms, used_in=used_in)

    def route(self, key: str, words: str = "") -> str:
        """Whom to talk to about something, linked to the card: {{ route("route-id") }}"""
        return self._show("route.md", route=self._site.routes.routes[key], other=words, page=CONCERNS, key=key)

    def routes(self, step: str) -> str:
        """The cards of a step, first or next: {{ routes("first") }}"""
        return self._show("route-cards.md", routes=self._routes(step), school=self._site.school, mailto=mailto)

    def route_list(self, step: str) -> str:
        """What a worry can be about, linked to the cards: {{ route_list("first") }}"""
        return self._show("route-rows.md", routes=self._routes(step))

    def talk_to(self, *keys: str) -> str:
        """Whom to talk to about what, at the end of a page: {{ talk_to("route-id", "another-id") }}"""
        return self._show("talk-to.md", routes={key: self._site.routes.routes[key] for key in keys})

    def help_list(self) -> str:
        """Every page of help, with what it is about: {{ help_list() }}"""
        return self._show("pages-under.md", above=HELP, pages=self._site.pages.values())

    def ages(self) -> str:
        """The age that each service's terms ask for: {{ ages() }}"""
        return self._show("ages.md", ages=self._site.ages.ages.values())

    def steps(self, key: str) -> str:
        """What happens step by step, as a picture and in words: {{ steps("way-id") }}"""
        stages = self._site.school.complaint_stages if key == COMPLAINT else None
        return self._show("steps.html", way=self._site.steps.ways[key], stages=stages, longest=LONGEST_LINE)

    def too_young(self) -> str:
        """How old this school's pupils are, as far as it matters here: {{ too_young() }}"""
        return self._site.wording.too_young[self._site.school.phase]

    def trust(self) -> str:
        """That complaining is a right; nothing until the school has confirmed it: {{ trust() }}"""
        return self._site.wording.trust if self._site.school.complaining_is_safe else ""

    def contact(self, role: str) -> str:
        """How to reach somebody at the school: {{ contact("headteacher") }}"""
        return self._show("contact.md", role=getattr(self._site.school, role), office=self._site.school.office)

    def procedure(self) -> str:
        """Where to get the school's complaints procedure: {{ procedure() }}"""
        return self._show("procedure.md", address=self._site.school.complaints_procedure)

    def lado(self) -> str:
        """Where an allegation about somebody at work with children goes: {{ lado() }}"""
        return self._show("lado.md", lado=self._site.school.lado)

    def childrens_services(self) -> str:
        """How to reach the council's children's services: {{ childrens_services() }}"""
        return self._show("childrens-services.md", services=self._site.school.childrens_services)

    def what_to_do(self, *situations: str) -> str:
        """What to do when something is happening now, all of it or some: {{ what_to_do("situation-id", "another-id") }}"""
        return self._show("now.html", now=self._site.now, keys=situations, in_card=self._here() == CONCERNS)

    def now_line(self) -> str:
        """One line that leads to what to do now: {{ now_line() }}"""
        return self._show("now-line.md", now=self._site.now, page=NOW)

    def coming(self) -> str:
        """What changes by law for children online: {{ coming() }}"""
        return self._show("coming.md", online=self._site.children_online)

    def still_counts(self) -> str:
        """That a worry about a child's safety counts, whatever becomes of a post: {{ still_counts() }}"""
        return self._expand(self._site.wording.still_counts)

    def another_way(self) -> str:
        """For families who cannot read these pages as they are: {{ another_way() }}"""
        return self._expand(self._site.wording.another_way)

    def source(self, key: str) -> str:
        """Where a fact comes from and when it was checked: {{ source("source-id") }}"""
        if self._here() == QUIET:
            return ""
        listed = self.cited_on.setdefault(self._here(), {})
        listed[key] = self._sources[key]
        return self._show("source.html", key=key, number=[*listed].index(key) + 1)

    def self_check(self) -> str:
        """The whole self-check: {{ self_check() }}"""
        return self._show(
            "self-check.html",
            check=self._site.check,
            clauses=self._site.policy.clauses,
            pages=self._site.pages,
            routes=self._site.routes.routes,
            tick_boxes_id=TICK_BOXES,
            none_id=NONE,
            replies=REPLIES,
        )

    def citations(self) -> str:
        """Every clause with what a letter needs of it: {{ citations() }}"""
        site = self._site
        return self._show(
            "staff.html",
            policy=site.policy,
            version=site.standing.applies,
            known=site.school.site_address is not None,
            full_address=partial(cite.full_address, site),
            citation=partial(cite.citation, site),
            sentence=partial(cite.sentence, site),
            said=partial(cite.said, site),
        )

    def letters(self) -> str:
        """Every letter, with when to use it: {{ letters() }}"""
        return self._show("pages-under.md", above=LETTERS, pages=self._site.pages.values())

    def cited(self, also: str = "") -> str:
        """What a letter names with its addresses, and perhaps a page besides: {{ cited("raise-a-concern.md") }}"""
        return letters.cited(self._site, self._here(), also)

    def qr(self, path: str) -> str:
        """A page's QR code; nothing while the school has given no address: {{ qr("before-you-post.md") }}"""
        return letters.qr_code(self._site, path)

    def poster(self) -> str:
        """The questions and examples of the check, to read from a wall: {{ poster() }}"""
        return letters.poster(self._site)

    def search(self) -> str:
        """The search box: {{ search() }}"""
        return self._show("search.html", search=self._site.search)

    def a_to_z(self) -> str:
        """Everything that can be found, from A to Z: {{ a_to_z() }}"""
        return self._show("a-to-z.md", all=self._site.search.labels.all, letters=by_letter(self.places))


NAMES = [name for name in vars(Register) if not name.startswith("_") and name != "macros"]


def load_checked(root: Path, here: Callable[[], str] = lambda: "index.md") -> tuple[Site, Register]:
    """The site with every macro call on every page and in every shared file checked.

    Raises Mistakes: one line for each thing that a person has to put right.
    """
    site = load_site(root)
    register = Register(site, here)
    if mistakes := rules.check(site, register.macros()):
        raise Mistakes(mistakes)
    return site, register


def working_snapshot(site: Site) -> Snapshot:
    """The working text as it would be frozen."""
    meanings = Register(site, lambda: QUIET)._meanings()
    return snapshot(site, {key: plain(words) for key, words in meanings.items()})


def proposed_changes(site: Site, since: Version | None = None) -> ChangeSet | None:
    """What the working text changes since a version, else the one adopted last; None before there is one."""
    if not site.versions:
        return None
    old = since or site.versions[-1]
    titles = {path: page.record.title for path, page in site.pages.items()}
    pages = {id: {path: titles[path] for path in paths} for id, paths in site.referrers.items()}
    return compare(old, working_snapshot(site), reasons(site, old) | dict(site.changes.changes), pages)


def reasons(site: Site, old: Version, new: Version | None = None) -> dict[str, Reason]:
    """The reasons that the versions after `old` gave, up to `new`."""
    versions = site.versions[site.versions.index(old) + 1 : site.versions.index(new) + 1 if new else None]
    return {id: reason for version in versions for id, reason in version.changes.items()}
