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

from macros.pages import cite
from macros.pages.markdown import box, day, expand, link
from macros.shared.pages import CONCERNS
from macros.shared.search import Place
from macros.shared.self_check import NONE, REPLIES, TICK_BOXES
from macros.shared.steps import COMPLAINT, LONGEST_LINE
from macros.shared.wording import fill
from macros.site import Content


def self_check(content: Content, names: Mapping[str, Any], here: str) -> str:
    """The check, from overrides/self-check.html: HTML, because Markdown has no inputs, with Markdown inside."""

    def described(id: str) -> Iterator[str]:
        """The ids of what a screen reader should say with a question: what the policy adds, and the hint."""
        if content.policy.clauses[id].sentences[1:]:
            yield f"adds-{id}"
        if content.check.questions[id].hint:
            yield f"hint-{id}"

    return _flat(
        _overrides(content.root)
        .get_template("self-check.html")
        .render(
            expand=partial(_one_line, names=names, here=here),
            check=content.check,
            clauses=content.policy.clauses,
            routes=content.routes.routes,
            plain={
                id: content.pages[clause.path].record.entries.plain for id, clause in content.policy.clauses.items()
            },
            names=names,
            hint_label=content.wording.frame.hint,
            see=names["see"],
            route=names["route"],
            tick_boxes_id=TICK_BOXES,
            none_id=NONE,
            here=posixpath.basename(here),
            described={id: " ".join(described(id)) for id in content.check.questions},
            replies=REPLIES,
        )
    )


def now(content: Content, keys: Iterable[str], names: Mapping[str, Any], here: str) -> str:
    """What to do in the situations `keys`, else in all of them, from overrides/now.html."""
    keys = list(keys)
    words = (
        _overrides(content.root)
        .get_template("now.html")
        .render(
            expand=partial(_one_line, names=names, here=here),
            now=content.now,
            keys=keys or list(content.now.situations),
            level=4 if here == CONCERNS else 2,  # there it stands inside a card
            whole=not keys and here != CONCERNS,
            source=names["source"],
        )
    )
    return _flat(words)


def exact(content: Content, words: str) -> str:
    """Words that a browser's translation leaves as they are, from overrides/exact.html."""
    return _flat(_overrides(content.root).get_template("exact.html").render(words=words))


def source(content: Content, key: str, number: int) -> str:
    """The number of a source, from overrides/source.html."""
    label = fill(content.wording.sources.number, number=number)
    return _flat(_overrides(content.root).get_template("source.html").render(key=key, number=number, label=label))


def citations(content: Content, here: str) -> str:
    """Every clause with its link, citation and a sentence for a letter, from overrides/staff.html.

    Once a version is in force, also with what that version says, at its own lasting address.
    """
    labels, version = content.wording.staff, content.standing.applies
    dated = {
        clause.id: {
            "said": cite.said(content, clause, version),
            "address": f"{cite.full_address(content, version.page)}#{clause.id}",
        }
        for clause in (version.clauses if version else ())
    }
    since = day(content, version.in_force_from) if version else ""
    return _flat(
        _overrides(content.root)
        .get_template("staff.html")
        .render(
            policy=content.policy,
            labels=labels,
            dated=dated,
            links_say=fill(labels.dated_link, in_force=since) if version else labels.no_dated_link,
            known=content.school.site_address is not None,
            number=lambda clause: fill(content.wording.clause.number, number=clause.number),
            path=lambda clause: posixpath.relpath(clause.path, posixpath.dirname(here) or "."),
            full_address=partial(cite.full_address, content),
            citation=partial(cite.citation, content),
            sentence=partial(cite.sentence, content),
        )
    )


def steps(content: Content, key: str, names: Mapping[str, Any], here: str) -> str:
    """A way as a picture and in words, from overrides/steps.html; a complaint's by the school's own stages, if it gave them."""
    way = content.steps.ways[key]
    shown = [{"picture": step.picture, "say": _one_line(step.say, names, here)} for step in way.steps]
    if key == COMPLAINT and content.school.complaint_stages:
        shown = [{"picture": wrap(stage, LONGEST_LINE), "say": stage} for stage in content.school.complaint_stages]
    return _flat(_overrides(content.root).get_template("steps.html").render(title=way.title, steps=shown))


def search(content: Content) -> str:
    """The search box, from overrides/search.html."""
    return _flat(_overrides(content.root).get_template("search.html").render(labels=content.search.labels))


def a_to_z(content: Content, places: Iterable[Place], here: str) -> str:
    """Everything that can be found, by its title, under the letter it begins with."""
    ordered = sorted(places, key=lambda place: (_without_article(place.title), place.kind))
    blocks = [f"## {content.search.labels.all} {{ #all }}"]
    for letter, group in groupby(ordered, key=lambda place: _without_article(place.title)[0].upper()):
        rows = "\n".join(f"- {link(place.title, place.path, here, place.anchor)} ({place.kind})" for place in group)
        blocks += [f"### {letter}", rows]
    return box("ps-all", *blocks)


def _without_article(title: str) -> str:
    """A title as it is put in order: without a quotation mark or the like in front, and without its article."""
    return re.sub(r"^\W*((the|a|an) )?\b", "", title.lower()) or title


@lru_cache(maxsize=1)  # it keeps the templates that it has read, and reads one again that has changed
def _overrides(root: Path) -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(root / "overrides")
    return jinja2.Environment(loader=loader, undefined=jinja2.StrictUndefined, autoescape=False)


def _one_line(text: str, names: Mapping[str, Any], here: str) -> str:
    """Shared words with their macros called, in one line."""
    return " ".join(expand(text, names, here).split())


def _flat(html: str) -> str:
    """HTML as Markdown takes it: no indentation and no blank line."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())
