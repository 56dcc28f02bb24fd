"""Builds the site into site/: python -m macros.commands.site"""

import sys

from macros.outputs.build import build
from macros.reading.files import ROOT

if __name__ == "__main__":
    code = build(ROOT, ROOT / "site")
    if code == 0:
        print("The site stands in site/.")
    sys.exit(code)
