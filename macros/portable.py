"""The same site as one zip, to unpack and open without a web server: python -m macros.portable"""

import sys
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from macros.build import ROOT, build

FOLDER = "parents-and-social-media"  # what the zip unpacks into
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


def portable(root: Path, archive: Path) -> int:
    """Writes the zip and gives MkDocs' exit code; when that is not 0, an older zip stays as it was.

    Pages are files (policy/threats.html), because a folder opened from a disk shows a list of its files.
    The same content gives the same bytes.
    """
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        code = build(root, site, "--no-directory-urls")
        if code == 0:
            new = Path(scratch) / "new.zip"
            with ZipFile(new, "w", ZIP_DEFLATED) as zipped:
                for file in sorted(site.rglob("*")):
                    name = file.relative_to(site).as_posix()
                    if file.is_file() and name not in ONLY_FOR_SERVERS:
                        entry = ZipInfo(f"{FOLDER}/{name}")
                        entry.create_system, entry.external_attr = UNIX, READABLE
                        zipped.writestr(entry, file.read_bytes(), ZIP_DEFLATED)
            archive.write_bytes(new.read_bytes())
        return code


if __name__ == "__main__":
    archive = ROOT / "portable.zip"
    code = portable(ROOT, archive)
    if code == 0:
        print(f"{archive.name}: unpack it and open {FOLDER}/index.html")
    sys.exit(code)
