"""A command in a process of its own, with what it cost."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from macros.reading.files import ROOT

MAXRSS = 1 if sys.platform == "darwin" else 1024  # bytes in the unit that the system counts in
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "PYTHONPATH": str(ROOT)}


@dataclass(frozen=True)
class Cost:
    """seconds: by the clock. processor: seconds, which other work on the machine lengthens least. memory: bytes, at its peak."""

    seconds: float
    processor: float
    memory: int


def run(folder: Path, *words: str, **environment: str) -> Cost:
    """What `python …` costs in a folder. Raises RuntimeError, with what it said, when it fails."""
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as report:
        command = [
            sys.executable,
            "-I",
            "-S",
            str(Path(__file__).with_name("cost.py")),
            report.name,
            sys.executable,
            *words,
        ]
        ran = subprocess.run(
            command, cwd=folder, env=os.environ | ENVIRONMENT | environment, capture_output=True, text=True, check=False
        )
        if ran.returncode:
            raise RuntimeError(f"python {' '.join(words)} failed: {(ran.stderr or ran.stdout)[-2000:]}")
        seconds, processor, memory = map(float, report.read().split())
    return Cost(seconds, processor, int(memory) * MAXRSS)


def build(project: Path, site: Path) -> Cost:
    """What `mkdocs build --strict` costs."""
    return run(project, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site))
