"""The register: every macro that a page may use, and the only place that knows the build tool."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from macros.checks import calls as rules
from macros.mistakes import Mistakes
from macros.pages import changes as changes_page
from macros.pages import components
from macros.pages import markdown as render
from macros.pages.cite import full_address, qr_code
from macros.pages.clause import Place, beside, listed, named
from macros.pages.show import Show
from macros.pages.version import applied, earlier
from macros.policy.changes import ChangeSet, compare
from macros.policy.plain import plain
from macros.policy.snapshot import snapshot
from macros.policy.versions import Reason, Snapshot, Version
from macros.shared.pages import CONCERNS, DEFINITIONS, HELP, LETTERS, NOW
from macros.shared.search import places
from macros.shared.wording import fill
from macros.site import Site, load_site

QUIET = "(words alone)"  # stands for a page where sources are left out


class Cited(NamedTuple):
    """A source as a page lists it. checked: year and month, such as '2026-11'."""

    title: str
    address: str | None
    checked: str


class Register:
    """Each method is a macro. here: gives the path of the page being made, such as 'policy/clause-id.md'.

    cited_on: the sources that each page names, by its path, in the order of their numbers.
    school: its facts as they stand in words.
    """

    def __init__(self, site: Site, here: Callable[[], str]):
        self.cited_on: dict[str, dict[str, Cited]] = {}
        self._site = site
        self._here = here
        self.school = site.school.model_copy(update={"name": components.exact(site, site.school.name)})
        self._names: dict[str, Any] = {"school": self.school, **self.macros()}
        self._show = Show(site, self._names, here)

    def macros(self) -> dict[str, Callable[..., str]]:
        return {name: getattr(self, name) for name in NAMES}

    def _expand(self, text: str) -> str:
        return render.expand(text, self._names, self._here())

    def _meanings(self) -> dict[str, str]:
        """Term key to what it means, in alphabetical order of the words, in which the sources get their numbers."""
        clauses, terms = self._site.policy.clauses, self._site.terms.terms
        ordered = sorted(terms.items(), key=lambda entry: entry[1].word.lower())
        return {key: self._expand(clauses[term.clause].words if term.clause else term.means) for key, term in ordered}

    def _number(self, key: str, cited: Cited) -> str:
        """The number of a source on this page; at its foot stands the list."""
        if self._here() == QUIET:
            return ""
        listed = self.cited_on.setdefault(self._here(), {})
        listed[key] = cited
        return components.source(self._site, key, [*listed].index(key) + 1)

    def clause(self, id: str) -> str:
        """The clause's number, linked to its page: {{ clause("clause-id") }}"""
        return render.clause_number(self._site, self._site.policy.clauses[id], self._here())

    def section(self, id: str, title: str) -> str:
        """A section's number and title, for its heading: ## {{ section("section-id", "Title") }}"""
        return render.section_heading(self._site, id, title)

    def see(self, id: str, words: str = "") -> str:
        """A reference to a clause: {{ see("clause-id") }}"""
        return render.reference(self._site, self._site.policy.clauses[id], words, self._here())

    def items(self, id: str) -> str:
        """The clauses of the list that a clause leads into, by their titles: {{ items("clause-id") }}"""
        items = self._site.policy.items(id)
        return "; ".join(render.reference(self._site, clause, clause.title, self._here()) for clause in items)

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

    def withdrawn(self) -> str:
        """The clauses that were withdrawn, for the end of the policy; nothing when there are none: {{ withdrawn() }}"""
        withdrawn = self._site.withdrawn
        return self._show("withdrawn-list.md", withdrawn=withdrawn, now_see={id: self._now_see(id) for id in withdrawn})

    def note(self, id: str) -> str:
        """The note beside a clause: {{ note("clause-id") }}"""
        return self._show("note.md", note=self._site.notes.notes[id])

    def plain_words(self, id: str) -> str:
        """In plain words, the clauses of the list that a clause leads into: {{ plain_words("clause-id") }}"""
        return self._show("plain-words.md", items=self._site.policy.items(id), pages=self._site.pages)

    def status(self) -> str:
        """How the wording stands, adopted or not, in force or not: {{ status() }}"""
        return self._show("status.md", standing=self._site.standing, fingerprint=self._site.fingerprint)

    def status_line(self) -> str:
        """The same in one line: {{ status_line() }}"""
        return self._show("status-line.md", standing=self._site.standing)

    def version_page(self, label: str) -> str:
        """All of an adopted version's page: {{ version_page("2027-01") }}"""
        versions, applies = self._site.versions, self._site.standing.applies
        version = next(version for version in versions if version.label == label)
        when = applied(versions, version, applies)
        now = self._site.policy.clauses
        return self._show("version-page.md", version=version, applied=when, applies=applies, now=now)

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
        return render.link(shown, DEFINITIONS, self._here(), key, ".ps-term")

    def figure(self, key: str) -> str:
        """A number that the policy's wording uses: {{ figure("figure-id") }}"""
        return str(self._site.terms.figures[key])

    def definitions(self) -> str:
        """Every definition: {{ definitions() }}"""
        return render.definitions(self._site, self._meanings(), self._here())

    def route(self, key: str, words: str = "") -> str:
        """Whom to talk to about something, linked to the card: {{ route("route-id") }}"""
        route = self._site.routes.routes[key]
        shown = words or route.who or route.about
        return render.link(shown, CONCERNS, self._here(), key)

    def routes(self, step: str) -> str:
        """The cards of a step, first or next: {{ routes("first") }}"""
        say = {key: self._expand(route.say) for key, route in self._site.routes.routes.items() if route.step == step}
        return render.routes(self._site, say)

    def route_list(self, step: str) -> str:
        """What a worry can be about, linked to the cards: {{ route_list("first") }}"""
        keys = [key for key, route in self._site.routes.routes.items() if route.step == step]
        return render.route_rows(self._site, keys, self._here())

    def talk_to(self, *keys: str) -> str:
        """Whom to talk to about what, at the end of a page: {{ talk_to("route-id", "another-id") }}"""
        return render.way_on(self._site, keys, self._here())

    def help_list(self) -> str:
        """Every page of help, with what it is about: {{ help_list() }}"""
        return render.pages_under(self._site, HELP, self._here())

    def ages(self) -> str:
        """The age that each service's terms ask for: {{ ages() }}"""
        return render.ages(self._site, self.source)

    def steps(self, key: str) -> str:
        """What happens step by step, as a picture and in words: {{ steps("way-id") }}"""
        return components.steps(self._site, key, self._names, self._here())

    def too_young(self) -> str:
        """How old this school's pupils are, as far as it matters here: {{ too_young() }}"""
        return self._site.wording.too_young[self._site.school.phase]

    def trust(self) -> str:
        """That complaining is a right; nothing until the school has confirmed it: {{ trust() }}"""
        return self._site.wording.trust if self._site.school.complaining_is_safe else ""

    def contact(self, role: str) -> str:
        """How to reach somebody at the school: {{ contact("headteacher") }}"""
        return render.contact(self._site, role)

    def procedure(self) -> str:
        """Where to get the school's complaints procedure: {{ procedure() }}"""
        labels, address = self._site.wording.procedure, self._site.school.complaints_procedure
        return self._expand(
            fill(labels.published, link=f"[{address}]({address}){{ translate=no }}") if address else labels.ask
        )

    def lado(self) -> str:
        """Where an allegation about somebody at work with children goes: {{ lado() }}"""
        labels, area = self._site.wording.lado, self._site.school.lado
        if not area:
            return labels.ask
        return fill(labels.known, address=area.address) + self._number(
            "school-lado", Cited(area.source, None, area.checked)
        )

    def childrens_services(self) -> str:
        """How to reach the council's children's services: {{ childrens_services() }}"""
        labels, area = self._site.wording.childrens_services, self._site.school.childrens_services
        if not area:
            return self._expand(labels.ask)
        known = fill(labels.known, phone=render.phone(area.phone))
        later = (
            " " + fill(labels.out_of_hours, out_of_hours=render.phone(area.out_of_hours)) if area.out_of_hours else ""
        )
        return known + later + self._number("school-childrens-services", Cited(area.source, None, area.checked))

    def what_to_do(self, *situations: str) -> str:
        """What to do when something is happening now, all of it or some: {{ what_to_do("situation-id", "another-id") }}"""
        return components.now(self._site, situations, self._names, self._here())

    def now_line(self) -> str:
        """One line that leads to what to do now: {{ now_line() }}"""
        link = render.link(self._site.now.bar.more, NOW, self._here())
        return render.box("ps-now-line", fill(self._site.now.line, link=link))

    def coming(self) -> str:
        """What changes by law for children online: {{ coming() }}"""
        online = self._site.children_online
        rows = [f"- **{getattr(online.states, c.state)}** {self._expand(c.says)}" for c in online.changes.values()]
        waiting = all(change.state != "in_force" for change in online.changes.values())
        return "\n".join(rows) + (f"\n\n{self._expand(online.meanwhile)}" if waiting else "")

    def still_counts(self) -> str:
        """That a worry about a child's safety counts, whatever becomes of a post: {{ still_counts() }}"""
        return self._expand(self._site.wording.still_counts)

    def another_way(self) -> str:
        """For families who cannot read these pages as they are: {{ another_way() }}"""
        return self._expand(self._site.wording.another_way)

    def source(self, key: str) -> str:
        """Where a fact comes from and when it was checked: {{ source("source-id") }}"""
        entry = self._site.sources.sources[key]
        return self._number(key, Cited(entry.title, entry.address, entry.checked))

    def self_check(self) -> str:
        """The whole self-check: {{ self_check() }}"""
        return components.self_check(self._site, self._names, self._here())

    def citations(self) -> str:
        """Every clause with what a letter needs of it: {{ citations() }}"""
        return components.citations(self._site, self._here())

    def letters(self) -> str:
        """Every letter, with when to use it: {{ letters() }}"""
        return render.pages_under(self._site, LETTERS, self._here())

    def cited(self, also: str = "") -> str:
        """What a letter names with its addresses, and perhaps a page besides: {{ cited("raise-a-concern.md") }}"""
        pages, clauses = self._site.pages, self._site.policy.clauses
        return self._show(
            "cited.md",
            clauses=[clauses[id] for id in named(pages[self._here()])],
            pages=[pages[also]] if also else [],
            known=self._site.school.site_address is not None,
        )

    def qr(self, path: str) -> str:
        """A page's QR code; nothing while the school has given no address: {{ qr("before-you-post.md") }}"""
        school = self._site.school
        if not school.site_address:
            return ""
        address = full_address(school, path)
        return self._show("qr.html", code=qr_code(address), address=address, title=self._site.pages[path].record.title)

    def poster(self) -> str:
        """The questions and examples of the check, to read from a wall: {{ poster() }}"""
        return self._show("poster.md", check=self._site.check, clauses=self._site.policy.clauses)

    def search(self) -> str:
        """The search box: {{ search() }}"""
        return components.search(self._site)

    def a_to_z(self) -> str:
        """Everything that can be found, from A to Z: {{ a_to_z() }}"""
        return components.a_to_z(self._site, places(self._site), self._here())


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
