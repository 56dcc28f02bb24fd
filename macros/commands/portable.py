"""Packs the same site into a zip that opens without a web server: python -m macros.commands.portable"""

import sys

from macros.checks.load import load
from macros.outputs.portable import NAME, top, write
from macros.reading.project import ROOT
from macros.running import place
from macros.running.boundary import run


def main() -> None:
    place.free(ROOT / NAME, folder=False)
    with place.beside(ROOT) as scratch:
        site = load(ROOT)
        place.put(write(site, scratch), ROOT / NAME)
    print(f"{NAME}: unpack it and open {top(site)}/index.html")


if __name__ == "__main__":
    sys.exit(run(main))
