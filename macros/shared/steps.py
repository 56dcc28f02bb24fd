"""What happens, step by step, for a picture and for the words beside it: docs/_shared/steps.yml."""

from typing import Annotated

from pydantic import Field

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Model, Text, Words, at_most
from macros.values.names import LONGEST_LINE, MOST_LINES, Key, Title
from macros.values.once import ONCE

COMPLAINT = "complaint"  # the way that a school's own stages take the place of


class Step(Model):
    """picture: one or two short lines for the picture. say: the same in words, in Markdown."""

    picture: Annotated[tuple[Annotated[Words, at_most(LONGEST_LINE)], ...], Field(min_length=1, max_length=MOST_LINES)]
    say: Text


class Way(Model):
    """A way from its first step to its last. title: what a screen reader calls the picture."""

    title: Annotated[Title, ONCE]
    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=8)]


class Steps(Written):
    """ways: key to way."""

    ways: Entries[Key, Way]
