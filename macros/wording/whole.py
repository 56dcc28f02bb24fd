"""The words around the pages: docs/_shared/wording.yml; the larger parts have modules of their own."""

from typing import Annotated

from pydantic import Field

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Model, Passage, Sentence, Text, Words, with_keys, with_places, written_like
from macros.values.names import Key, Title
from macros.values.once import ONCE
from macros.wording import of_letters, of_policy, of_versions

Separator = Annotated[str, written_like(r" ?[-–—·:|/•] ?", 'a dash or a dot, such as " – ", in quotes')]


class Frame(Model):
    """Words that stand on every page. site: what all of them together are called, as a folder."""

    site: Words
    skip: Words
    home: Words
    places: Words
    about: Words
    you_are_here: Words
    contents: Words
    guidance: Words
    hint: Words
    separator: Separator
    as_of: Annotated[Sentence, with_places("day")]
    stale: Text


class NotFound(Model):
    """The page for an address that does not exist."""

    title: Title
    lead: Words
    places: Words


class Contact(Model):
    """Ways to reach somebody. `ask` is true even when the school has given no contact at all."""

    talk_to: Annotated[Sentence, with_places("who")]
    phone: Annotated[Sentence, with_places("phone")]
    email: Annotated[Sentence, with_places("email")]
    through: Annotated[Sentence, with_places("office", "ways")]
    ask: Annotated[Sentence, with_places("office")]
    write: Words
    words: Words


class AgeWords(Model):
    """Heads of the table of services and ages."""

    service: Words
    says: Words


class Procedure(Model):
    """Where to get the complaints procedure: published at '{{ link }}', or on asking."""

    published: Annotated[Passage, with_places("link")]
    ask: Text


class LadoWords(Model):
    """Where the local authority designated officer is reached: known at '{{ address }}', or not."""

    known: Annotated[Passage, with_places("address")]
    ask: Words


class ChildrensServicesWords(Model):
    """How the council's children's services are reached: by phone, at other hours by another one, or unknown."""

    known: Annotated[Passage, with_places("phone")]
    out_of_hours: Annotated[Passage, with_places("out_of_hours")]
    ask: Text


class DefinitionWords(Model):
    """Words on the page of definitions."""

    by_clause: Annotated[Sentence, with_places("clause")]
    by_guidance: Words
    used_in: Annotated[Sentence, with_places("clauses")]
    used_nowhere: Words


class SourceWords(Model):
    """Of the list at a page's foot, and of the numbers that lead there. '{{ checked }}' stands for the month."""

    heading: Words
    number: Annotated[Sentence, with_places("number")]
    checked: Annotated[Sentence, with_places("checked")]
    months: Annotated[tuple[Words, ...], Field(min_length=12, max_length=12), ONCE]


class Wording(Written):
    """Everything in wording.yml."""

    frame: Frame
    not_found: NotFound
    contact: Contact
    ages: AgeWords
    too_young: Annotated[Entries[Key, Words], with_keys("primary", "secondary")]
    trust: Words
    procedure: Procedure
    lado: LadoWords
    childrens_services: ChildrensServicesWords
    still_counts: Text
    another_way: Text
    needs_adoption: Text
    clause: of_policy.ClauseWords
    status: of_versions.StatusWords
    versions: of_versions.VersionWords
    changes: of_policy.ChangesWords
    pdf: of_versions.PdfWords
    withdrawn: of_policy.WithdrawnWords
    cite: of_letters.CiteWords
    staff: of_letters.StaffWords
    definitions: DefinitionWords
    sources: SourceWords
