"""What more schools and more adopted versions cost: time to build, and the size of the site."""

import gzip
import os
from datetime import date
from pathlib import Path

from macros.commands.adopt import adopt
from macros.policy.clauses import NAME
from macros.reading.files import ROOT
from macros.site import load_content
from tests.bench import process, table
from tests.projects import edit, give_reasons, live

SCHOOLS = (1, 10, 30)
SCHOOL = ROOT / "tests/school/docs/_shared/school.yml"
VERSIONS = (1, 10, 40)
YEAR = 2027  # of the first version; one is adopted each month from then on


def schools(scratch: Path) -> None:
    """Prints what it takes to build for many schools, one process after another. scratch: an empty folder."""
    project, words = live(scratch), SCHOOL.read_text("utf-8")
    rows, costs, total = [], [], (0, 0, 0)
    for n in range(1, SCHOOLS[-1] + 1):
        file = scratch / f"school-{n}.yml"
        file.write_text(words.replace("Northgate Academy", f"Academy {n}"), "utf-8")
        costs.append(process.run(project, "-m", "macros.outputs.build", SCHOOL=str(file)))
        total = tuple(sum(pair) for pair in zip(total, _size(project / "site"), strict=True))
        if n in SCHOOLS:
            seconds = sum(cost.processor for cost in costs)
            memory = max(cost.memory for cost in costs)
            rows.append(
                [
                    n,
                    f"{seconds:.1f}",
                    f"{seconds / n:.2f}",
                    f"{memory / 1e6:.0f}",
                    total[0],
                    f"{total[1] / 1e6:.2f}",
                    f"{total[2] / n / 1000:.1f}",
                ]
            )
    columns = ["schools", "processor s", "s each", "memory MB", "files", "MB", "largest page kB, gzip"]
    table.show("A site for each school (make site)", columns, rows, "Each is a process of its own, as in a CI matrix.")


def versions(scratch: Path) -> None:
    """Prints what it takes to build with many adopted versions, each with one clause reworded. scratch: an empty folder."""
    project, rows = live(scratch), []
    last = date(YEAR + VERSIONS[-1] // 12 + 1, 1, 1)
    before, os.environ["TODAY"] = os.environ.get("TODAY"), last.isoformat()
    try:
        for n in range(VERSIONS[-1]):
            _adopt(project, n)
            if n + 1 in VERSIONS:
                cost = process.run(project, "-m", "macros.outputs.build")
                files, size, largest = _size(project / "site")
                rows.append(
                    [
                        n + 1,
                        f"{cost.processor:.1f}",
                        f"{cost.memory / 1e6:.0f}",
                        files,
                        f"{size / 1e6:.2f}",
                        f"{largest / 1000:.1f}",
                    ]
                )
    finally:
        if before is None:
            del os.environ["TODAY"]
        else:
            os.environ["TODAY"] = before
    columns = ["versions", "processor s", "memory MB", "files", "MB", "largest page kB, gzip"]
    table.show("Adopted versions (make site)", columns, rows)


def _adopt(project: Path, n: int) -> None:
    """Rewords a clause, another one each time, and adopts the words a month after the last ones."""
    label, first = f"{YEAR + n // 12}-{n % 12 + 1:02}", date(YEAR + n // 12, n % 12 + 1, 1)
    if n:
        clauses = [clause for clause in load_content(project).policy.clauses.values() if clause.lines[-1].endswith(".")]
        clause = clauses[n % len(clauses)]
        edit(project, NAME, clause.lines[-1], f"{clause.lines[-1][:-1]}, as agreed.")
        give_reasons(project, {clause.id: {"kind": "reworded", "why": "It was agreed."}})
    record = {
        "label": label,
        "adopted_on": first.isoformat(),
        "minute": f"{n + 1}/{first:%y}",
        "approved_by": "the full governing body",
        "in_force_from": first.isoformat(),
        "review_due": first.replace(year=first.year + 1).isoformat(),
    }
    adopt(project, record, first)


def _size(site: Path) -> tuple[int, int, int]:
    """Files, bytes, and the bytes of the largest page after gzip."""
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = [file for file in files if file.suffix == ".html"]
    return (
        len(files),
        sum(file.stat().st_size for file in files),
        max(len(gzip.compress(page.read_bytes())) for page in pages),
    )
