"""What is printed as a PDF/UA-1, the standard for accessible PDFs: by a template, in the signs that fonts have."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

import typst

from macros.reading.mistakes import mistake
from macros.reading.project import PUT_BACK
from macros.running.boundary import at_work

TEMPLATE = "overrides/policy.typ"
USUAL = re.compile(r"[\s -~\u00a0-\u017f‘’“”–—…]")  # signs that need not be tried
TRIED = b'#set document(title: "A sign")\n#sys.inputs.sign'
T = TypeVar("T", Path, bytes)
AT = re.compile(r"┌─ .*?:(\d+):")


def printed(root: Path, facts: Mapping[str, object], template: str = TEMPLATE) -> bytes:
    """A template with its facts, the same bytes on every machine. Raises Mistakes for what is wrong with it."""
    with at_work(template, root):
        try:
            return _compiled(root / template, facts=json.dumps(facts))
        except typst.TypstError as error:
            line = AT.search(error.diagnostic)
            text = f"this template cannot be printed ({error.message}); {PUT_BACK}"
            raise mistake(template, text, int(line[1]) if line else 0) from error


@cache
def not_printable(words: str) -> str | None:
    """What to say of the first sign that a PDF cannot show; None where there is none."""
    signs = (sign for sign in dict.fromkeys(USUAL.sub("", words)) if not _has(sign))
    return next((f"the PDF's font has no sign for '{sign}'; take it out" for sign in signs), None)


@cache
def _has(sign: str) -> bool:
    """Whether any of the fonts has a sign: Typst says so where it has to print it."""
    try:
        return bool(_compiled(TRIED, sign=sign))
    except typst.TypstError:
        return False


def _compiled(template: T, **facts: str) -> bytes:
    return typst.compile(
        template,
        sys_inputs=facts,
        ignore_system_fonts=True,  # the same bytes on every machine
        pdf_standards=["ua-1"],
        timestamp=0,
    )
