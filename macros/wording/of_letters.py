"""The words for letters, and on the pages that staff use, a part of docs/_shared/wording.yml."""

from typing import Annotated

from macros.reading.kinds import Model, Passage, Sentence, Text, Words, with_places


class CiteWords(Model):
    """How a letter names the policy and a clause of it. The address stands after each, and not in these words."""

    policy: Words
    not_adopted: Words
    adopted: Annotated[Sentence, with_places("label", "in_force")]
    later: Annotated[Sentence, with_places("label", "in_force")]
    changed: Annotated[Sentence, with_places("label")]
    proposed: Words
    name: Annotated[Sentence, with_places("number", "title")]
    citation: Annotated[Sentence, with_places("school", "policy", "status", "number", "title")]
    please_follow: Annotated[Sentence, with_places("policy", "status", "number", "title")]
    please_see: Annotated[Sentence, with_places("policy", "status", "number", "title")]
    said: Annotated[Sentence, with_places("policy", "status", "number", "text")]


class StaffWords(Model):
    """Words of the pages that staff use: what to copy, letters, the poster. '{{ title }}' stands for a page's title."""

    link: Words
    citation: Words
    sentence: Words
    said: Words
    since: Annotated[Sentence, with_places("in_force")]
    between: Annotated[Sentence, with_places("in_force", "until")]
    later: Annotated[Sentence, with_places("in_force")]
    other_days: Words
    choose: Words
    choose_clause: Words
    choose_day: Words
    none_then: Words
    dated_link: Words
    no_dated_link: Words
    not_begun: Annotated[Passage, with_places("in_force")]
    waits: Text
    differs: Text
    no_address: Words
    copy_button: Words
    copied: Words
    selected: Words
    letter: Words
    cited: Annotated[Sentence, with_places("policy", "status")]
    qr: Annotated[Sentence, with_places("title")]
    poster_questions: Words
    poster_examples: Words
