"""Templates of the look that run nothing but themselves, and end: Jinja's sandbox, with sums that stay small."""

from collections.abc import Sized
from typing import Any

from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

MOST = 1_000_000  # that a product may give: a number, or letters


class Bounded(SandboxedEnvironment):
    """An environment whose loops and sums have an end: `range` is bounded in the sandbox, `*` is here, `**` is none."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Raises OverflowError for a product that is too large, and for any power."""
        if operator == "**" or _size(left) * _size(right) > MOST:
            raise OverflowError(f"'{operator}' would give too much")
        return super().call_binop(context, operator, left, right)


def _size(value: Any) -> float:
    return len(value) if isinstance(value, Sized) else abs(value)
