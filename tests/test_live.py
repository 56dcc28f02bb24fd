"""What holds of this project's site whatever its words are: every look at every page.

No clause, no sentence, no number and no date of the policy is known here, so no edit of words can turn a test red.
"""

import pytest

from macros.commands.branch import against_history
from macros.reading.project import ROOT
from tests.looks import PAGE_LOOKS, SITE_LOOKS
from tests.site import ADDRESSES, Built


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("look", PAGE_LOOKS)
def test_a_page(look: str, address: str, site: Built) -> None:
    assert list(PAGE_LOOKS[look](site, site.html(address))) == []


@pytest.mark.parametrize("look", SITE_LOOKS)
def test_the_site(look: str, site: Built) -> None:
    assert list(SITE_LOOKS[look](site)) == []


def test_no_published_clause_was_lost() -> None:
    base, mistakes = against_history(ROOT)
    assert mistakes == [], f"compared with {base}"
