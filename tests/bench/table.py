"""What is printed: Markdown tables, and the design's figures beside what was measured."""

from collections.abc import Iterable, Sequence


def show(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *notes: str) -> None:
    """Prints a table under its title, and remarks below it."""
    cells = [list(map(str, row)) for row in (columns, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        [
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in cells
    ]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    print(f"\n## {title}\n")
    print("\n".join(f"| {' | '.join(line)} |" for line in (lines[0], rule, *lines[1:])))
    for note in notes:
        print(f"\n{note}")
    print(flush=True)


def verdict(what: str, measured: str, reached: bool) -> None:
    """Prints whether one of the design's figures is reached."""
    print(f"- {'reached' if reached else 'MISSED '}: {what}: {measured}", flush=True)


def ratio(measured: float, ours: float) -> str:
    """How many times this site's figure another one is: '3.1 ×'."""
    return f"{measured / ours:.1f} ×"
