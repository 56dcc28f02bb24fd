"""The parts of a page that Markdown cannot say: the self-check, words to copy, the search box, and the A to Z.

Their HTML stands in overrides/, with Markdown inside it, so that MkDocs checks its links as well.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import groupby
from pathlib import Path
from textwrap import wrap
from typing import Any

import jinja2

from macros.pages.cite import Citing, full_address
from macros.pages.markdown import box, day, expand, link
from macros.shared.pages import CONCERNS
from macros.shared.search import Place
from macros.shared.self_check import NONE, REPLIES, TICK_BOXES
from macros.shared.steps import COMPLAINT, LONGEST_LINE
from macros.shared.wording import fill
from macros.site import Site


def self_check(site: Site, names: Mapping[str, Any], here: str) -> str:
    """The check, from overrides/components/self-check.html: HTML, because Markdown has no inputs, with Markdown inside."""

    def described(id: str) -> Iterator[str]:
        """The ids of what a screen reader should say with a question: what the policy adds, and the hint."""
        if site.policy.clauses[id].sentences[1:]:
            yield f"adds-{id}"
        if site.check.questions[id].hint:
            yield f"hint-{id}"

    return _flat(
        _overrides(site.root)
        .get_template("self-check.html")
        .render(
            expand=partial(_one_line, names=names, here=here),
            check=site.check,
            clauses=site.policy.clauses,
            routes=site.routes.routes,
            plain={id: site.pages[clause.path].record.plain for id, clause in site.policy.clauses.items()},
            names=names,
            hint_label=site.wording.frame.hint,
            see=names["see"],
            route=names["route"],
            tick_boxes_id=TICK_BOXES,
            none_id=NONE,
            here=posixpath.basename(here),
            described={id: " ".join(described(id)) for id in site.check.questions},
            replies=REPLIES,
        )
    )


def now(site: Site, keys: Iterable[str], names: Mapping[str, Any], here: str) -> str:
    """What to do in the situations `keys`, else in all of them, from overrides/components/now.html."""
    keys = list(keys)
    words = (
        _overrides(site.root)
        .get_template("now.html")
        .render(
            expand=partial(_one_line, names=names, here=here),
            now=site.now,
            keys=keys or list(site.now.situations),
            level=4 if here == CONCERNS else 2,  # there it stands inside a card
            whole=not keys and here != CONCERNS,
            source=names["source"],
        )
    )
    return _flat(words)


def exact(site: Site, words: str) -> str:
    """Words that a browser's translation leaves as they are, from overrides/components/exact.html."""
    return _flat(_overrides(site.root).get_template("exact.html").render(words=words))


def source(site: Site, key: str, number: int) -> str:
    """The number of a source, from overrides/components/source.html."""
    label = fill(site.wording.sources.number, number=number)
    return _flat(_overrides(site.root).get_template("source.html").render(key=key, number=number, label=label))


def citations(site: Site, here: str) -> str:
    """Every clause with its link, citation and a sentence for a letter, from overrides/components/staff.html.

    Once a version is in force, also with what that version says, at its own lasting address.
    """
    labels, version = site.wording.staff, site.standing.applies
    since = day(site, version.in_force_from) if version else ""
    cite = Citing(site.wording.cite, site.school.name, site.standing)
    dated = {
        clause.id: {
            "said": cite.said(clause, version.label, since),
            "address": f"{full_address(site.school, version.page)}#{clause.id}",
        }
        for clause in (version.clauses if version else ())
    }
    return _flat(
        _overrides(site.root)
        .get_template("staff.html")
        .render(
            policy=site.policy,
            labels=labels,
            dated=dated,
            links_say=fill(labels.dated_link, in_force=since) if version else labels.no_dated_link,
            known=site.school.site_address is not None,
            number=lambda clause: fill(site.wording.clause.number, number=clause.number),
            path=lambda clause: posixpath.relpath(clause.path, posixpath.dirname(here) or "."),
            full_address=partial(full_address, site.school),
            citation=cite.citation,
            sentence=lambda clause: cite.sentence(clause, site.pages[clause.path].record.asks_parents),
        )
    )


def steps(site: Site, key: str, names: Mapping[str, Any], here: str) -> str:
    """A way as a picture and in words, from overrides/components/steps.html; a complaint's by the school's own stages, if it gave them."""
    way = site.steps.ways[key]
    shown = [{"picture": step.picture, "say": _one_line(step.say, names, here)} for step in way.steps]
    if key == COMPLAINT and site.school.complaint_stages:
        shown = [{"picture": wrap(stage, LONGEST_LINE), "say": stage} for stage in site.school.complaint_stages]
    return _flat(_overrides(site.root).get_template("steps.html").render(title=way.title, steps=shown))


def search(site: Site) -> str:
    """The search box, from overrides/components/search.html."""
    return _flat(_overrides(site.root).get_template("search.html").render(labels=site.search.labels))


def a_to_z(site: Site, places: Iterable[Place], here: str) -> str:
    """Everything that can be found, by its title, under the letter it begins with."""
    ordered = sorted(places, key=lambda place: (_without_article(place.title), place.kind))
    blocks = [f"## {site.search.labels.all} {{ #all }}"]
    for letter, group in groupby(ordered, key=lambda place: _without_article(place.title)[0].upper()):
        rows = "\n".join(f"- {link(place.title, place.path, here, place.anchor)} ({place.kind})" for place in group)
        blocks += [f"### {letter}", rows]
    return box("ps-all", *blocks)


def _without_article(title: str) -> str:
    """A title as it is put in order: without a quotation mark or the like in front, and without its article."""
    return re.sub(r"^\W*((the|a|an) )?\b", "", title.lower()) or title


@lru_cache(maxsize=1)  # it keeps the templates that it has read, and reads one again that has changed
def _overrides(root: Path) -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(root / "overrides/components")
    return jinja2.Environment(loader=loader, undefined=jinja2.StrictUndefined, autoescape=False)


def _one_line(text: str, names: Mapping[str, Any], here: str) -> str:
    """Shared words with their macros called, in one line."""
    return " ".join(expand(text, names, here).split())


def _flat(html: str) -> str:
    """HTML as Markdown takes it: no indentation and no blank line."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())
