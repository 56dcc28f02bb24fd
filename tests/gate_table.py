"""How each case of tests/gate.yml ends, counted by kind and then one by one: python -m tests.gate_table"""

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.gate import CASES, KINDS, outcome, school


def table() -> Iterator[str]:
    """The handed cases by kind, and one by one."""
    results: dict[str, Counter[str]] = {}
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        project = school(Path(folder))
        for kind, cases in CASES.items():
            for name, case in cases.items():
                what = outcome(project, case)
                results.setdefault(kind, Counter())[next(one for one in KINDS if what.startswith(one))] += 1
                lines.append(f"{kind:4} {name}: {what.replace(chr(10), ' // ')[:400]}")
    yield f"{'':6}" + "".join(f"{kind:>16}" for kind in KINDS)
    for kind, counts in [*results.items(), ("all", sum(results.values(), Counter()))]:
        yield f"{kind:6}" + "".join(f"{counts[one] or '-':>16}" for one in KINDS)
    yield ""
    yield from lines


if __name__ == "__main__":
    print(*table(), sep="\n")
