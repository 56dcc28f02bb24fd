"""What staff send or put up: the clauses that a letter names, and the poster of the check."""

import html

from macros.pages import cite, qr
from macros.pages.markdown import box, link
from macros.reading import braces
from macros.shared.wording import fill
from macros.site import Site


def cited(site: Site, here: str, also: str = "") -> str:
    """The clauses that the letter on the page `here` names, each with its lasting address; also: a further page."""
    words = site.wording.staff
    ids = [call.key for call in braces.find(site.pages[here].text, here) if call.macro == "see"]
    clauses = [site.policy.clauses[id] for id in dict.fromkeys(ids)]
    rows = [_row(site, cite.name(site, clause), clause.path, here) for clause in clauses]
    if also:
        rows.append(_row(site, site.pages[also].record.title, also, here))
    intro = fill(words.cited, policy=site.wording.cite.policy, status=cite.status(site))
    return box("ps-cited", intro, "\n".join(rows))


def _row(site: Site, words: str, path: str, here: str) -> str:
    kind = "" if site.school.site_address else ' class="ps-path"'
    address = f"<span{kind}>{cite.full_address(site, path)}</span>"
    return f'<p class="ps-cite" markdown="span">{link(words, path, here)}: {address}</p>'


def qr_code(site: Site, path: str) -> str:
    """A QR code of a page, with its address in words; nothing while the school has given no address."""
    if not site.school.site_address:
        return ""
    address, title = cite.full_address(site, path), site.pages[path].record.title
    name = fill(site.wording.staff.qr, title=title)
    return f'<p class="ps-code" translate="no">{qr.qr_image(address, name)}<br>{html.escape(title)}: {address}</p>'


def poster(site: Site) -> str:
    """The questions and examples of the check, in the policy's own words, to read from a wall."""
    clauses, check = site.policy.clauses, site.check
    questions = "\n".join(f"1. {clauses[id].sentences[0]}" for id in check.questions)
    examples = "\n".join(f"- {clauses[id].text}" for id in check.tick_boxes.boxes)
    worst, then = list(check.outcomes.values())[:2]
    words = site.wording.staff
    return "\n\n".join(
        [
            box("ps-poster", f"## {words.poster_questions} {{ #questions }}", questions),
            box(
                "ps-poster",
                f"## {words.poster_examples} {{ #examples }}",
                examples,
                f"**{worst.heading}.** {then.heading}.",
            ),
        ]
    )
