"""The entries of a file, checked against their model: from YAML's nodes to what the rest of the house works with."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Self, TypeVar, cast

import yaml
from pydantic import PrivateAttr

from macros.reading.files import read_text
from macros.reading.kinds import Model
from macros.reading.misread import ENTRIES, SHAPES, Misread, explaining, yaml_mistakes
from macros.reading.mistakes import Found, Mistake, Mistakes, Place, mistake, raise_any
from macros.reading.nodes import LOADER, Reader
from macros.typed.models import likely
from macros.typed.wrong_entries import KEY, explain, wrong

SHARED = "docs/_shared"  # the folder of shared files
MOST = 5_000_000  # characters that are read to find what was meant, which takes seconds


class Written(Model):
    """All that stands in a file, or at the top of a page, and where each entry of it stands.

    file: as messages call it, such as 'docs/_shared/terms.yml'. lines: of each entry, by its place.
    text: from which it was read. whole: whether nothing was wrong in it; checks see it even then.
    """

    _file: str = PrivateAttr("")
    _lines: Mapping[Place, int] = PrivateAttr(default_factory=dict)
    _text: str = PrivateAttr("")
    _whole: bool = PrivateAttr(True)

    @property
    def file(self) -> str:
        return self._file

    @property
    def text(self) -> str:
        return self._text

    @property
    def whole(self) -> bool:
        return self._whole

    def line_of(self, *place: str | int) -> int:
        """The line of the entry at `place`, or of the nearest entry above it that exists; 0 where none does."""
        while place and place not in self._lines:
            place = place[:-1]
        return self._lines.get(place, 0)

    def mistake(self, text: str, *place: str | int, about: str = "") -> Mistake:
        """A Mistake in the entry at `place`. about: see Mistake."""
        return Mistake(self._file, self.line_of(*place), text, about)

    def wrong(self, text: str, *place: str | int, about: str = "") -> Mistake:
        """The same, whose words begin with the names that lead there, such as 'routes.child-safety.say: '."""
        where = ".".join(key for key in place if isinstance(key, str))
        return self.mistake(f"{where}: {text}", *place, about=about)

    def read_from(self, file: str, lines: Mapping[Place, int], text: str, whole: bool) -> Self:
        """The same, which knows from now on where it stands."""
        self._file, self._lines, self._text, self._whole = file, lines, text, whole
        return self


M = TypeVar("M", bound=Written)


def read_entries(path: Path, name: str, model: type[M]) -> M:
    """The file at `path`, checked against `model`.

    name: how messages call the file, such as 'docs/_shared/terms.yml'.
    Raises Mistakes with a line for every entry that is wrong.
    """
    found = Found()
    text = found.take(read_text, path, name)
    entries = found.take(parse, text, name, model) if text else None
    found.give(entries)  # raises when there are mistakes, and else there are entries
    return cast("M", entries)


@cache  # what is read never changes, and `make serve` reads everything again after each change
def parse(text: str, name: str, model: type[M], first_line: int = 1) -> M:
    """The same for text that begins on line `first_line` of the file, such as a page's front matter."""
    try:
        return _parse(text, name, model, first_line)
    except Exception as error:
        error.add_note(name)  # for whoever has to tell of one that nobody foresaw
        raise


def _parse(text: str, name: str, model: type[M], first_line: int) -> M:
    """The same of a text with the usual slips in it: what else is wrong is told as if they were mended."""

    def read(text: str) -> M:
        return _as_typed(text, name, model, first_line)

    slipped: dict[int, Mistake] = {}
    mistakes, rest = tuple[Mistake, ...](), None
    attempts = iter(range(MOST // (len(text) + 1)))
    while True:
        try:
            rest = read(text)
        except Mistakes as raised:
            if slip := explaining(raised, text, first_line, read, attempts):
                line = slip.line + first_line
                slipped.setdefault(line, Mistake(name, line, slip.said))
                text = slip.text
                continue
            mistakes, rest = raised.mistakes, raised.rest
        break
    told = {mistake.line for mistake in mistakes}  # of mended words: what comes next says more
    if mistakes or slipped:
        raise Mistakes([*mistakes, *(slip for line, slip in slipped.items() if line not in told)], rest)
    return cast("M", rest)


def _as_typed(text: str, name: str, model: type[M], first_line: int) -> M:
    reader = Reader(name, first_line, text)
    with yaml_mistakes(text, name, first_line):
        reader.refuse_eaten(reader.refuse_shapes(yaml.parse(text, Loader=LOADER)))
        if reader.misread:
            raise Misread(reader.mistakes, (SHAPES, min(reader.misread)))
        raise_any(reader.mistakes)
        root = yaml.compose(text, Loader=LOADER)
    if root is None:
        raise mistake(name, "the file has no entries; put them back from the last good version")
    if not isinstance(root, yaml.MappingNode):
        raise mistake(name, "entries should stand here, each 'name: …' on a line of its own", reader.line(root))
    data = reader.value(root, ())
    errors = wrong(model, data, reader.typed)
    entries = likely(model, data) if errors else model.model_validate(data)
    entries.read_from(name, reader.lines, text, whole=not errors)
    told, places = {refused.line for refused in reader.mistakes}, [error["loc"] for error in errors]
    found = [entries.mistake(said, *place) for place, said in explain(errors, model)]
    reader.mistakes += [invalid for invalid in found if invalid.line not in told]
    reader.mistakes += [
        said for place, said in reader.unread.items() if not any(place[: len(one)] == one for one in places)
    ]
    if any(KEY in error["loc"] for error in errors):
        raise Mistakes(reader.mistakes)  # whoever names that key is not to blame
    rest = entries.read_from(name, reader.lines, text, whole=not reader.mistakes)
    if reader.misread:
        raise Misread(reader.mistakes, (ENTRIES, min(reader.misread)), rest)
    if reader.mistakes:
        raise Mistakes(reader.mistakes, rest)
    return rest
