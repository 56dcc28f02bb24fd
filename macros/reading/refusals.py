"""What may not stand in words, and what alone may: each pattern with what it refuses and why.

Whoever reads the words says so, with the line: files.py, nodes.py and kinds.py beside this, and macros/checks/.
"""

import re

# In every file: controls, signs without a width that turn words round or make two look the same, and signs of nobody's.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    r"\u2028-\u202e\u2060-\u206f\u2800\u3164\ue000-\uf8ff\ufeff\uffa0\ufff0-\uffff\U000e0000-\U0010ffff]"
)

# HTML, which could run scripts, load from elsewhere and break a page's order; the look stands in overrides/ alone.
HTML_TAG = re.compile(r"<[A-Za-z/!?]")
ATTRIBUTES = re.compile(r"\{[^{}%]*=[^{}]*\}")  # as Markdown takes them: { onclick="…" }
# All of it that a page may have: a box around its words, begun and ended on lines of their own, and names for words.
BOX, BOX_END = re.compile(r'\s*<div class="([a-z_-]+)" markdown="block">\s*'), re.compile(r"\s*</div>\s*")
NAMED = re.compile(r"\{:? *([#.][^{}%]*)\}")  # { #id .class }
ANGLES = re.compile(r"<((?:https?:|mailto:|tel:|[^\s<>@/]+@)[^\s<>]+)>")  # an address, as Markdown itself has it

# In shared words of some kinds: nothing but blanks; macros, where words are shown as they are; and signs that Markdown
# would not show as typed, where words also stand as plain text, as in a title: '&lt;' is one sign to Markdown.
BLANK = re.compile(r"\A\s*\Z")
CODE = re.compile("`")
HEADING = re.compile(r"^\s{0,3}#+(?=\s)", re.MULTILINE)
MACRO = re.compile(r"\{[{%]")
SIGNS = re.compile(r"[\\`*_\[\]{}|]|&#?\w+;|^\s*(?:[#>+-]|\d+[.)])(?=\s)", re.MULTILINE)
PLACE = re.compile(r"\{[^{}]*\}|[{}]")  # in a sentence, braces may stand all the same, around a place: '{{ number }}'

# In links: they lead to a page here, or begin as in OUTSIDE; javascript: and the like could run scripts.
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
OUTSIDE = re.compile(r"(https?|tel|mailto):|[#{]")  # or to a place on the same page, or where a macro leads
CALLED = re.compile(r"\[([^\]]*)\]\(tel:([^)]*)\)")  # words may not give another number than they call
NEVER = {  # in a line of any words, and what to say of it
    re.compile(
        r"^\s{0,3}\[[^\]]+\]:"
    ): "this would be taken for the address of a link and not be shown; write [words](address), or begin with a word",
    re.compile(r"!\["): "a picture cannot stand here; take out the '!' to link to it, or say it in words",
    re.compile(r"""\]\([^()\s]+\s+["'(]"""): "nothing can stand behind a link's address; take out the words in quotes",
    re.compile(
        r"\[[^\]]*\{\{ *(?!figure\b)\w+\([^\]]*\]\("
    ): "what makes a link of its own cannot stand inside a link's words; put it behind the link",
}


def unseen(words: str) -> tuple[str, str] | None:
    """The first sign in some words that cannot be seen, and what to say of it; None where there is none."""
    found = UNSEEN.search(words)
    says = "a sign that cannot be seen (U+{:04X}) stands here; type the words around it anew"
    return (found[0], says.format(ord(found[0]))) if found else None
