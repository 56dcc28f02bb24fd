"""Whether a letter, or the poster, keeps to one sheet of A4: reckoned from its words before anything is built.

Grown word by word, in narrow, wide and ordinary words, as one paragraph, as many and as a list, with a site's address
of 60 characters and without, no letter and no poster took a second sheet below 1.00 in DejaVu Serif, nor below 1.03 in
Palatino.
"""

import math
from collections.abc import Iterator
from dataclasses import replace

import markdown

from macros.language.paper import Sheet, blocks, height, lines, sheets
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


def too_long(site: Site) -> Iterator[Mistake]:
    """Letters, and the poster, that may not print on one sheet."""
    known = sheets(site.root)
    for page in site.pages.values():
        kind = _kind(page)
        if kind and (taken := share(site, page, known[kind])) > FULL:
            sheet, typed = known[kind], page.text.split("\n")
            line = max(range(page.first_line, len(typed)), key=lambda n: ("poster(" in typed[n], len(typed[n])))
            size, leading = sheet.styles["p"].size, sheet.styles["p"].leading
            per_line = max(WORDS, math.ceil(len(typed[line].split()) / lines(typed[line], sheet.width / size)))
            count = (math.ceil((taken - FULL) * sheet.height / leading) + 1) * per_line
            where = ", here or in the questions and examples of the check" if kind == "poster" else ""
            text = f"printed, this may not fit on one sheet of A4; take out some {count} words{where}"
            yield Mistake(page.name, line + 1, text)


def _kind(page: Page) -> str | None:
    """The kind of sheet that a page is printed on, if it has to keep to one."""
    if any(call.macro == "poster" for call in braces.find(page.text, page.name)):
        return "poster"
    return "letter" if isinstance(page.record, PageRecord) and page.record.kind == "letter" else None


def share(site: Site, page: Page, sheet: Sheet) -> float:
    """How much of its sheet a letter or the poster takes: above 1 it takes another."""
    school = site.school.model_copy(update={"site_address": site.school.site_address or UNKNOWN})
    register = Register(replace(site, school=school), lambda: page.path)
    words = template(FRONT_MATTER.sub("", page.text)).render({"school": school, **register.macros()})
    found = blocks(markdown.markdown(words, extensions=["attr_list", "md_in_html", "tables"]), sheet.styles)
    above = {
        "school's name": school.name,
        "line with 999": f"{site.now.bar.question} {site.now.bar.call}",
        "title": page.record.title,
        "lead": getattr(page.record, "lead", None) or "",
    }
    styles, width = sheet.styles, sheet.width
    high = {name: height([(styles[name], said)], width) for name, said in above.items() if said and name in styles}
    title = high.pop("title", 0) + high.pop("lead", 0)
    beside = height([block for block in found if block[0].beside], width)
    below = height([block for block in found if not block[0].beside], width)
    return (sheet.top + sum(high.values()) + max(title, beside) + below) / sheet.height
