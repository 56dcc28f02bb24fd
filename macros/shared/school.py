"""The school's own facts: docs/_shared/school.yml."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros.reading.entries import Written
from macros.reading.kinds import Model, Several, Words, at_most, written_like
from macros.values.addresses import Address, Email, EmailOrAddress, SiteAddress
from macros.values.days import Month, PastMonth, WithinAYear
from macros.values.names import LONGEST_TITLE, Called, Stage
from macros.values.phones import Phone

Colour = Annotated[str, written_like(r"#[0-9a-fA-F]{6}", "a colour such as #0b4f5c, in quotes")]


class Role(Model):
    """Somebody to talk to. `called` is known; the rest stands only where the school has given it."""

    called: Called
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

    checked: PastMonth
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
    expires: WithinAYear


class School(Written):
    """What is known of the school. Words must be true without what is optional, which says what it changes and where.

    formerly: its names before, under which it adopted versions. phase: how old its pupils are.
    complaint_stages: in order. complaining_is_safe: whether it has confirmed that.
    """

    name: Annotated[Words, at_most(2 * LONGEST_TITLE)]
    formerly: Several[Words] = ()
    governing_body: Called
    office: Role
    class_teacher: Role
    headteacher: Role
    chair: Role
    clerk: Role
    safeguarding_lead: Role
    phase: Literal["primary", "secondary"] = "primary"
    colours: Colours
    complaints_procedure: Address | None = Field(None, description="a link to it on docs/raise-a-concern.md")
    complaint_stages: Annotated[tuple[Stage, ...], Field(min_length=1, max_length=6)] | None = Field(
        None, description="the school's own stages in the picture of a complaint, on docs/raise-a-concern.md"
    )
    site_address: SiteAddress | None = Field(
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
