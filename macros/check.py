"""Checks the words and data without building, and lists what is still to fill in: python -m macros.check"""

import sys
from collections.abc import Iterator
from typing import get_args

from macros import load_checked, proposed_changes
from macros.adopt import REASONS
from macros.build import ROOT
from macros.changes import missing_reasons
from macros.mistakes import Mistakes
from macros.permanence import against_history
from macros.routes import RoleKey
from macros.school import School

OPTIONAL = {  # and where each shows, once it is known
    "complaints_procedure": "a link to it on 'Raise a concern'",
    "site_address": "lasting links and citations in full on 'For staff' and in letters, QR codes, previews, the sitemap",
    "lado": "where to report somebody who works with children, on 'Raise a concern'",
}


def to_fill_in(school: School) -> Iterator[str]:
    """One line for each fact that the school has not given yet, and where it would show."""
    for role in get_args(RoleKey):
        if not (getattr(school, role).phone or getattr(school, role).email):
            yield f"{role}: phone or email, wherever a page says who to talk to"
    for field, shows in OPTIONAL.items():
        if getattr(school, field) is None:
            yield f"{field}: {shows}"


def main() -> int:
    try:
        content, _ = load_checked(ROOT)
    except Mistakes as mistakes:
        print(mistakes, file=sys.stderr)
        return 1
    print(
        f"{len(content.policy.clauses)} clauses, {len(content.pages)} pages, {len(content.check.scenarios)} scenarios: nothing wrong."
    )
    base, lost = against_history(ROOT)
    if lost:
        print("\n".join(map(str, lost)), file=sys.stderr)
        return 1
    print(f"Compared with {base}: no published clause was lost." if base else "No git history here to compare with.")
    changes = proposed_changes(content)
    if changes and (wrong := missing_reasons(changes, content.changes.changes)):
        print("\n".join(f"{REASONS}: {text}" for _, text in wrong), file=sys.stderr)
        return 1
    bare = [id for id, clause in content.policy.clauses.items() if not content.pages[clause.path].record.entries.means]
    if bare:
        print(f"\nClauses whose page does not say yet what they mean (means: in docs/policy/): {', '.join(bare)}")
    missing = list(to_fill_in(content.school))
    if missing:
        print("\nStill to fill in before launch, in docs/_shared/school.yml (the site is true without it):")
        print("\n".join(f"  {line}" for line in missing))
    return 0


if __name__ == "__main__":
    sys.exit(main())
