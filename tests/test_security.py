"""What a browser may do with the pages, and whom to tell of a weakness in them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.build import build
from tests.adopted import edit
from tests.conftest import headers
from tests.site import ADDRESSES, Site

CONTACT = ".well-known/security.txt"


def directives(policy: str) -> set[str]:
    return set(policy.split("; "))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_asks_for_no_more_than_the_server_is_told_to_allow(address: str, site: Site) -> None:
    html = site.html(address)
    assert html.root.find(".//meta[@name='referrer']").get("content") == "no-referrer"
    meta = html.root.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    header = dict(headers(site.folder))["Content-Security-Policy"]
    assert "default-src 'none'" in directives(meta)
    assert directives(meta) <= directives(header)
    assert directives(header) - directives(meta) <= {"script-src 'self'", "frame-ancestors 'self'"}


def test_the_server_is_asked_for_what_a_page_cannot_say_itself(site: Site) -> None:
    asked = dict(headers(site.folder))
    assert asked["X-Content-Type-Options"] == "nosniff" and asked["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors" in asked["Content-Security-Policy"] and asked["Permissions-Policy"]
    assert (site.folder / "_headers").read_text().endswith("/policy.json\n  Access-Control-Allow-Origin: *\n")


def test_what_is_against_the_policy_is_noticed(browser: Browser, site: Site, blocked: list[str]) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(site.url)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'let x'}))")
    context.close()
    assert blocked and all("script-src" in said for said in blocked)
    blocked.clear()


def test_nobody_is_named_for_weaknesses_unless_the_school_names_somebody(site: Site) -> None:
    assert not (site.folder / CONTACT).exists()


@pytest.mark.parametrize("day", ["2027-03-01", "2027-11-02"], ids=["until it expires", "and not afterwards"])
def test_whom_to_tell_of_a_weakness(day: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODAY", day)
    edit(project, "docs/_shared/school.yml", "# security:", "security:")
    assert build(project, project / "site") == 0
    file = project / "site" / CONTACT
    assert file.exists() == (day < "2027-11-01")
    if file.exists():
        said = file.read_text().splitlines()
        assert said[:2] == ["Contact: mailto:office@example.org", "Expires: 2027-11-01T00:00:00.000Z"]
