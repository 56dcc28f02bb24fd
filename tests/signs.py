"""Every sign in every entry: what each kind of entry takes of them, found by trying, and a project that has them everywhere.

Words take `PLAIN`. Words that are shown as they are, though Markdown would take signs in them for more, take `TEXT` as well.
Words in Markdown take `MARKED`: a backslash or an entity there stands for a sign.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import yaml

from macros.checks.load import load
from macros.policy.clauses import NAME as POLICY
from macros.policy.history import PUBLISHED
from macros.reading.entries import SHARED
from macros.resolve import read
from macros.shared.pages import FRONT_MATTER
from macros.site import MODELS
from tests.broken import NAMELESS, Place, Source, _at, _names
from tests.projects import write
from tests.site import pages_of, straight


@dataclass(frozen=True)
class Signs:
    """What stands behind an entry's own words, and what is shown of it everywhere. It begins with its own mark."""

    typed: str
    shown: str

    @property
    def mark(self) -> str:
        return self.shown[: self.shown.index("<") + 4].rstrip()

    @property
    def neutral(self) -> str:
        """As long, without any sign: what a page is made of must be the same with it."""
        return re.sub(r"[^\w\s]|_", "x", self.shown)


PLAIN = "5 < 6 > 4 & \"so\" 'said' $x #y @z 100% ~a~ :b: (c) &e <3"
TEXT = '7 < 8 & "so" *a* _b_ [d] (e) | \\f &lt;g&gt; &amp;lt; #'
TAG = "&lt;b onclick=&quot;x&quot;&gt; &#60;!-- g --&#x3E; &amp;lt; &amp;amp;"
MARKED = Signs(
    rf"9 < 10 & \*a\* \_b\_ \[d\] \(e\) \\f {TAG}",
    r'9 < 10 & *a* _b_ [d] (e) \f <b onclick="x"> <!-- g --> &lt; &amp;',
)
KINDS = (MARKED, Signs(TEXT, TEXT), Signs(PLAIN, PLAIN), Signs("3 < 4 & \"'#", "3 < 4 & \"'#"))
GONE = (
    '<meta http-equiv="refresh" content="0;url=x"> <script>y</script>'  # typed with entities it may stand in a clause
)
CLAUSE = Signs(
    "11 < 12 & " + GONE.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;"), f"11 < 12 & {GONE}"
)
HEADING = Signs("13 < 14 & 'so' $x", "13 < 14 & 'so' $x")
ARGUMENT = Signs("15 < 16 *a* [b] (c) &lt;d&gt;", "15 < 16 *a* [b] (c) &lt;d&gt;")
ALL = (*KINDS, CLAUSE, HEADING, ARGUMENT)
HTML = '<b onclick="x">b</b> (javascript:alert) & so'  # what a minute may have, which is plain words
FACT = "{{ school.name }}"  # only where Markdown is read can it be named
STRICTER = {  # entries of which another check says more than their kind: what the first of KINDS may be
    ("routes", "*", "about"): 2,
    ("routes", "*", "who"): 2,
    ("versions", "title"): 3,
}
OTHER_WORDS = re.compile(r'(\{\{ (?:term|route|see)\("[^"]+", "[^"]+)("\) \}\})')


def sources(root: Path) -> Iterator[Source]:
    """Every shared file, and what stands above the words of every page."""
    for stem, model in MODELS.items():
        name = f"{SHARED}/{stem}.yml"
        yield Source(name, (root / name).read_text("utf-8"), model)
    for page in pages_of(root / "docs").values():
        front_matter = FRONT_MATTER.match(page.text)
        yield Source(page.name, front_matter[1], type(page.record), page.text[front_matter.end() :])


def scalars(node: yaml.Node, path: Place = ()) -> Iterator[tuple[Place, yaml.ScalarNode]]:
    """Every value that is made of words, and where it stands."""
    if isinstance(node, yaml.MappingNode):
        yield from chain.from_iterable(scalars(value, (*path, key.value)) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from chain.from_iterable(scalars(item, (*path, n)) for n, item in enumerate(node.value))
    elif node.tag.endswith(":str"):
        yield path, node


class Entries:
    """Puts the signs into entries. refused: what was said of signs that an entry does not take."""

    def __init__(self) -> None:
        self.taken: dict[object, Signs | None] = {}
        self.refused: list[str] = []

    def fill(self, source: Source, neutral: bool) -> str:
        """The source's text with signs in every entry that takes some, or with what is neutral in their place."""
        tree = yaml.compose(source.text, Loader=yaml.CSafeLoader)
        names = [node for _, node in _names(tree)] if source.file not in NAMELESS else []
        names += [node for path, node in scalars(tree) if path[-2:-1] == ("helplines",)]
        schema = source.model.model_json_schema()
        filled = []
        for path, node in scalars(tree):
            if not any(node is name for name in names):
                shape = _at(schema, path)[0]
                key = (source.model, shape, len(node.value) // 10)
                if key not in self.taken:
                    self.taken[key] = self._takes(source, tree, node, STRICTER.get(shape, 0))
                if signs := self.taken[key]:
                    filled.append((node, signs))
        for node, signs in filled:
            self._put(node, signs.neutral if neutral else signs.typed)
        return source.written(tree)

    def _takes(self, source: Source, tree: yaml.Node, node: yaml.ScalarNode, first: int) -> Signs | None:
        in_markdown = not self._wrong(source, tree, node, FACT)
        for signs in KINDS[first or (0 if in_markdown else 1) :]:
            if not (wrong := self._wrong(source, tree, node, signs.typed)):
                return signs
            self.refused.append(wrong)
        return None

    def _wrong(self, source: Source, tree: yaml.Node, node: yaml.ScalarNode, words: str) -> str | None:
        good, style = node.value, node.style
        self._put(node, words)
        wrong = source.mistakes(source.written(tree))
        node.value, node.style = good, style
        return wrong

    @staticmethod
    def _put(node: yaml.ScalarNode, words: str) -> None:
        node.value, node.style = f"{node.value.rstrip()} {words}", "'"


def fill(root: Path, entries: Entries, *, neutral: bool) -> Path:
    """A project with the signs in every entry, clause and heading, and in words that a page hands to a macro."""
    typed = {signs: signs.neutral if neutral else signs.typed for signs in ALL}
    clauses = load(root).policy.clauses.values()
    for source in [*sources(root)]:
        (root / source.file).write_text(entries.fill(source, neutral), "utf-8")
    for file in (root / "docs").rglob("*.md"):
        text = file.read_text("utf-8")
        if file != root / POLICY:
            text = OTHER_WORDS.sub(rf"\g<1> {typed[ARGUMENT]}\g<2>", text)
        file.write_text(text, "utf-8")
    text = (root / POLICY).read_text("utf-8")
    for clause in clauses:
        *_, last = clause.lines
        text = text.replace(f"{last}\n", f"{last[:-1]}, {typed[CLAUSE]}{last[-1]}\n", 1)
    text = re.sub(r'(\{\{ section\("[^"]+", "[^"]+)', rf"\g<1> {typed[HEADING]}", text)
    (root / POLICY).write_text(text, "utf-8")
    wordings = {id: [re.sub("[<>]", "", clause.text)] for id, clause in read(root)[0]["policy"].clauses.items()}
    write(root, PUBLISHED, {"clauses": yaml.safe_load((root / PUBLISHED).read_text("utf-8"))["clauses"] | wordings})
    return root


def misshown(words: str) -> set[str]:
    """What is shown of signs in another way than it should be. words: as `straight` gives them."""
    wrong = set()
    for signs in ALL:
        rest = straight(signs.shown).removeprefix(signs.mark)
        wrong |= {signs.mark + part[: len(rest)] for part in words.split(signs.mark)[1:] if not part.startswith(rest)}
    return wrong
