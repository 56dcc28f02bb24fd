"""What MkDocs said when it ended without a site."""

import re

from macros.reading.mistakes import Mistakes, mistake

AT_WORK = re.compile(r"Error (?:reading|building) page '(.+?)'|_File_: `(.+?)`")


def unforeseen(said: str) -> Mistakes:
    """Its last line, for what nothing here foresaw."""
    last = (said.strip().splitlines() or ["nothing"])[-1]
    raised = mistake("mkdocs.yml", f"MkDocs cannot build the site: {last}; DEBUG=1 make site shows all that it says")
    raised.add_note(said)
    return raised


def page(said: str) -> str:
    """The page that was being made when the build ended, such as 'docs/index.md'; '' where none was."""
    named = AT_WORK.findall(said)
    return f"docs/{''.join(named[-1])}" if named else ""
