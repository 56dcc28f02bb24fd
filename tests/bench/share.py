"""One `mkdocs build` with clocks around this project's own Python: python -m tests.bench.share <site folder> <report>

Run in a process of its own, in the project's folder. Writes JSON: processor seconds by part, and of the whole build.
"""

import functools
import json
import sys
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

_spent: Counter[str] = Counter()
_running: list[str] = []


def timed(part: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, whose processor time counts for `part`; what it calls counts once."""

    @functools.wraps(function)
    def clocked(*words: Any, **named: Any) -> Any:
        if _running:
            return function(*words, **named)
        _running.append(part)
        began = process_time()
        try:
            return function(*words, **named)
        finally:
            _spent[part] += process_time() - began
            _running.pop()

    return clocked


def main(site: str, report: str) -> None:
    import_module("mkdocs.commands.build")  # MkDocs and its plugin come first: what they import is not counted as ours
    from mkdocs.__main__ import cli
    from mkdocs_macros.plugin import MacrosPlugin

    began = process_time()
    import macros

    _spent["import"] = process_time() - began
    macros.define_env = timed("check", macros.define_env)
    register = MacrosPlugin.macro
    MacrosPlugin.macro = lambda env, macro, name="": register(env, timed("macros", macro), name)
    cli(["build", "--strict", "--quiet", "--site-dir", site], standalone_mode=False)
    Path(report).write_text(json.dumps({**_spent, "whole": process_time()}), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
