"""The words on how the policy stands, and on its versions, a part of docs/_shared/wording.yml."""

from typing import Annotated

from macros.reading.kinds import Model, Passage, Sentence, Text, Words, with_places


class StatusWords(Model):
    """Whether the governing body has adopted the words, in a box and in one line."""

    not_adopted: Text
    not_adopted_short: Text
    in_force: Annotated[Passage, with_places("label", "approved_by", "adopted", "in_force")]
    in_force_short: Annotated[Passage, with_places("label", "in_force")]
    later: Annotated[Passage, with_places("label", "approved_by", "adopted", "in_force")]
    later_short: Annotated[Passage, with_places("label", "in_force")]
    changed: Annotated[Passage, with_places("label", "approved_by", "adopted")]
    changed_short: Annotated[Passage, with_places("label")]
    applies: Annotated[Sentence, with_places("link")]
    nothing_applies: Text
    review: Annotated[Passage, with_places("review")]
    asked: Annotated[Passage, with_places("link")]
    next: Annotated[Sentence, with_places("link", "in_force")]
    begun: Annotated[Passage, with_places("label", "in_force")]
    overdue: Annotated[Passage, with_places("review")]
    fingerprint: Annotated[Sentence, with_places("fingerprint")]


class VersionWords(Model):
    """Words of pages about versions. '{{ link }}' leads to a version's page. title, description: of that page."""

    title: Annotated[Sentence, with_places("label")]
    description: Annotated[Sentence, with_places("label")]
    name: Annotated[Sentence, with_places("label")]
    inside: Annotated[Sentence, with_places("label")]
    current: Annotated[Sentence, with_places("in_force")]
    later: Annotated[Sentence, with_places("in_force")]
    ends: Annotated[Sentence, with_places("until", "link")]
    past: Annotated[Passage, with_places("in_force", "until", "link")]
    never: Annotated[Passage, with_places("in_force", "link")]
    record: Annotated[Sentence, with_places("approved_by", "adopted", "minute", "in_force", "review", "fingerprint")]
    numbers: Words
    numbers_intro: Words
    number_then: Words
    clause_now: Words
    withdrawn: Words
    none: Text
    first: Words
    adopted: Annotated[Sentence, with_places("label", "fingerprint")]
    put_right: Annotated[Passage, with_places("noted", "says")]
    by_hand: Words
    by_hand_file: Annotated[Sentence, with_places("file")]
    by_hand_windows: Words
    by_hand_mac: Words
    by_hand_gives: Words
    review_due: Annotated[Sentence, with_places("label", "review")]
    review_overdue: Annotated[Sentence, with_places("label", "review")]


class PdfWords(Model):
    """Words of the PDF. mark: across each page until the words are adopted. '{{ n }}', '{{ total }}': of its pages."""

    link: Annotated[Sentence, with_places("size")]
    text: Annotated[Sentence, with_places("size")]
    mark: Words
    page: Annotated[Sentence, with_places("n", "total")]
