"""All that the site is, written into a folder."""

from collections.abc import Callable
from pathlib import Path

from macros.outputs import pages, pdf, policy_json
from macros.site import Site

OUTPUTS: tuple[Callable[[Site, Path], None], ...] = (  # the pages last: they say how large the others are
    pdf.write,
    policy_json.write,
    pages.write,
)


def write(site: Site, folder: Path) -> None:
    """Writes it into a folder that is still to be made. Raises Mistakes for what only building it can find."""
    folder.mkdir()
    for output in OUTPUTS:
        output(site, folder)
