"""The words around the pages, and notes beside clauses: docs/_shared/wording.yml and notes.yml."""

from typing import Annotated

from pydantic import Field

from macros.kinds import Entries, Model, Text, Words, with_places


class Frame(Model):
    """Words that stand on every page."""

    skip: Words
    home: Words
    places: Words
    about: Words
    you_are_here: Words
    contents: Words
    guidance: Words
    hint: Words
    separator: Words


class HelpNow(Model):
    """The line about a child in danger. `number` is what a phone dials."""

    question: Words
    call: Words
    number: Words
    more: Words


class NotFound(Model):
    """The page for an address that does not exist."""

    title: Words
    lead: Words
    places: Words


class Contact(Model):
    """Ways to reach somebody. `ask` is true even when the school has given no contact at all."""

    talk_to: Annotated[Words, with_places("who")]
    phone: Annotated[Words, with_places("phone")]
    email: Annotated[Words, with_places("email")]
    through: Annotated[Words, with_places("office", "ways")]
    ask: Annotated[Words, with_places("office")]


class Procedure(Model):
    """Where to get the complaints procedure: published at '{address}', or on asking."""

    published: Annotated[Text, with_places("address")]
    ask: Text


class LadoWords(Model):
    """Where the local authority designated officer is reached: known at '{address}', or not."""

    known: Annotated[Words, with_places("address")]
    ask: Words


class ClauseWords(Model):
    """Words around a clause. '{number}' stands for its number, '{section}' for its section's title."""

    number: Annotated[Words, with_places("number")]
    reference: Annotated[Words, with_places("number")]
    whole: Annotated[Words, with_places("section")]
    previous: Words
    next: Words
    note: Words
    means: Words
    not_fine: Words
    fine: Words
    instead: Words
    talk_to: Words
    about: Words
    terms: Annotated[Words, with_places("terms")]
    referrers: Annotated[Words, with_places("pages")]
    added: Annotated[Words, with_places("date")]
    cite: Words
    address: Words
    status_short: Text
    status: Text


class WithdrawnWords(Model):
    """Words about a clause that was withdrawn on '{date}'; '{link}' leads to what to see now."""

    when: Annotated[Words, with_places("date")]
    now_see: Annotated[Words, with_places("link")]
    last_words: Annotated[Words, with_places("number")]
    all: Words
    row: Annotated[Words, with_places("date", "link")]
    description: Annotated[Words, with_places("title", "date")]


class CiteWords(Model):
    """How a letter names the policy and a clause of it. The address stands after each, and not in these words."""

    policy: Words
    status: Words
    name: Annotated[Words, with_places("number", "title")]
    citation: Annotated[Words, with_places("school", "policy", "status", "number", "title")]
    please_follow: Annotated[Words, with_places("policy", "status", "number", "title")]
    please_see: Annotated[Words, with_places("policy", "status", "number", "title")]


class StaffWords(Model):
    """Words of the pages that staff use: what to copy, letters, the poster. '{title}' stands for a page's title."""

    link: Words
    citation: Words
    sentence: Words
    no_dated_link: Words
    no_address: Words
    copy_button: Words
    copied: Words
    selected: Words
    letter: Words
    cited: Annotated[Words, with_places("policy", "status")]
    qr: Annotated[Words, with_places("title")]
    poster_questions: Words
    poster_examples: Words


class DefinitionWords(Model):
    """Words on the page of definitions."""

    by_clause: Annotated[Words, with_places("clause")]
    by_guidance: Words
    used_in: Annotated[Words, with_places("clauses")]
    used_nowhere: Words


class SourceWords(Model):
    """'{title}' stands for the source's name, '{checked}' for the month."""

    source: Annotated[Words, with_places("title", "checked")]
    months: Annotated[tuple[Words, ...], Field(min_length=12, max_length=12)]


class Wording(Model):
    """Everything in wording.yml."""

    frame: Frame
    help_now: HelpNow
    not_found: NotFound
    contact: Contact
    procedure: Procedure
    lado: LadoWords
    clause: ClauseWords
    withdrawn: WithdrawnWords
    cite: CiteWords
    staff: StaffWords
    definitions: DefinitionWords
    sources: SourceWords


class Notes(Model):
    """notes: clause id to a note beside that clause, in Markdown. A note is guidance, never policy."""

    notes: Entries[str, Text]
