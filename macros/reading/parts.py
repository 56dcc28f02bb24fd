"""What was read, or follows from it, by its name: what cannot be read is no part, and who needs it is passed over."""

import inspect
from collections.abc import Callable
from typing import Any, TypeVar

Parts = dict[str, Any]
T = TypeVar("T")


def given(job: Callable[..., T], parts: Parts) -> T | None:
    """What a function gives for the parts that it names; None where one that it cannot do without could not be read."""
    needs = inspect.signature(job).parameters.values()
    if any(need.name not in parts and need.default is need.empty for need in needs):
        return None
    return job(**{need.name: parts[need.name] for need in needs if need.name in parts})
