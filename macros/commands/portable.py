"""Packs the same site into a zip that opens without a web server: python -m macros.commands.portable"""

import sys

from macros.checks.load import load
from macros.outputs.portable import NAME, top, write
from macros.reading.project import ROOT
from macros.running.boundary import run


def main() -> None:
    site = load(ROOT)
    write(site, ROOT)
    print(f"{NAME}: unpack it and open {top(site)}/index.html")


if __name__ == "__main__":
    sys.exit(run(main))
