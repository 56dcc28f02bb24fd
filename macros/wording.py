"""The words around the pages, and notes beside clauses: docs/_shared/wording.yml and notes.yml."""

from macros.strict_yaml import Entries, Model, Words


class Frame(Model):
    """Words that stand on every page."""

    skip: Words
    home: Words
    places: Words
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

    talk_to: Words
    phone: Words
    email: Words
    ask: Words


class Procedure(Model):
    """Where to get the complaints procedure: published at '{address}', or on asking."""

    published: Words
    ask: Words


class LadoWords(Model):
    """Where the local authority designated officer is reached: known at '{address}', or not."""

    known: Words
    ask: Words


class ClauseWords(Model):
    """Words around a clause. '{number}' stands for its number, '{section}' for its section's title."""

    number: Words
    reference: Words
    whole: Words
    previous: Words
    next: Words
    note: Words
    status_short: Words
    status: Words


class DefinitionWords(Model):
    """Words on the page of definitions."""

    by_clause: Words
    by_guidance: Words
    used_in: Words
    used_nowhere: Words


class SourceWords(Model):
    """'{title}' stands for the source's name, '{checked}' for the month."""

    source: Words
    months: tuple[Words, ...]


class Wording(Model):
    """Everything in wording.yml."""

    frame: Frame
    help_now: HelpNow
    not_found: NotFound
    contact: Contact
    procedure: Procedure
    lado: LadoWords
    clause: ClauseWords
    definitions: DefinitionWords
    sources: SourceWords


class Notes(Model):
    """notes: clause id to a note beside that clause, in Markdown. A note is guidance, never policy."""

    notes: Entries[str, Words]
