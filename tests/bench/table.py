"""What is printed: figures in columns, and the design's figures beside what was measured."""

from collections.abc import Iterable, Sequence


def show(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints rows under a title; the first of each row, and of the columns' names, stands at the left."""
    print(f"\n{title}")
    for name, *cells in (columns, *rows):
        print(f"  {name!s:<34}{''.join(f'{cell!s:>16}' for cell in cells)}", flush=True)


def verdict(what: str, measured: str, reached: bool) -> None:
    """Prints whether one of the design's figures is reached."""
    print(f"{'reached' if reached else 'MISSED '}: {what}: {measured}", flush=True)


def ratio(measured: float, ours: float) -> str:
    """How many times this site's figure another one is: '3.10 ×'."""
    return f"{measured / ours:.2f} ×"
