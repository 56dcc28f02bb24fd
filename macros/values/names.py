"""Keys, titles, what somebody is called, and numbers that have a least and a most."""

import re
import textwrap
from typing import Annotated

from pydantic import Field

from macros.reading.kinds import Words, at_most, refusing, written_like

LONGEST_TITLE = 60  # characters; a longer one is cut short in a message's preview and in search results
LONGEST_LINE, MOST_LINES = 30, 2  # characters of a line in a picture, and lines in a box of it; more would leave it
LARGEST = 1_000  # number of anything here
OLDEST, OLDEST_OF_A_SERVICE = 25, 99  # years that a rule asks for, and what anybody may ask for
ARTICLE = re.compile(r"(the|an?)\b\W*", re.IGNORECASE)
BEFORE = re.compile(r"(the|an?|our|your|my|his|her|their|this)\s+(?=\S)", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def wrong_title(title: str, most: int = LONGEST_TITLE) -> str | None:
    """What to say of a title that says nothing, or too much. most: characters of it."""
    named = ARTICLE.sub("", title.strip(), count=1)
    if len(title) > most:
        return f"has {len(title)} characters; {most} is the most"
    return None if any(map(str.isalnum, named)) else f"is '{title}', which has nothing in it; write what it is about"


def _wrong_called(words: str) -> str | None:
    """What to say of words that bring their article with them, where an article stands in front already."""
    if not (found := BEFORE.match(words.strip())):
        return None
    return f"has '{found[1]}' in front, and would be shown as 'the {words}'; write it without '{found[1]}'"


def _wrong_ages(words: str) -> str | None:
    """What to say of ages that nobody asks for; a year may stand beside them."""
    far = [
        number
        for number in re.findall(r"\d+", words)
        if not YEAR.fullmatch(number) and int(number) > OLDEST_OF_A_SERVICE
    ]
    return f"says {far[0]}; an age here is a number of 0 to {OLDEST_OF_A_SERVICE}" if far else None


def _wrong_stage(words: str) -> str | None:
    """What to say of a stage that leaves its box in the picture."""
    lines = textwrap.wrap(words, LONGEST_LINE, expand_tabs=False, replace_whitespace=False)
    if len(lines) <= MOST_LINES and max(map(len, words.split()), default=0) <= LONGEST_LINE:
        return None
    says = f"has {len(words)} characters, {len(lines)} lines in the picture"
    return f"{says}; two lines of {LONGEST_LINE} characters are the most, so write it shorter"


Key = Annotated[
    str,
    at_most(LONGEST_TITLE),
    written_like(r"[a-z0-9]+(-[a-z0-9]+)*", "small letters, digits and hyphens, as in self-harm"),
]
Title = Annotated[Words, refusing(wrong_title)]
Called = Annotated[Words, at_most(LONGEST_TITLE), refusing(_wrong_called)]  # words that stand after an article
Ages = Annotated[Words, refusing(_wrong_ages)]
Stage = Annotated[Words, refusing(_wrong_stage)]
Count = Annotated[int, Field(ge=0, le=LARGEST)]
