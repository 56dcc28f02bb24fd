"""Thousands of broken inputs, made by rule and by chance: each gives lines that say where and what to do, and never a traceback."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.checks.load import load
from macros.commands.site import build
from macros.outputs import write
from macros.reading.mistakes import Mistakes
from tests import broken, projects
from tests.broken import Broken
from tests.projects import SCHOOL
from tests.site import pages_of

LINE = re.compile(r"(?P<file>[\w./-]+)(:(?P<line>\d+))?: .*(;|\?|should|must have|look at|take out).*")
JARGON = re.compile(r"Traceback|pydantic|Input should|NoneType|<class|jinja2|KeyError|function-after|\bdict\b")
SITE = {"index.html": "the last good site"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the frozen school to break one file of at a time, with the last good site in it."""
    project = projects.school(tmp_path_factory.mktemp("broken"))
    (project / "site").mkdir()
    (project / "site/index.html").write_text(SITE["index.html"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TODAY", projects.TODAY.isoformat())
        yield project


def spoilt(project: Path, case: Broken, look: Callable[[], str | None]) -> str | None:
    """What `look` says while the case's one file is broken; the file is good again afterwards."""
    file = project / case.file
    good = file.read_bytes()
    try:
        if case.text is None:
            file.unlink()
        else:
            file.write_bytes(case.text.encode() if isinstance(case.text, str) else case.text)
        return look()
    finally:
        file.write_bytes(good)


def said(project: Path) -> str | None:
    """The lines that refuse the words as they are; None where nothing is wrong with them."""
    try:
        load(project)
    except Mistakes as mistakes:
        return str(mistakes)
    return None


def falls_short(project: Path, case: Broken, lines: str | None) -> str | None:
    """Why what was said of a broken input does not help an editor; None where it does."""
    if lines is None:
        return "was taken as it is" if case.must else None
    if case.must and case.says not in lines:
        return f"should say '{case.says}', and said: {lines}"
    for line in lines.splitlines():
        match = LINE.fullmatch(line)
        if not match or JARGON.search(line):
            return f"said: {line}"
        name = match["file"]
        if match["line"]:
            text = case.text if name == case.file else (project / name).read_text("utf-8")
            if int(match["line"]) > len(text.splitlines() if isinstance(text, str) else text.split(b"\n")):
                return f"named a line that is not there: {line}"
    return None


SOURCES = {source.file: source for source in broken.sources(SCHOOL)}
RULES = {
    rule.__name__: rule
    for rule in (broken.entries, broken.texts, broken.names, broken.calls, broken.links, broken.files)
}


@pytest.mark.parametrize("rule", RULES)
def test_every_broken_input_is_refused_in_an_editors_words(
    rule: str, project: Path, record_property: Callable[[str, object], None]
) -> None:
    cases = list(RULES[rule](SCHOOL))
    short = []
    for case in cases:
        source = SOURCES.get(case.file) if isinstance(case.text, str) else None
        lines = source and source.mistakes(case.text)  # a hundred times sooner than the whole site
        lines = lines or spoilt(project, case, lambda: said(project))
        if why := falls_short(project, case, lines):
            short.append(f"{case.file}: {case.what} {why}")
    record_property("broken inputs", {"tried": len(cases), "fell short": len(short)})
    assert len(cases) > 20
    assert short == []


def every(rule: Callable[[Path], Iterator[Broken]], most: int) -> list[Broken]:
    """So many of a rule's cases at most, evenly spread."""
    cases = list(rule(SCHOOL))
    return cases[:: max(1, -(-len(cases) // most))]


@pytest.mark.parametrize("rule", RULES)
def test_the_last_good_site_stays_and_the_exit_code_says_so(
    rule: str, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    refused = [
        case for case in every(RULES[rule], BUILT // len(RULES) + 1) if spoilt(project, case, lambda: said(project))
    ]
    assert refused
    for case in refused:
        assert spoilt(project, case, lambda: str(build(project, project / "site"))) == "1", case.what
        assert {file.name: file.read_text() for file in (project / "site").iterdir()} == SITE
    assert "Traceback" not in "".join(capfd.readouterr())


BY_CHANCE = 10_000 if os.environ.get("LONG") else 1_000
BUILT = 60  # of these, and of those by rule
FILES = sorted({*SOURCES} | {f"docs/{path}" for path in pages_of(SCHOOL / "docs")})


@st.composite
def spoilt_by_chance(draw: st.DrawFn) -> Broken:
    """A file with a piece of it taken out, typed twice, moved, or written over with anything at all."""
    name = draw(st.sampled_from(FILES))
    good = (SCHOOL / name).read_bytes()
    start = draw(st.integers(0, len(good)))
    piece = good[start : start + draw(st.integers(0, 60))]
    rest = good[start + len(piece) :]
    put = draw(
        st.one_of(
            st.just(b""),
            st.just(piece * 2),
            st.text(max_size=20).map(lambda words: words.encode("utf-8", "surrogatepass")),
            st.binary(max_size=8),
            st.sampled_from(
                [
                    b"{{",
                    b"}}",
                    b"{%",
                    b'"',
                    b"'",
                    b": ",
                    b"\n\n",
                    b"- ",
                    b"---\n",
                    b"[",
                    b"](",
                    b"#",
                    b"&a ",
                    b"*a",
                    b"!!x ",
                ]
            ),
        )
    )
    return Broken(name, f"byte {start}: {piece!r} became {put!r}", good[:start] + put + rest, must=False)


def read(case: Broken) -> str | None:
    """What reading the one file alone says, a hundred times sooner than the whole site; None where it has to be seen whole."""
    source, typed = SOURCES.get(case.file), case.text if isinstance(case.text, bytes) else b""
    try:
        text = typed.decode()
    except UnicodeDecodeError:
        return None
    return source.mistakes(text) if source and text.replace("\n", "").isprintable() else None


@settings(max_examples=BY_CHANCE, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(case=spoilt_by_chance())
def test_whatever_is_typed_the_words_are_taken_or_refused_in_an_editors_words(project: Path, case: Broken) -> None:
    assert falls_short(project, case, read(case) or spoilt(project, case, lambda: said(project))) is None


@settings(max_examples=BUILT, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(case=spoilt_by_chance().filter(lambda case: isinstance(case.text, bytes)))
def test_what_comes_of_it_is_told_as_well_or_is_a_site(project: Path, case: Broken) -> None:
    """Reading may take what would not come out as it is typed: then the built site is not put in place."""
    assert falls_short(project, case, spoilt(project, case, lambda: not_built(project))) is None


def not_built(project: Path) -> str | None:
    """What is said of the words, or of what is built of them; None of a site that may be put in place."""
    try:
        with TemporaryDirectory() as folder:
            write(load(project), Path(folder) / "site")
    except Mistakes as mistakes:
        return str(mistakes)
    return None
