"""All that the site is, written into a folder."""

import datetime
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.checks.load import load
from macros.outputs import pages, pdf, plain_text, policy_json
from macros.site import Site

OUTPUTS: tuple[Callable[[Site, Path], None], ...] = (
    pdf.write,
    plain_text.write,
    policy_json.write,
)  # besides the pages


def write(site: Site, folder: Path, serving: str = "") -> None:
    """Writes it into a folder that is still to be made. serving: see pages.write.

    The pages come last: they say how large the others are. Raises Mistakes for what only building it can find.
    """
    folder.mkdir(parents=True)
    for output in OUTPUTS:
        output(site, folder)
    pages.write(site, folder, serving=serving)


def builds(root: Path, day: datetime.date) -> None:
    """Raises Mistakes where no site can be built of what stands below `root`, on a day."""
    with TemporaryDirectory() as folder:
        write(load(root, day), Path(folder) / "site")
