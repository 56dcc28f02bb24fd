"""Each kind of edit is one line in one file, and every page that uses it follows."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.build import build
from macros.clauses import add
from tests.site import ADDRESSES, NOT_FOUND, Html, text

CHANGES = yaml.safe_load((Path(__file__).parent / "one-change.yml").read_text("utf-8"))


def read(site: Path, address: str) -> str:
    """What the page says, with what stands in its head; for a file, the file."""
    file = site / address / "index.html" if (site / address).is_dir() else site / address
    return text(Html(address, file.read_text("utf-8")).root) if file.suffix == ".html" else file.read_text("utf-8")


@pytest.mark.parametrize("name", CHANGES)
def test_one_line_is_changed_and_every_page_that_uses_it_follows(name: str, project: Path) -> None:
    change = CHANGES[name]
    file = project / change["file"]
    source = file.read_text("utf-8")
    assert source.count(change["replace"]) == 1, "the words stand in this file once"
    assert "\n" not in change["replace"], "one line"
    others = [
        path
        for path in (project / "docs").rglob("*")
        if path.is_file() and path != file and not {"governors", "_versions"} & {*path.parts}  # notes, and frozen records
    ]
    assert not [path for path in others if change["replace"] in path.read_text("utf-8")], "and in no other"
    file.write_text(source.replace(change["replace"], change["by"]), "utf-8")
    site = project / "site"
    assert build(project, site) == 0
    for address in ADDRESSES if change["shows_on"] == "every page" else change["shows_on"]:
        assert change["shows"] in read(site, address), address or "the first page"
    if gone := change.get("gone"):
        assert not [address for address in (*ADDRESSES, NOT_FOUND) if gone in read(site, address)]


def test_a_new_example_is_one_command_and_where_its_tick_leads(project: Path) -> None:
    add(project, "impersonation", "offensive-comments", "Impersonation", "Pretending to be somebody else.", date(2027, 1, 5))
    check = project / "docs/_shared/self-check.yml"
    answer = "    impersonation:\n      leads_to: stop\n      because: It misleads people.\n"
    words = check.read_text("utf-8").replace("  - impersonation\n", "")
    check.write_text(words.replace("    racist-comments:\n", f"{answer}    racist-comments:\n"), "utf-8")
    site = project / "site"
    assert build(project, site) == 0
    for address in ("policy", "policy/impersonation", "before-you-post", "poster"):
        assert "Pretending to be somebody else." in read(site, address)
    assert "Impersonation" in read(site, "search") and "4.10 Impersonation" in read(site, "staff")
    assert '[data-reason="impersonation"]' in read(site, "site.css")
    assert re.search(r"Clause 4\.12\b", read(site, "policy/threats")), "the numbers after it move up"
    assert "Clause 4.12" in read(site, "before-you-post")
