"""From files to the frozen Site: `read` takes everything in, with all that is wrong in one file; `resolve` ends it."""

import datetime
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

from macros.adopted import owned, snapshot, standing, versions
from macros.adopted.owned import ERRATA, Errata
from macros.listed import inventory, menu
from macros.listed.allowed import ALLOWED, Allowed
from macros.policy import index, named, plain, references
from macros.policy.history import PUBLISHED, Published
from macros.reading.entries import SHARED, read_entries
from macros.reading.files import STYLESHEET, read_text
from macros.reading.mistakes import Found, Mistake
from macros.reading.parts import Parts, given
from macros.running import environment
from macros.shared import pages
from macros.shared.pages import POLICY
from macros.shared.school import School
from macros.site import MODELS, Site

REMARK = re.compile(r"^[ \t]*#.*$", re.MULTILINE)  # in YAML; what it shows as an example is not called
FOLLOW: Mapping[str, Callable[..., Any]] = {  # from what was read, and from what is above it
    "withdrawn": named.withdrawn,
    "routes": plain.with_facts,
    "policy": plain.complete,
    "meanings": plain.meanings,
    "named": named.named,
    "addresses": references.addresses,
    "used_in": references.uses,
    "fingerprint": snapshot.fingerprint,
    "standing": standing.standing,
}


def read(root: Path, day: datetime.date | None = None) -> tuple[Parts, list[Mistake]]:
    """Everything below `root`/docs by its name, with what is wrong in each file by itself. day: None for today."""
    found, shared = Found(), {}
    listed = found.take(inventory.read, root, MODELS) or ()
    for stem, model in MODELS.items():
        name = environment.school(root, f"{SHARED}/{stem}.yml") if stem == "school" else f"{SHARED}/{stem}.yml"
        part = "typed_routes" if stem == "routes" else stem.replace("-", "_")
        shared[part] = found.take(read_entries, root / name, name, model)
    every_version = found.take(versions.read, root)
    own = owned.of_school(every_version or (), cast("School | None", shared["school"]))
    others = {version.page for version in every_version or () if version not in own}
    paths = [path for path in inventory.on_the_site(listed) if path not in others]
    site_pages = found.take(pages.read, root / "docs", paths) or {}
    policy = site_pages[POLICY].text if POLICY in site_pages else ""  # of one that cannot be read nothing else is told
    read = (
        shared
        | {"root": root}
        | {
            "stylesheet": found.take(read_text, root / STYLESHEET, STYLESHEET),
            "menu": found.take(menu.read, root),
            "pages": site_pages,
            "index": found.take(index.read, policy) if policy else None,
            "allowed": found.take(read_entries, root / ALLOWED, ALLOWED, Allowed),
            "published": found.take(read_entries, root / PUBLISHED, PUBLISHED, Published),
            "errata": found.take(read_entries, root / ERRATA, ERRATA, Errata),
            "every_version": every_version,
            "versions": None if every_version is None else own,
            "today": day or found.take(environment.today),
        }
    )
    parts: Parts = {name: part for name, part in read.items() if part is not None}
    records = [page.record for page in site_pages.values()]
    parts["entries"] = [*filter(None, (*shared.values(), parts.get("errata"))), *records]
    parts["texts"] = {page.name: page.text for page in site_pages.values()}
    parts["texts"] |= {entries.file: REMARK.sub("", entries.text) for entries in shared.values() if entries}
    for name, job in FOLLOW.items():
        if (follows := given(job, parts)) is not None:
            parts[name] = follows
    return parts, found.mistakes


def resolve(parts: Parts) -> Site:
    """The frozen whole, of parts without a mistake."""
    whole = parts | {job.__name__: given(job, parts) for job in (references.referrers, snapshot.snapshot)}
    return Site(**{name: part for name, part in whole.items() if name in Site.__dataclass_fields__})
