"""The same site in a zip, which opens from a disk with no web server: python -m macros.outputs.portable"""

import re
import sys
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from macros.load import load
from macros.outputs.build import build
from macros.reading.files import ROOT

UNIX, READABLE = 3, 0o100644 << 16  # so that everybody can read the files after unpacking
ONLY_FOR_SERVERS = {
    "404.html",
    "_headers",
    ".well-known/security.txt",
    "sitemap.xml",
    "sitemap.xml.gz",
    "policy.json",
    "policy.schema.json",
}


def folder(root: Path) -> str:
    """What the zip unpacks into: the site's name in wording.yml, in small letters and hyphens."""
    name = load(root).wording.frame.site.lower()
    return re.sub(r"[^a-z0-9]+", "-", name).strip("-") or "site"


def portable(root: Path, archive: Path) -> int:
    """Writes the zip and gives MkDocs' exit code; when that is not 0, an older zip stays as it was.

    Pages are files (policy/clause-id.html), because a folder opened from a disk shows a list of its files.
    The same site gives the same bytes.
    """
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        code = build(root, site, "--no-directory-urls")
        if code == 0:
            new, top = Path(scratch) / "new.zip", folder(root)
            with ZipFile(new, "w", ZIP_DEFLATED) as zipped:
                for file in sorted(site.rglob("*")):
                    name = file.relative_to(site).as_posix()
                    if file.is_file() and name not in ONLY_FOR_SERVERS:
                        entry = ZipInfo(f"{top}/{name}")
                        entry.create_system, entry.external_attr = UNIX, READABLE
                        zipped.writestr(entry, file.read_bytes(), ZIP_DEFLATED)
            archive.write_bytes(new.read_bytes())
        return code


if __name__ == "__main__":
    archive = ROOT / "portable.zip"
    code = portable(ROOT, archive)
    if code == 0:
        print(f"{archive.name}: unpack it and open {folder(ROOT)}/index.html")
    sys.exit(code)
