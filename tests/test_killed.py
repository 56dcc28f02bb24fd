"""Whatever ends a command, at whatever moment: the old thing stands in its place, whole, or the new one; the next command clears up.

make test-long ends more of them.
"""

import os
import random
import shutil
from pathlib import Path

import pytest

from macros.reading.mistakes import Mistakes
from macros.running import place
from tests import projects
from tests.killing import (
    NEW,
    OLD,
    PAGES,
    PROCESSES,
    PUTS,
    WORDS,
    after_each_step,
    build_site,
    comes_to_its_end,
    digest,
    prepare,
    put_folder,
    standing,
    steps,
    write_files,
)

KILLS = 100 if os.environ.get("LONG") else 20
AT_ONCE = 4


@pytest.mark.parametrize("in_one_step", [True, False], ids=["in one step", "step by step"])
@pytest.mark.parametrize("name", PUTS)
def test_killed_after_any_step_the_old_one_stands_or_the_new_one(name: str, in_one_step: bool, tmp_path: Path) -> None:
    put = PUTS[name]
    seen = [*after_each_step(put, tmp_path, in_one_step=in_one_step)]
    assert all(cleared in put.whole for _, cleared in seen)
    assert (seen[0][1], seen[-1][1]) == put.whole
    if in_one_step and put.job is not write_files:
        assert all(at_once in put.whole for at_once, _ in seen)


def test_what_somebody_changed_after_a_command_was_killed_is_left_alone(tmp_path: Path) -> None:
    prepare(tmp_path, WORDS)
    most = 0
    while NEW not in standing(tmp_path).values():
        assert not comes_to_its_end(write_files, tmp_path, most := most + 1)
    changed = next(name for name, words in standing(tmp_path).items() if words == NEW)
    (tmp_path / changed).write_text("later")
    place.clear(tmp_path)
    assert standing(tmp_path) == dict.fromkeys(WORDS, OLD) | {changed: "later"}


def test_killed_while_the_site_is_built_a_whole_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODAY", projects.TODAY.isoformat())
    project = projects.school(tmp_path / "project")
    site = project / "site"
    build_site(project)
    old = digest(site)
    projects.edit(project, "docs/about/privacy.md", "They go when you shut the page.", "They go when you shut it.")
    shutil.copytree(site, kept := tmp_path / "kept")
    last = steps(build_site, project, tmp_path / "count")
    new = digest(site)
    assert old != new
    seen = set()
    chance = random.Random(19)  # noqa: S311 - the same ones each time
    for n in range(KILLS):
        shutil.rmtree(site)
        shutil.copytree(kept, site)
        late = n % 2  # half of them where it is put in place
        assert not comes_to_its_end(build_site, project, chance.randrange(last - 400 if late else 0, last - 5))
        seen.add(digest(site))
        assert len([*project.glob(".site-*")]) <= 1
    assert seen == {old, new}
    build_site(project)
    assert digest(site) == new
    assert not [*project.glob(".site-*")]


def test_run_twice_at_once_a_whole_one_stands(tmp_path: Path) -> None:
    children = [PROCESSES.Process(target=put_folder, args=(tmp_path,)) for _ in range(AT_ONCE)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0] * AT_ONCE
    assert standing(tmp_path) == dict.fromkeys(PAGES, NEW)
    assert not [*tmp_path.glob(".*")]


@pytest.mark.parametrize("kind", ["a file", "a link", "a link to nothing"])
def test_what_is_no_folder_of_ours_is_not_replaced(kind: str, tmp_path: Path) -> None:
    (tmp_path / "else").mkdir()
    if kind == "a file":
        (tmp_path / "site").write_text(OLD)
    else:
        (tmp_path / "site").symlink_to("else" if kind == "a link" else "nowhere")
    with pytest.raises(
        Mistakes, match=f"site: {kind.split(' to', maxsplit=1)[0]} stands where the new one has to go; move it away"
    ):
        put_folder(tmp_path)
    assert not [*tmp_path.glob(".*"), *(tmp_path / "else").iterdir()]


def test_what_no_command_made_is_left_where_it_is(tmp_path: Path) -> None:
    (tmp_path / ".site-backup").mkdir()
    (tmp_path / ".site-backup/index.html").write_text(OLD)
    (tmp_path / f"{place.PREFIX}notes").write_text(OLD)
    (tmp_path / f"{place.PREFIX}link").symlink_to(".site-backup")
    os.mkfifo(tmp_path / f"{place.PREFIX}pipe")
    before = sorted(tmp_path.rglob("*"))
    place.clear(tmp_path)
    assert sorted(tmp_path.rglob("*")) == before
