"""Whatever befalls a command ends it in one line, or without a word where somebody stopped it; nothing half-done stays."""

import errno
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from macros.checks.load import load
from macros.commands import serve
from macros.commands.adopt import adopt
from macros.commands.clauses import add
from macros.commands.site import build
from macros.reading.mistakes import Mistakes
from macros.running.boundary import at_work, run
from tests.projects import DAY, FIRST, bare, edit
from tests.test_build import fingerprints

POLICY_ON_PAGES = "Content-Security-Policy"
LUCK = {  # what is raised, and the line that comes of it
    "no room": (
        OSError(errno.ENOSPC, "No space left", "/x/site"),
        "/x/site: this cannot be read or written (No space left); make room on the disk, and run it again",
    ),
    "no right": (
        PermissionError(errno.EACCES, "Denied", "/dev/null"),
        "/dev/null: this cannot be read or written (Denied); get the right to change it, or a copy of the project that you may change",
    ),
    "no right to a folder": (
        PermissionError(errno.EACCES, "Denied", "/dev/x"),
        "/dev: this cannot be read or written (Denied); get the right to change it, or a copy of the project that you may change",
    ),
    "a loop in words": (
        RecursionError("deep"),
        "docs/x.md: something stands inside itself, or inside others too deeply; write it more simply",
    ),
    "anything": (
        KeyError("x"),
        "docs/x.md: something went wrong that nobody foresaw (KeyError: 'x'); run it again with DEBUG=1 in front, and show all that it says to whoever looks after this site",
    ),
}


@pytest.mark.parametrize("name", LUCK)
@pytest.mark.parametrize("debug", ["", "1"])
def test_bad_luck_is_one_line_and_the_traceback_only_on_asking(
    debug: str, name: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    raised, line = LUCK[name]
    monkeypatch.setenv("DEBUG", debug)

    def job() -> None:
        with at_work("docs/x.md"):
            raise raised

    assert run(job) == 1
    said = capfd.readouterr().err
    assert said.endswith(f"{line}\n") and ("Traceback" in said) is bool(debug)
    assert debug or said == f"{line}\n"


def test_whoever_stops_a_command_or_has_read_enough_is_told_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    def stop() -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    def interrupt() -> None:
        raise KeyboardInterrupt

    assert (run(interrupt), run(stop)) == (130, 143)
    assert "".join(capfd.readouterr()) == ""
    code = "import sys; from macros.running.boundary import run; sys.exit(run(lambda: print('x' * 10**6)))"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as job:
        job.stdout.close()
        assert job.stderr.read() == ""
    assert job.returncode == 1


def test_a_build_that_finds_no_room_or_is_stopped_leaves_the_last_good_site_and_nothing_else(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "site").mkdir()
    (project / "site/index.html").write_text("good")
    for luck, code in ((OSError(errno.ENOSPC, "No space left"), 1), (KeyboardInterrupt(143), 143)):
        with monkeypatch.context() as patch:

            def write(*_: object, luck: BaseException = luck) -> int:
                raise luck

            patch.setattr(Path, "write_bytes", write)
            assert build(project, project / "site") == code
        assert (project / "site/index.html").read_text() == "good" and not list(project.glob(".site*"))
    assert capfd.readouterr().err.count("\n") == 1


def test_a_folder_that_cannot_be_written_in_is_named(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied", str(project / ".site-x"))

    monkeypatch.setattr(tempfile, "mkdtemp", refused)
    assert build(project, project / "site") == 1
    assert capfd.readouterr().err.startswith("this folder: this cannot be read or written (Permission denied); ")


def test_a_clause_that_cannot_be_written_whole_is_not_written_at_all(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, write = fingerprints(project), Path.write_bytes

    def refused(file: Path, data: bytes) -> int:
        if file.name == "quarrels.md":
            raise OSError(errno.ENOSPC, "No space left", str(file))
        return write(file, data)

    monkeypatch.setattr(Path, "write_bytes", refused)
    with pytest.raises(OSError, match="No space left"):
        add(project, "quarrels", "grumbles", "Old quarrels", "Bringing up an old quarrel again.", DAY)
    assert fingerprints(project) == before


@pytest.mark.parametrize("sign", ["🌳", "董"])
def test_what_the_pdf_cannot_show_is_neither_adopted_nor_added(sign: str, tmp_path: Path) -> None:
    project = bare(tmp_path / "school")
    before = fingerprints(project)
    for field in ("approved_by", "minute"):
        with pytest.raises(Mistakes, match=rf"^adopt: {field}: the PDF's font has no sign for '{sign}'; take it out$"):
            adopt(project, FIRST | {field: f"the board {sign}"}, DAY)
    with pytest.raises(Mistakes, match=rf"^docs/policy/index.md:\d+: the PDF's font has no sign for '{sign}'"):
        add(project, "quarrels", "grumbles", "Old quarrels", f"Bringing up {sign} again.", DAY)
    assert fingerprints(project) == before


ENVIRONMENT = {  # a bad value, and the line that it gives
    (
        "SOURCE_DATE_EPOCH",
        "abc",
    ): "SOURCE_DATE_EPOCH: 'abc' is no moment; give it as seconds since 1970, or leave it out",
    (
        "SOURCE_DATE_EPOCH",
        "9" * 11,
    ): "SOURCE_DATE_EPOCH: '99999999999' is no moment; give it as seconds since 1970, or leave it out",
    ("TODAY", "soon"): "TODAY: 'soon' is not a day; write it as 2027-03-01",
    ("SCHOOL", "no.yml"): "SCHOOL: there is no file 'no.yml'; name one that is there, or leave it out",
    ("BASE", "--x"): "BASE: git knows no branch or commit called '--x'; fetch it, or leave it out",
}


@pytest.mark.parametrize("given", ENVIRONMENT, ids="=".join)
def test_a_bad_value_in_the_environment_is_one_line(given: tuple[str, str], project: Path) -> None:
    settings = dict([given])
    command = [sys.executable, "-m", "macros.commands.check"]
    ended = subprocess.run(command, cwd=project, env=os.environ | settings, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", f"{ENVIRONMENT[given]}\n")


def test_nothing_in_the_environment_leaves_the_security_policy_out(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SERVING", "serving", "GIT_DIR", "MKDOCS_EXTRA"):
        monkeypatch.setenv(name, "true")
    assert build(project, project / "site") == 0
    pages = list((project / "site").rglob("*.html"))
    assert pages and all(POLICY_ON_PAGES in page.read_text("utf-8") for page in pages)
    assert load(project).root == project and os.environ["GIT_DIR"] == "true"


def test_while_serving_what_is_wrong_is_told_and_the_last_good_pages_stay(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    served, page = serve.server(project, tmp_path / "served/site", 8000), tmp_path / "served/site/index.html"
    try:
        good = page.read_text("utf-8")
        assert POLICY_ON_PAGES not in good and (page.parent / "policy.pdf").is_file()
        edit(project, "overrides/main.html", "<head>", "<head>{{ chek.x }}")
        served.builder()
        said = capfd.readouterr().err
        assert said.startswith("overrides/main.html:") and said.count("\n") == 1
        assert page.read_text("utf-8") == good
        edit(project, "overrides/main.html", "{{ chek.x }}", '<meta name="new">')
        served.builder()
        assert page.read_text("utf-8") == good.replace("<head>", '<head><meta name="new">')
    finally:
        served.server_close()
