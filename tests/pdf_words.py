"""The words that stand in a PDF, as a program that reads it aloud or copies from it would find them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf

SIGN = re.compile(rb"<(\w+)> <(\w+)>")  # a glyph of a font, and what it says


def words(file: Path) -> str:
    """All signs in order, spaces aside, without what every sheet has at its top and foot."""
    with pikepdf.open(file) as pdf:
        return re.sub(r"\s", "", "".join(sign for page in pdf.pages for sign in _signs(page)))


def _signs(page: pikepdf.Page) -> Iterator[str]:
    says: dict[bytes, str] = {}
    marked: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                marked.append(str(operands[0]))
            case "EMC":
                marked.pop()
            case "Tf":
                table = page.Resources.Font[operands[0]].ToUnicode.read_bytes()
                says = {bytes.fromhex(a.decode()): _text(b) for a, b in SIGN.findall(table.partition(b"beginbf")[2])}
            case "TJ" if "/Artifact" not in marked:
                glyphs = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                yield from (says[glyphs[n : n + 2]] for n in range(0, len(glyphs), 2))


def _text(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")
