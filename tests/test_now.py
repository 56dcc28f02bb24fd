"""What to do now: a phone can dial every number, and a letter of warning is not to be had before its time."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.checks.load import load
from macros.language.readability import SLOW_AIM, too_hard_for_slow_readers
from macros.reading.mistakes import Mistakes
from macros.values.phones import Phone, dialled
from tests import projects
from tests.projects import TODAY, edit
from tests.site import built

DIALS = TypeAdapter(Phone)
NOW = "docs/_shared/now.yml"


@pytest.mark.parametrize(
    "number", ["999", "112", "101", "111", "116 123", "0800 1111", "0808 800 5000", "01632 960001", "+44 1632 960001"]
)
def test_a_number_that_a_phone_can_dial_is_taken(number: str) -> None:
    assert dialled(DIALS.validate_python(number)) == f"tel:{number.replace(' ', '')}"


@pytest.mark.parametrize(
    "number",
    ["99", "9999", "nine nine nine", "999 or 112", "0800", "116 1", "1632 960001", "01632 96000 1234", "+", ""],
)
def test_a_number_that_no_phone_can_dial_is_refused(number: str) -> None:
    with pytest.raises(ValidationError, match="a number that a phone can dial"):
        DIALS.validate_python(number)


@pytest.mark.parametrize(
    "before, after, says",
    [
        (
            "helplines: [emergency, later, picture-desk]",
            "helplines: [emergency, sooner]",
            "no helpline is called 'sooner'",
        ),
        (
            'phone: "01632 960 111", source: fair-letter',
            'phone: "01632 960 111", source: rumour-mill',
            "no source is called 'rumour-mill'",
        ),
        (
            'phone: "101", source',
            'phone: "101", address: "https://later.example", source',
            "either 'phone: …' or 'address: …'",
        ),
        ("  emergency: {name", "  urgent: {name", "'emergency' with the phone 999 is missing"),
    ],
)
def test_one_line_says_what_is_wrong_with_it(before: str, after: str, says: str, project: Path) -> None:
    edit(project, NOW, before, after)
    with pytest.raises(Mistakes) as refused:
        load(project)
    assert says in str(refused.value.mistakes[0]) and str(refused.value.mistakes[0]).startswith(NOW)


@pytest.mark.parametrize(
    "before, after, says",
    [
        ("  child-safety:\n", "  at-risk:\n", "'child-safety' is missing"),
        ("      {{ what_to_do() }}\n", "      Ring.\n", "does not say what to do now"),
        ("routes:\n", "routes:\n  lost: {about: Lost things, say: Ask.}\n", "'child-safety' is not the first"),
    ],
)
def test_a_childs_safety_comes_first(before: str, after: str, says: str, project: Path) -> None:
    edit(project, "docs/_shared/routes.yml", before, after)
    with pytest.raises(Mistakes, match=says):
        load(project)


def test_what_is_said_for_slow_readers_is_easy_to_read(project: Path) -> None:
    hard = "Notwithstanding considerations necessitating deliberation, communicate."
    edit(project, NOW, "Put the name of the network on a slip of paper.", hard)
    edit(project, "docs/policy/is-it-yours.md", "plain: Is this your own story, and is it so?", f"plain: {hard}")
    site = load(project)
    found = [str(mistake) for mistake in too_hard_for_slow_readers(site.pages, site.now)]
    assert [line.split(": reads at")[0].split(":")[0] for line in found] == ["docs/policy/is-it-yours.md", NOW]
    assert all(f"and {SLOW_AIM} is the most" in line and line.split(":")[1].isdigit() for line in found)


def test_a_question_of_the_check_needs_plain_words(project: Path) -> None:
    edit(project, "docs/policy/is-it-yours.md", "plain: Is this your own story, and is it so?\n", "")
    with pytest.raises(Mistakes, match=r"docs/policy/is-it-yours.md:\d+: plain: is missing"):
        load(project)


def test_before_a_version_is_adopted_the_letter_is_not_there(tmp_path: Path) -> None:
    site = built(projects.bare(tmp_path), TODAY)
    page = site.html("letters/last-word/")
    assert "This one can only be sent once the rules are in force." in page.source
    assert "You can no longer write on our pages" not in "".join(html.source for html in site.pages())
    assert '<meta name="robots" content="noindex">' in page.source
