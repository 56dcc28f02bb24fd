"""Whether a letter, or the poster, keeps to one sheet of A4: reckoned from its words before anything is built.

The measures are those of overrides/site.css under "On paper". Grown word by word, in narrow, wide and ordinary words,
as one paragraph, as many and as a list, with a site's address of 60 characters and without, no letter and no poster
took a second sheet below 1.00 in DejaVu Serif, nor below 1.03 in Palatino.
"""

import math
from collections.abc import Iterator
from dataclasses import replace

import markdown

from macros.language.paper import BOLD, Block, Sheet, Style, blocks, height, lines
from macros.reading import braces
from macros.reading.mistakes import Mistake
from macros.reading.templates import template
from macros.register import Register
from macros.shared.front_matter import PageRecord
from macros.shared.pages import FRONT_MATTER, Page
from macros.site import Site

UNKNOWN = "https://" + 52 * "n"  # stands for the site's address while the school has given none
FULL = 0.95  # of a sheet: how much may be taken
WORDS = 14  # in a line, or more; for what to say
HEAD = Style(12.5, 15, 0, width=400, wider=BOLD)  # the school's name, above everything
BAR = Style(13, 18.9, 4)  # of the poster: the line with 999
TITLE, LEAD = Style(36, 43.2, 7.2, width=350, wider=BOLD), Style(18, 23.4, 10.8, width=350)  # of the poster
CODE = Style(8, 10.4, 4.8, before=123, width=170)  # beside them
H2, H3 = Style(16.5, 19.8, 9.9, wider=BOLD), Style(13, 15.6, 5.2, before=20.8, wider=BOLD)
IN_LETTERS = {
    "ps-cite": Style(9, 14.4, 2.7),
    "ps-cited": Style(9, 14.4, 2.7, before=18),
    "h2": H2._replace(before=36.3),
    "h3": H3,
    "li": Style(11, 17.6, 11, width=450),
    "p": Style(11, 17.6, 11),
}
ON_POSTER = {
    "ps-code": CODE,
    "ps-small": Style(10, 13, 6),
    "h2": H2,
    "h3": H3,
    "li": Style(13, 16.9, 3.3, width=507),
    "p": Style(13, 16.9, 7.8),
}
LETTER, POSTER = Sheet(480, 739, 30.4, IN_LETTERS), Sheet(537, 796, 6, ON_POSTER)


def too_long(site: Site) -> Iterator[Mistake]:
    """Letters, and the poster, that may not print on one sheet."""
    for page in site.pages.values():
        sheet = _sheet(page)
        if sheet and (taken := share(site, page, sheet)) > FULL:
            typed, set_in = page.text.split("\n"), sheet.styles["p"]
            line = max(range(page.first_line, len(typed)), key=lambda n: ("poster(" in typed[n], len(typed[n])))
            per_line = max(WORDS, math.ceil(len(typed[line].split()) / lines(typed[line], sheet.width / set_in.size)))
            count = (math.ceil((taken - FULL) * sheet.height / set_in.leading) + 1) * per_line
            where = ", here or in the questions and examples of the check" if sheet is POSTER else ""
            text = f"printed, this may not fit on one sheet of A4; take out some {count} words{where}"
            yield Mistake(page.name, line + 1, text)


def _sheet(page: Page) -> Sheet | None:
    """The sheet that a page is printed on, if it has to keep to one."""
    if any(call.macro == "poster" for call in braces.find(page.text, page.name)):
        return POSTER
    return LETTER if isinstance(page.record, PageRecord) and page.record.kind == "letter" else None


def share(site: Site, page: Page, sheet: Sheet) -> float:
    """How much of its sheet a letter or the poster takes: above 1 it takes another."""
    school = site.school.model_copy(update={"site_address": site.school.site_address or UNKNOWN})
    register = Register(replace(site, school=school), lambda: page.path)
    words = template(FRONT_MATTER.sub("", page.text)).render({"school": school, **register.macros()})
    found = blocks(markdown.markdown(words, extensions=["attr_list", "md_in_html", "tables"]), sheet.styles)
    parts: list[list[Block]] = [[(HEAD, school.name)], [block for block in found if block[0] is not CODE]]
    if sheet is POSTER:
        title = [(TITLE, page.record.title), (LEAD, getattr(page.record, "lead", None) or "")]
        beside = [block for block in found if block[0] is CODE]
        parts += [[(BAR, f"{site.now.bar.question} {site.now.bar.call}")]]
        parts += [max(title, beside, key=lambda part: height(part, sheet.width))]
    return (sheet.top + sum(height(part, sheet.width) for part in parts)) / sheet.height
