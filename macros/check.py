"""Checks the words and data without building, and lists what is still to fill in: python -m macros.check"""

import sys
from collections.abc import Iterator

from macros import load_checked
from macros.build import ROOT
from macros.mistakes import Mistakes
from macros.school import School

WHAT_IT_CHANGES = {
    "site_address": "lasting links in full, and the pages' addresses for search engines",
    "complaints_procedure": "a link to the procedure on 'Raise a concern', where now it says to ask for it on paper",
    "lado": "the address on the card 'A child's safety', where now it points to the council's website",
}
CONTACTS = ("office", "headteacher", "chair", "clerk", "class_teacher")


def to_fill_in(school: School) -> Iterator[str]:
    """One line for each fact that the school has not given yet, and what it would change."""
    for role in CONTACTS:
        if not (getattr(school, role).phone or getattr(school, role).email):
            yield f"{role}: phone or email; shown wherever a page says who to talk to, in place of 'Ask at the school office how to reach them'"
    for field, change in WHAT_IT_CHANGES.items():
        if getattr(school, field) is None:
            yield f"{field}: {change}"


def main() -> int:
    try:
        content, _ = load_checked(ROOT)
    except Mistakes as mistakes:
        print(mistakes, file=sys.stderr)
        return 1
    print(
        f"{len(content.policy.clauses)} clauses, {len(content.pages)} pages, {len(content.check.scenarios)} scenarios: nothing wrong."
    )
    missing = list(to_fill_in(content.school))
    if missing:
        print("\nStill to fill in before launch, in docs/_shared/school.yml (the site is true without it):")
        print("\n".join(f"  {line}" for line in missing))
    return 0


if __name__ == "__main__":
    sys.exit(main())
