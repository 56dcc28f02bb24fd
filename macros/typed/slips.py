"""The usual slips in YAML, each with the line as it was probably meant and what to say of it.

YAML's own words help nobody who is not a programmer, and some slips it takes in silence: words behind a '#', and
a word behind '!' or '&', are lost. A remark is told from words by how it is written: two spaces in front of '#' at
least, and one behind it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

SIGNS = "*&@`%!>|[{]}-?,#"  # at the beginning of a value they mean something to YAML
# What leads to a value: hyphens of a list, and a name with its colon.
VALUE = re.compile(
    r"""(?P<lead>\s*(?:-\s+)*(?:(?:"[^"]*"\s*|'[^']*'\s*|[^\s'"\[{#&*!|>%@`,-][^:#]*):\s+)?)(?P<value>\S.*)"""
)
STRUCTURE = re.compile(r"\s*(?:-\s+)*(?:[^\s:#'\"][^:#]*:)?\s*")
UNUSUAL = re.compile(r"[^\S \n]")  # a tab, or a space that does not break
NO_SPACE = re.compile(r"(\s*(?:- +)*[A-Za-z_-]+):(?![\s/])(\S.*)")
REMARK = re.compile(r"(?<=\S)(\s+)#(?=(.?))")
WHOLE = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*\'""")  # words in quotes, and nothing beside them
ITEM = re.compile(r"""(?<=[{\[,])(\s*(?:[\w-]+:\s+)?)((?!["'{\[\]}\s])(?:\([^()]*\)|[^,{}\[\]()])*)""")
BLOCK = re.compile(r"([|>][+-]?)\s+(\S.*)")
LONG = 80  # characters of words that are shown whole
REMARKS = "a remark has two spaces in front of '#' and one behind it"


@dataclass(frozen=True)
class Slip:
    """line: counted from 0. text: the whole as it was probably meant. said: what is wrong, and the remedy."""

    line: int
    text: str
    said: str


def eaten(text: str, events: Sequence[yaml.Event]) -> Iterator[tuple[int, str]]:
    """Lines, counted from 0, of which YAML would lose words in silence, with what to say."""
    taken, named = [], {event.anchor for event in events if isinstance(event, yaml.AliasEvent)}
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            taken.append([(mark.line, mark.column) for mark in _marks(event)])
        if (anchor := getattr(event, "anchor", None)) and anchor not in named:
            yield _marks(event)[0].line, f"'&{anchor}' would be lost here; take it out, or put the words in quotes"
    for number, line in enumerate(text.split("\n")):
        found = (at for at in REMARK.finditer(line) if not any(a <= (number, at.end() - 1) < b for a, b in taken))
        remark = next(found, None) if "#" in line and not line.lstrip().startswith("#") else None
        if remark and (len(remark[1]) < len("  ") or remark[2].strip()):
            yield number, f"what follows '#' would be lost; put the words in quotes ({REMARKS})"


def _marks(event: yaml.Event) -> tuple[yaml.Mark, yaml.Mark]:
    """From where to where it stands."""
    return event.start_mark, event.end_mark  # type: ignore[return-value]  # all that is parsed has them


def slips(text: str, line: int, above: bool) -> Iterator[Slip]:
    """What may be meant by a line, counted from 0, and then by those above it, the nearest first."""
    lines = text.split("\n")
    for number in range(min(line, len(lines) - 1), -1 if above else line - 1, -1):
        higher = next((other for other in reversed(lines[:number]) if other.strip()), "")
        for meant, said in _meant(lines[number].rstrip("\r"), higher):
            if meant != lines[number]:
                yield Slip(number, "\n".join([*lines[:number], meant, *lines[number + 1 :]]), said)


def _meant(line: str, higher: str) -> Iterator[tuple[str, str]]:
    """What a line may be meant to be. higher: the line above it."""
    indent = higher[: len(higher) - len(higher.lstrip())]
    lead = STRUCTURE.match(line)[0]  # type: ignore[index]  # which matches anything
    if unusual := UNUSUAL.search(lead):
        kind = "a tab" if unusual[0] == "\t" else "a space of another kind"
        said = f"{kind} stands before these words; type plain spaces in its place"
        yield UNUSUAL.sub(" ", lead) + line[len(lead) :], said
        yield lead.replace("\t", "  ") + line[len(lead) :], said
        yield indent + line.lstrip(), said
    if stuck := NO_SPACE.fullmatch(line):
        yield f"{stuck[1]}: {stuck[2]}", f"a space is missing behind a colon; write '{stuck[1].strip()}: …'"
    if (found := VALUE.fullmatch(line)) and found["lead"].strip():
        lead, value = found["lead"], found["value"].rstrip()
        if value[0] in "[{":
            yield from ((lead + meant, said) for meant, said in _in_brackets(value))
        if block := BLOCK.fullmatch(value):
            said = f"words begin on the line below '{block[1]}', further in; or take '{block[1]}' out"
            yield lead + quoted(block[2]), said
        elif why := _why(value):
            words = quoted(_unquoted(value))
            remarks = f" ({REMARKS})" if REMARK.search(value) and value[0] != "#" else ""
            yield lead + words, f"{why}; put them in quotes: {shortened(words)}{remarks}"
    if line.strip() and line.lstrip()[0] not in "#-" and line[: len(line) - len(line.lstrip())] != indent:
        yield indent + line.lstrip(), "this line does not begin in line with the one above it; begin both in line"


def _in_brackets(value: str) -> Iterator[tuple[str, str]]:
    """The same of entries in brackets: one item of them in quotes, or the bracket that is missing at their end."""
    for item in ITEM.finditer(value):
        lead, words = item[1], item[2].rstrip()
        if not words or not (why := _why(words) or ("'(' stands in these words" if "(" in words else "")):
            continue
        rest = value[item.start(2) + len(words) :]
        yield value[: item.start()] + lead + quoted(words) + rest, f"{why}; put them in quotes: {quoted(words)}"
    for opening, closing in ("[]", "{}"):
        if value.count(opening) == value.count(closing) + 1:
            yield (
                value + closing,
                f"'{opening}' stands here without '{closing}' behind it; write {shortened(value + closing)}",
            )


def _why(words: str) -> str:
    """Why YAML does not take words for what they are; '' where it does."""
    if words[0] in "'\"":
        apostrophe = words[0] == "'" and words.count("'") % 2
        why = (
            "an apostrophe ends these words too soon"
            if apostrophe
            else "quotation marks are not around all of these words"
        )
        return "" if WHOLE.fullmatch(words) else why
    if words[0] in SIGNS and not (words[0] in "-?" and words[1:2].strip()):
        return f"these words begin with '{words[0]}', which YAML takes for something else"
    if REMARK.search(words):
        return "what follows '#' in these words would be lost"
    if ": " in words or words.endswith(":"):
        return "a colon stands in these words, which YAML takes for the end of a name"
    return ""


def _unquoted(value: str) -> str:
    """Words without the quotation marks that were meant to stand around them; marks around a few of them stay."""
    mark, words = value[0], value[1:]
    if mark not in "'\"" or (not words.endswith(mark) and WHOLE.match(value)):
        return value
    words = words.removesuffix(mark)
    return words.replace("''", "'") if mark == "'" else words.replace('\\"', '"')


def quoted(words: str) -> str:
    """Words in quotes, as YAML takes them for just these words."""
    return f'"{words}"' if not {*words} & {*'"\\'} else "'" + words.replace("'", "''") + "'"


def shortened(words: str) -> str:
    """Words as far as they can be shown in a line."""
    return words if len(words) <= LONG else f"{words[: LONG // 2].rstrip()}…{words[-1]}"
