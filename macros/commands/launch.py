"""What is still to do before parents are told of the site: a few lines, what matters most first."""

import re
from collections.abc import Iterator
from typing import get_args

from macros.commands.due import overdue
from macros.running.environment import today
from macros.shared.routes import RoleKey
from macros.shared.school import Colours, School
from macros.site import Site

GUIDE = "docs/governors/take-over.md"
OWNERS, CAME_WITH = ".github/CODEOWNERS", "@beckstone/"  # and the teams that stand in it until a school puts its own
NOTES, TO_CONFIRM = (
    "docs/governors/notes.md",
    re.compile(r"^## [^\n]*\bto confirm$(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL),
)
COLOURS = Colours(light="#0b4f5c", dark="#8fd6e0")  # likewise
REACHED = "phone or email, wherever somebody is named to talk to; an email gives a message to start from as well"
FIRST = ("office", "complaints_procedure", "site_address")  # without these a parent gets less far


def before_launch(site: Site) -> list[str]:
    """One line for each thing that is still to do, as far as a file shows it."""
    return [*_for_governors(site), *_for_the_web_person(site)]


def _for_governors(site: Site) -> Iterator[str]:
    if not site.versions:
        yield "not adopted yet: the site says so, and asks search engines to leave it out; docs/governors/adopt.md"
    if found := sum(part.count("\n- ") for part in TO_CONFIRM.findall(_text(site, NOTES))):
        yield f"{NOTES}: {found} readings to confirm; take out each that the governors have confirmed"
    if again := [*overdue(site.sources, site.school, today())]:
        yield f"{len(again)} facts to check again, which are listed below; then change 'checked' and 'again'"


def _for_the_web_person(site: Site) -> Iterator[str]:
    teams = dict.fromkeys(re.findall(rf"(?<!\S){CAME_WITH}\S+", re.sub(r"#.*", "", _text(site, OWNERS))))
    if teams:
        yield f"{OWNERS}: still names {', '.join(teams)}; put in who looks at a change at your school"
    facts = to_fill_in(site.school)
    if site.school.colours == COLOURS:
        facts.append("colours: your own, for links and buttons")
    if facts:
        yield f"{site.school.file}, as far as it is known; the site is true without it:"
        yield from (f"  {fact}" for fact in facts)


def _text(site: Site, name: str) -> str:
    """A file that a copy may be without; it need not be UTF-8 to be looked into."""
    file = site.root / name
    return file.read_text("utf-8", "replace") if file.is_file() else ""


def to_fill_in(school: School) -> list[str]:
    """One line for the facts that the school has not given yet, and what they change where: what matters most first."""
    roles = {key: getattr(school, key) for key in get_args(RoleKey)}
    unreached = [key for key, role in roles.items() if not (role.phone or role.email)]
    optional = {fact: field.description for fact, field in School.model_fields.items() if field.description}
    missing = [(fact, shows) for fact, shows in optional.items() if getattr(school, fact) in (None, False)]
    lines = [f"{fact}: {shows}" for fact, shows in ((", ".join(unreached), REACHED), *missing) if fact]
    return sorted(lines, key=lambda line: not line.startswith(FIRST))
