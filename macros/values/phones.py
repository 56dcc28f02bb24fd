"""Numbers that a phone dials: as people write them, and as a link dials them."""

import re
from typing import Annotated

from macros.reading.kinds import refusing

# As people write one: perhaps a country, an area in brackets, groups between single spaces or dashes, an extension.
TYPED = re.compile(
    r"(?P<country>(?:\+|00)[0-9]{1,3}[ .–-]?(?:\(0\) ?)?)?(?P<area>\([0-9]+\)[ .–-]?)?"
    r"(?P<groups>[0-9]+(?:[ .–-][0-9]+)*)"
    r"(?:,? ?(?:extension|ext\.?|x) ?(?P<extension>[0-9]{1,6}))?"
)
# As it is dialled in the United Kingdom: short numbers, Childline's, those with an area code, those with a country's.
SHORT = r"999|112|101|111|105|159|18000|116[0-9]{3}|08001111"
LONG = r"0[1-9][0-9]{8,9}|\+44[1-9][0-9]{8,9}|\+(?!44)[1-9][0-9]{7,14}"
DIALLED = rf"(?:{SHORT}|(?:{LONG})(?:;ext=[0-9]{{1,6}})?)"  # RFC 3966, section 3, for the extension
A_CALL = "[0800 1111](tel:08001111)"  # as Markdown has it
LIKE = "it should be a number that a phone can dial, such as 01234 567890, in quotes"


def _parsed(phone: str) -> str | None:
    """What is dialled; None of words that are no number."""
    if not (typed := TYPED.fullmatch(phone.replace("\u00a0", " "))):
        return None
    country, area, groups = (re.sub(r"\(0\)|[^0-9+]", "", typed[part] or "") for part in ("country", "area", "groups"))
    extension = f";ext={typed['extension']}" if typed["extension"] else ""
    country = re.sub("^00", "+", country)
    number = f"{country}{area}{groups}{extension}"
    return number if re.fullmatch(DIALLED, number) else None


def wrong_phone(phone: str) -> str | None:
    """What to say of words that are no number to dial."""
    return None if _parsed(phone) else f"is '{phone}'; {LIKE}"


def dialled(phone: str) -> str:
    """A number as a link dials it."""
    return f"tel:{_parsed(phone) or phone.replace(' ', '')}"


Phone = Annotated[str, refusing(wrong_phone)]
