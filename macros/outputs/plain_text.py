"""The policy and each adopted version as plain text, whose SHA-256 begins with the fingerprint."""

from pathlib import Path

from macros.adopted.versions import TEXT
from macros.site import Site


def write(site: Site, folder: Path) -> None:
    """Writes policy.txt and each version's below `folder`, in the bytes of which the fingerprint is."""
    for name, text in {TEXT: site.snapshot, **{version.txt: version for version in site.versions}}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.written_out.encode())
