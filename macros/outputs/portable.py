"""The same site in a zip, which opens from a disk with no web server."""

import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from macros.outputs import pages, pdf, plain_text
from macros.site import Site

NAME = "portable.zip"
UNIX, READABLE = 3, 0o100644 << 16  # so that everybody can read the files after unpacking
ONLY_FOR_SERVERS = {"404.html", "_headers", ".well-known/security.txt", "sitemap.xml", "sitemap.xml.gz"}


def top(site: Site) -> str:
    """The folder that the zip unpacks into: the site's name in wording.yml, in small letters and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", site.wording.frame.site.lower()).strip("-") or "site"


def write(site: Site, folder: Path) -> Path:
    """Makes the zip in a folder, and gives it. The same words give the same bytes.

    Pages are files (policy/clause-id.html), because a folder opened from a disk shows a list of its files.
    Raises Mistakes for what only building can find.
    """
    made, packed = folder / "site", folder / NAME
    for output in (pdf.write, plain_text.write):
        output(site, made)
    pages.write(site, made, folders=False)
    with ZipFile(packed, "w") as archive:
        for file in sorted(made.rglob("*")):
            name = file.relative_to(made).as_posix()
            if file.is_file() and name not in ONLY_FOR_SERVERS:
                entry = ZipInfo(f"{top(site)}/{name}")
                entry.create_system, entry.external_attr = UNIX, READABLE
                archive.writestr(entry, file.read_bytes(), ZIP_DEFLATED)
    return packed
