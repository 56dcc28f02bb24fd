"""Prints what changes, by clause, as Markdown for a pull request: python -m macros.commands.changes [FROM [TO [PDF]]]

PDF: a file in which the same is written instead, for a meeting's papers.
"""

import sys

from macros.checks.load import load
from macros.commands import arguments
from macros.outputs import changes_pdf
from macros.outputs.changes_markdown import named, report
from macros.reading.mistakes import known, mistake
from macros.reading.project import ROOT
from macros.running.boundary import run
from macros.site import Site

NOT_IN = ("docs", "overrides", "site")
OTHER = "write another place, such as PDF=changes.pdf"


def _written(site: Site, markdown: str, after: str, typed: str) -> str:
    """Writes the PDF in the place that was typed, and says so. Raises Mistakes where it cannot stand there."""
    file = ROOT / typed
    if file.suffix.lower() != ".pdf":
        raise mistake("PDF", f"'{typed}' is not what a PDF is called; {OTHER}")
    if any(file.resolve().is_relative_to(ROOT / name) for name in NOT_IN):
        raise mistake("PDF", f"nothing but the site's own files can stand in {known(NOT_IN)}; {OTHER}")
    if not file.parent.is_dir():
        raise mistake("PDF", f"there is no folder for '{typed}'; make it first, or {OTHER}")
    try:
        changes_pdf.write(site, markdown, named(site, after).words if after else site.fingerprint, file)
    except OSError as error:
        raise mistake("PDF", f"'{typed}' cannot be written ({error.strerror or error}); {OTHER}") from error
    return f"Written: {typed}"


def main() -> None:
    typed = dict(zip(("FROM", "TO", "PDF"), sys.argv[1:4], strict=False))
    arguments.check(typed)
    before, after, file = (typed.get(name, "") for name in ("FROM", "TO", "PDF"))
    site = load(ROOT)
    markdown = report(site, before, after)
    print(_written(site, markdown, after, file) if file else markdown)


if __name__ == "__main__":
    sys.exit(run(main))
