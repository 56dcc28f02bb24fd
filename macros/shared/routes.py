"""Whom to talk to about what: docs/_shared/routes.yml."""

from typing import Annotated, Literal

from macros.reading.entries import Written
from macros.reading.kinds import Entries, Marked, Model, Text, Words, at_most
from macros.values.names import LONGEST_TITLE, Key
from macros.values.once import ONCE

RoleKey = Literal["office", "class_teacher", "headteacher", "chair", "clerk", "safeguarding_lead"]
Step = Literal["first", "next"]
HELP_NOW = "child-safety"  # the route that comes first, since its subject does


class Message(Model):
    """Words to start from, with gaps in square brackets for the writer."""

    subject: Words
    body: Marked


class Route(Model):
    """One card of the page 'Raise a concern'; its key is the card's lasting anchor.

    about: what the parent's worry is about; may name the school's facts, and no other macro.
    who: goes on from "Talk to …", likewise; absent where nobody at the school is the answer.
    contact: the role whose phone and email the card shows.
    step: 'first' for whom to go to first, 'next' for what comes after.
    say: Markdown. message: words for an email or a letter about it.
    """

    about: Annotated[Text, at_most(2 * LONGEST_TITLE), ONCE]  # with facts to fill in
    who: Text | None = None
    contact: RoleKey | None = None
    step: Step = "first"
    say: Text
    message: Message | None = None


class Routes(Written):
    """routes: key to route, in the order of the page."""

    routes: Entries[Key, Route]
