"""What to do when something is happening now: docs/_shared/now.yml."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.calls import Keyed
from macros.kinds import Entries, Model, Sentence, Text, Words, with_places
from macros.mistakes import Mistake
from macros.school import Address, Phone, dialled
from macros.strict_yaml import Document

EMERGENCY = "emergency"  # the helpline that the line at the top of every page calls


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
    """Something that may be happening; its key is a lasting anchor. first: what matters most. helplines: keys, in order."""

    title: Words
    first: Words
    say: Text
    helplines: Annotated[tuple[str, ...], Field(min_length=1)]


class Bar(Model):
    """The line at the top of every page: a question, the call, and the way to the page about what to do."""

    question: Words
    call: Words
    more: Words


class Now(Model):
    """lead: above the situations. without_words: how to call without speaking. line: for other pages; '{link}' leads to this one. after: what to do once it is over."""

    bar: Bar
    helplines: Entries[str, Helpline]
    lead: Words
    without_words: Text
    situations: Annotated[Entries[str, Situation], Field(min_length=1)]
    line: Annotated[Sentence, with_places("link")]
    after: Text

    @model_validator(mode="after")
    def emergency_is_there(self) -> Self:
        if EMERGENCY not in self.helplines or not self.helplines[EMERGENCY].phone:
            raise ValueError(f"helplines: '{EMERGENCY}' with a phone is missing; the top of every page calls it")
        return self


def check(document: Document[Now], sources: Entries[str, object]) -> list[Mistake]:
    """Helplines and sources that are named and not there."""
    mistakes = []
    helplines = Keyed("helpline", document.name, document.entries.helplines)
    known = Keyed("source", "docs/_shared/sources.yml", sources)
    for key, situation in document.entries.situations.items():
        for n, name in enumerate(situation.helplines):
            if name not in document.entries.helplines:
                place = ("situations", key, "helplines", n)
                mistakes.append(document.mistake(f"situations.{key}.helplines: {helplines.unknown(name)}", *place))
    for key, helpline in document.entries.helplines.items():
        if helpline.source not in sources:
            place = ("helplines", key, "source")
            mistakes.append(document.mistake(f"{'.'.join(place)}: {known.unknown(helpline.source)}", *place))
    return mistakes
