"""What holds only once a version of the policy has been adopted."""

from collections.abc import Iterator

from macros.adopted.frozen import sha256
from macros.reading.braces import find
from macros.shared.pages import POLICY, address
from macros.site import Site
from tests.looks import of_page, of_site, page_of
from tests.site import Built, Html


@of_page(("staff/index.html", '<meta name="referrer"', '<meta name="robots" content="noindex"><meta name="referrer"'))
def search_engines_are_asked_not_to_list_a_proposal(site: Built, html: Html) -> Iterator[str]:
    asked = [meta.get("content") for meta in html.all(".//meta[@name='robots']")]
    page = page_of(site, html)
    policy = page is not None and (page.path == POLICY or page.clause_id in site.content.policy.clauses)
    proposed = not site.content.versions or (site.content.standing.stage == "changed" and policy)
    if asked != (["noindex"] if proposed else []):
        yield str(asked)


@of_site(("letters/last-word/index.html", "data-words=", "data-said="))
def a_letter_that_needs_a_version_has_one(site: Built) -> Iterator[str]:
    for path, page in site.content.pages.items():
        if getattr(page.record, "needs_adoption", False):
            html = site.html(address(path))
            content, calls = site.content, find(page.text, page.name)
            applies = content.standing.applies
            as_adopted = applies and applies.letters.get(path) == sha256(page.text)
            other = [call.key for call in calls if call.macro == "see" and words_that_wait(content, call.key)]
            if bool(html.all(".//*[@data-words]")) != (bool(content.standing.applies) and (as_adopted or not other)):
                yield path


def words_that_wait(content: Site, id: str) -> bool:
    """Whether a clause says something else than the version in force, or is not in it."""
    applies = content.standing.applies
    return bool(applies) and applies.says(id) != content.snapshot.says(id)
