"""The school's own facts: docs/_shared/school.yml."""

import datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from macros.reading.entries import Written
from macros.reading.kinds import Model, Words, written_like

Colour = Annotated[str, written_like(r"#[0-9a-fA-F]{6}", "a colour such as #0b4f5c, in quotes")]
EMAIL = r"[\w.+-]+@[\w-]+(\.[\w-]+)+"
ADDRESS = r"https?://[\w.-]+(:\d+)?(/[\w./%-]*)?"
AN_EMAIL, AN_ADDRESS = "an email address such as office@example.org", "an address such as https://www.example.org/page"
Email = Annotated[str, written_like(EMAIL, AN_EMAIL)]
# As it is dialled in the United Kingdom: short numbers, Childline's, those with an area code, those with a country's.
DIALS = r"999|112|101|111|105|159|18000|116 ?\d{3}|0800 ?1111|0 ?[1-9](?: ?\d){8,9}|\+[1-9](?: ?\d){7,14}"
Phone = Annotated[str, written_like(DIALS, "a number that a phone can dial, such as 01234 567890, in quotes")]
Month = Annotated[str, written_like(r"\d{4}-(0[1-9]|1[0-2])", 'a year and month such as "2026-11", in quotes')]
Address = Annotated[str, written_like(ADDRESS, AN_ADDRESS)]
EmailOrAddress = Annotated[str, written_like(f"{EMAIL}|{ADDRESS}", f"{AN_EMAIL}, or {AN_ADDRESS}")]


def _with_slash(address: str) -> str:
    """Pages stand below it, so it ends in '/' even if it was typed without."""
    return address.rstrip("/") + "/"


def dialled(phone: str) -> str:
    """A number as a link dials it."""
    return f"tel:{phone.replace(' ', '')}"


class Role(Model):
    """Somebody to talk to. `called` is known; the rest stands only where the school has given it."""

    called: Words
    phone: Phone | None = None
    email: Email | None = None

    def __str__(self) -> str:
        return self.called


class Colours(Model):
    """The school's colour for links and buttons: one that reads on light paper, one that reads on dark."""

    light: Colour
    dark: Colour


class Looked(Model):
    """A fact that somebody looked up. checked, again: the months of the last look, and of the next at the latest."""

    checked: Month
    again: Month

    @model_validator(mode="after")
    def in_order(self) -> Self:
        if self.again <= self.checked:
            raise ValueError(f"again: {self.again} is not after {self.checked}, when it was checked; put a later month")
        return self


class Lado(Looked):
    """Where allegations about people who work with children are reported in the school's area, and who says so."""

    address: Address
    source: Words


class ChildrensServices(Looked):
    """The council's children's services for the school's area, and who says so. out_of_hours: nights and weekends."""

    phone: Phone
    out_of_hours: Phone | None = None
    source: Words


class Security(Model):
    """Who is told when somebody finds a weakness, and until when that holds (RFC 9116: at most a year ahead)."""

    contact: EmailOrAddress
    expires: datetime.date


class School(Written):
    """What is known of the school. Words must be true without what is optional, which says what it changes and where.

    phase: how old its pupils are. complaint_stages: in order. complaining_is_safe: whether it has confirmed that.
    """

    name: Words
    governing_body: Words
    office: Role
    class_teacher: Role
    headteacher: Role
    chair: Role
    clerk: Role
    safeguarding_lead: Role
    phase: Literal["primary", "secondary"] = "primary"
    colours: Colours
    complaints_procedure: Address | None = Field(None, description="a link to it on docs/raise-a-concern.md")
    complaint_stages: tuple[Words, ...] | None = Field(
        None, description="the school's own stages in the picture of a complaint, on docs/raise-a-concern.md"
    )
    site_address: Annotated[Address, AfterValidator(_with_slash)] | None = Field(
        None, description="lasting links and citations in full, on docs/staff.md and in letters; QR codes, the sitemap"
    )
    security: Security | None = Field(
        None, description="an address for those who find a weakness in the site, in .well-known/security.txt"
    )
    childrens_services: ChildrensServices | None = Field(
        None, description="their phone on docs/help/happening-now.md and docs/raise-a-concern.md"
    )
    lado: Lado | None = Field(
        None, description="an address for reports of people who work with children, on docs/raise-a-concern.md"
    )
    complaining_is_safe: bool = Field(
        False, description="that complaining is never held against anybody, in help; for governors to confirm"
    )
