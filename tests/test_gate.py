"""What goes in wrongly is told in one line, and what comes out is read: the handed cases one by one, and each kind by rule."""

from pathlib import Path

import pytest

from tests import gate, wide


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the frozen school, good again after each case, with the last good site in it."""
    return gate.school(tmp_path_factory.mktemp("gate"))


HANDED = [(kind, name) for kind, cases in gate.CASES.items() for name in cases]


@pytest.mark.parametrize("kind, name", HANDED, ids=map(": ".join, HANDED))
def test_one_line_says_what_is_wrong_and_the_last_good_site_stays(kind: str, name: str, project: Path) -> None:
    assert gate.outcome(project, gate.CASES[kind][name]) == "well told"


@pytest.mark.parametrize("rule", wide.TOGETHER)
def test_every_one_of_many_things_wrong_at_once_is_told_with_its_file_and_line(rule: str, project: Path) -> None:
    batches = wide.TOGETHER[rule](project)
    assert sum(map(len, batches)) > 2
    short = [short for batch in batches for short in gate.untold(project, batch)]
    assert not short, "\n".join(short)


@pytest.mark.parametrize("rule", wide.ONE_BY_ONE)
def test_each_by_itself_is_told_or_changes_nothing(rule: str, project: Path) -> None:
    cases = wide.ONE_BY_ONE[rule](project)
    ended = {name: gate.outcome(project, case) for name, case in cases.items()}
    short = [f"{name}: {said}" for name, said in ended.items() if said != "well told"]
    assert not short, "\n".join(short)


def test_what_is_told_well_is_told_apart_from_what_is_not(project: Path) -> None:
    """The judge itself has been seen to fail."""
    case = {"file": "docs/index.md", "says": "U\\+200B"}
    good = gate.Ended(1, "docs/index.md:3: a sign (U+200B) stands here; take it out\n", kept=True)
    assert gate.judged(project, case, [(2, 4)], good) == "well told"
    for code, said, kept in (
        (0, good.said, True),
        (None, good.said, True),
        (1, good.said, False),
        (1, good.said * 2, True),
        (1, good.said.replace("200B", "200C"), True),
        (1, good.said.replace(":3:", ":5:"), True),
        (1, good.said.replace("index", "staff"), True),
        (1, good.said.replace(";", ","), True),
        (1, f"Traceback (most recent call last):\n{good.said}", True),
    ):
        assert gate.judged(project, case, [(2, 4)], gate.Ended(code, said, kept)) != "well told"
