"""What to do when something is happening now: docs/_shared/now.yml."""

import re
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Model, Sentence, Several, Text, Words, with_places
from macros.values.addresses import Address
from macros.values.names import Key, Title
from macros.values.once import ONCE
from macros.values.phones import Phone, dialled

NUMBERS = ("999", "112")  # of the police, an ambulance and the fire service in the United Kingdom
EMERGENCY = "emergency"  # the helpline that the line at the top of every page calls


class Helpline(Model):
    """Somebody to reach by phone or on the web. name: who. when: for whom or what. source: a key of sources.yml."""

    name: Annotated[Words, ONCE]
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

    title: Annotated[Title, ONCE]
    first: Words
    say: Text
    helplines: Annotated[Several[str], Field(min_length=1)]


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
    helplines: Entries[Key, Helpline]
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
        if re.findall(r"\d+", self.bar.call) != [phone]:
            raise ValueError(
                f"bar.call: does not say the number that it calls, and no other; write it as in: Call {phone}"
            )
        return self
