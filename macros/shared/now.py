"""What to do when something is happening now: docs/_shared/now.yml."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Model, Sentence, Text, Words, with_places, written_like
from macros.shared.school import Address, Phone, dialled

NUMBERS = ("999", "112")  # of the police, an ambulance and the fire service in the United Kingdom
EMERGENCY = "emergency"  # the helpline that the line at the top of every page calls
Key = Annotated[str, written_like(r"[a-z]+(-[a-z0-9]+)*", "small letters and hyphens, such as self-harm")]


class Helpline(Model):
    """Somebody to reach by phone or on the web. name: who. when: for whom or what. source: a key of sources.yml."""

    name: Words
    when: Words
    phone: Phone | None = None
    address: Address | None = None
    source: str

    @model_validator(mode="after")
    def reached_once(self) -> Self:
        if (self.phone is None) == (self.address is None):
            raise ValueError("a helpline needs either 'phone: …' or 'address: …', and not both; write one of them")
        return self

    @property
    def link(self) -> str:
        return dialled(self.phone) if self.phone else self.address or ""


class Situation(Model):
    """Something that may happen; its key is a lasting anchor. first: what matters most. helplines: keys, in order."""

    title: Words
    first: Words
    say: Text
    helplines: Annotated[tuple[str, ...], Field(min_length=1)]


class Bar(Model):
    """The line at the top of every page: a question, the call, and a link to where it is said what helps."""

    question: Words
    call: Words
    more: Words


class Now(Written):
    """lead: above the situations. without_words: how to call without speaking. after: what to do once it is over.

    line: for other pages; '{{ link }}' leads to this one.
    """

    bar: Bar
    helplines: Entries[str, Helpline]
    lead: Words
    without_words: Text
    situations: Annotated[Entries[Key, Situation], Field(min_length=1)]
    line: Annotated[Sentence, with_places("link")]
    after: Text

    @model_validator(mode="after")
    def emergency_is_there(self) -> Self:
        phone = self.helplines[EMERGENCY].phone if EMERGENCY in self.helplines else None
        if phone not in NUMBERS:
            raise ValueError(f"helplines: '{EMERGENCY}' with the phone 999 is missing; the top of every page calls it")
        if phone not in self.bar.call.split():
            raise ValueError(f"bar.call: does not say the number that it calls; write it as in: Call {phone}")
        return self
