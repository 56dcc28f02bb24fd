"""The kinds of tests/gate.yml made wide by rule: every ending, place, file and entry of the frozen school, found by walking it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import cycle
from pathlib import Path

import yaml

from macros.checks.load import load
from macros.commands.minuted import TYPED
from macros.policy.clauses import NAME as POLICY
from macros.reading.entries import SHARED
from macros.shared.pages import FRONT_MATTER, is_clause_page
from macros.site import MODELS
from tests.gate import DATA
from tests.projects import DAY, FIRST
from tests.spoiling import Case

Batch = Mapping[str, Case]  # what can be wrong at once, by what it is
PAGE = "---\ntitle: More words\ndescription: Some more words.\nunder: help/index.md\nkind: guidance\n---\nWords.\n"
ENDINGS = "mdown mkd mkdn markdown html htm docx pdf png MD Md md~ md.orig md.rej md.swp md.bak js css json xml txt svg yaml csv php"
NAMES = {f"x.{ending}": "{{ 7 * 7 }}<script>alert(1)</script>\n" for ending in ENDINGS.split()} | dict.fromkeys(
    ("x", "CNAME", ".htaccess", "Thumbs.db", "~$x.docx", "#x.md#", "LICENSE"), "words\n"
)
FOLDERS = (
    *("docs", "docs/help", "docs/letters", "docs/policy", "docs/policy/versions", "docs/about", "docs/new"),
    *("docs/_shared", "docs/_versions", "docs/governors"),
    *("overrides", "overrides/components", "overrides/search", "overrides/.well-known", "overrides/new"),
)
ODD = "My Photos|Photos|fotös|a'b|a\"b|a) b|a(1)|a[b]|a&b|a#b|a?b|a%20b|a_b|-a|a-|a--b|a.b|a:b|a*b|a\\b|á|图片|🌳|a\nb"
PROSE = re.compile(r"[a-z,.] [A-Za-z]")
WHERE_WORDS_ARE_TYPED = {"say", "means", "lead"}  # and each note


def strays(project: Path) -> list[Batch]:
    """Each wrong ending in each folder."""
    found = {f"{folder}/{name}": text for folder in FOLDERS for name, text in NAMES.items()}
    del found["overrides/components/x.html"]  # which may be a new one
    return [{name: {"file": name, "whole": text} for name, text in found.items()}]


def odd_names(project: Path) -> list[Batch]:
    """Names that an address cannot have, each of a page that is right otherwise; and pages that would share an address."""
    pages = {f"docs/help/{name}.md": {"file": f"docs/help/{name}.md", "whole": PAGE} for name in ODD.split("|")}
    shared = (
        "docs/letters.md",
        "docs/letters/README.md",
        "docs/policy.md",
        "docs/README.md",
        "docs/help/Index.md",
        "docs/404.md",
    )
    folders = ("docs/My Letters/x.md", "docs/Help/x.md", "docs/index/index.md", "docs/search/index.md")
    return [pages, {name: {"file": name, "whole": PAGE} for name in (*shared, *folders)}]


def links(project: Path) -> list[Batch]:
    """Links to a file and a folder in the project and elsewhere, to nothing and to themselves, in each folder."""
    targets = {
        "file": "/etc/hostname",
        "folder": "/etc/apt",
        "nothing": "/nowhere",
        "itself": "l-itself.md",
        "above": "..",
    }
    names = {
        f"{folder}/l-{what}{'.md' if what != 'folder' else ''}": target
        for folder in FOLDERS
        for what, target in targets.items()
    }
    inside = {f"{name}": "/dev/zero" for name in ("docs/help/index.md", f"{SHARED}/notes.yml", "overrides/site.css")}
    return [{name: {"file": name, "is": "link", "to": target} for name, target in (names | inside).items()}]


def known(project: Path) -> list[str]:
    """Every file of the words and the look."""
    return sorted(
        file.relative_to(project).as_posix()
        for name in ("docs", "overrides")
        for file in (project / name).rglob("*")
        if file.is_file()
    )


def pipes(project: Path) -> list[Batch]:
    return [{name: {"file": name, "is": "pipe"} for name in known(project)}]


def unreadable(project: Path) -> list[Batch]:
    return [{name: {"file": name, "is": "unreadable"} for name in known(project)}]


WAYS: Mapping[str, Case] = {
    "emptied": {"whole": ""},
    "of one space": {"whole": " "},
    "cut at a quarter": {"cut": 0.25},
    "cut at half": {"cut": 0.5},
    "cut at three quarters": {"cut": 0.75},
    "gone": {"is": "gone"},
    "a folder": {"is": "folder"},
    "not UTF-8": {"hex": "ff"},
    "far too large": {"front": "x" * 1_000_001},
    "with half a condition": {"front": "{% if"},
    "with a name that is nowhere": {"front": "{{ nothing.there }}"},
}


UNSEEN_BY_A_BUILD = {"overrides/components/pull-request.md", "overrides/changes.typ"}  # which make changes alone shows
NO_TEMPLATES = {"overrides/paper.yml", "overrides/policy.typ"}  # in which braces are no mistake


def look(way: str) -> Callable[[Path], list[Batch]]:
    """Each file of the look spoilt in one way."""

    def cases(project: Path) -> list[Batch]:
        shown = [name for name in known(project) if name.startswith("overrides/") and name not in UNSEEN_BY_A_BUILD]
        if "{" in str(WAYS[way]):
            shown = [name for name in shown if name not in NO_TEMPLATES]
        return [{name: {"file": name} | WAYS[way] for name in shown}]

    return cases


# where words are typed


def _nodes(
    node: yaml.Node, key: yaml.Node | None = None, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], int, yaml.ScalarNode]]:
    """Each value with where it stands, and how far in its own lines would stand."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _nodes(value, name, (*path, name.value))
    elif isinstance(node, yaml.SequenceNode):
        for n, item in enumerate(node.value):
            yield from _nodes(item, None, (*path, str(n)))
    elif isinstance(node, yaml.ScalarNode):
        yield path, (key.start_mark.column + 2 if key else node.start_mark.column), node


def _yaml(project: Path) -> Iterator[tuple[str, int, str]]:
    """Each shared file, and the front matter of each page: its name, where its YAML begins, and that."""
    for stem in MODELS:
        yield f"{SHARED}/{stem}.yml", 0, (project / f"{SHARED}/{stem}.yml").read_text("utf-8")
    for file in sorted((project / "docs").rglob("*.md")):
        text = file.read_text("utf-8")
        front = FRONT_MATTER.match(text)
        if front and "versions" not in file.parts:
            yield file.relative_to(project).as_posix(), front.start(1), front[1]


def entries(project: Path, add: str) -> Iterator[tuple[str, Case]]:
    """Each text of a shared file and of a page's front matter, with some words at its end."""
    for name, start, text in _yaml(project):
        for path, _, node in _nodes(yaml.compose(text)):
            if PROSE.search(node.value):
                end = start + node.end_mark.index
                end -= (1 if node.style in ("'", '"') else 0) + (
                    len(text[: node.end_mark.index]) - len(text[: node.end_mark.index].rstrip())
                )
                key = (project / name).read_text("utf-8").count("\n", 0, start) + node.start_mark.line + 1
                yield f"{name} {'.'.join(path)}", {"file": name, "at": (end, end), "by": add, "key": key}


def clauses(project: Path, add: str) -> Iterator[tuple[str, Case]]:
    """Each clause with more words at its end."""
    lines = (project / POLICY).read_text("utf-8").splitlines(keepends=True)
    for id, clause in load(project).policy.clauses.items():
        if clause.lines[-1].endswith("?"):
            continue  # a question of the check, which ends with its sign
        end = sum(map(len, lines[: clause.last_line])) - 1
        yield f"{POLICY} {id}", {"file": POLICY, "at": (end, end), "by": add}


def folded(project: Path, words: str) -> Iterator[tuple[str, Case]]:
    """Each entry of Markdown with a line of words more, as a text of several lines."""
    for name, start, text in _yaml(project):
        for path, column, node in _nodes(yaml.compose(text)):
            named = path[-1] in WHERE_WORDS_ARE_TYPED or path[0] == "notes"
            if (
                named
                and PROSE.search(node.value)
                and node.start_mark.buffer is not None
                and "{ " not in text[: node.start_mark.index].rpartition("\n")[2]
            ):
                yield f"{name} {'.'.join(path)}", _one_more_line(name, start, text, node, column, words)


def _one_more_line(name: str, start: int, text: str, node: yaml.ScalarNode, column: int, words: str) -> Case:
    inside = text[node.start_mark.index : node.end_mark.index].rstrip()
    indent, first = "\n" + " " * column, start + node.start_mark.index
    whole = inside if node.style in (">", "|") else f">-{indent}{node.value}"
    return {"file": name, "at": (first, first + len(inside)), "by": f"{whole}{indent}{words}"}


def pages(project: Path) -> Iterator[str]:
    """The pages that are free for words."""
    for file in sorted((project / "docs").rglob("*.md")):
        name = file.relative_to(project / "docs").as_posix()
        ends_in_a_call = file.read_text("utf-8").rstrip().rpartition("\n")[2].startswith("{{ talk_to")
        if (
            not is_clause_page(name)
            and not name.startswith(("policy/", "letters/", "poster", "_"))
            and not ends_in_a_call
        ):
            yield f"docs/{name}"


def typed(kind: str) -> Callable[[Path], list[Batch]]:
    """What a kind forbids, wherever words are typed: on pages, in clauses, in shared entries and in front matter."""

    def cases(project: Path) -> list[Batch]:
        faults: Mapping[str, str | Mapping[str, str]] = DATA["words"][kind]
        inline = {what: words for what, words in faults.items() if isinstance(words, str)}
        lines = {what: words["line"] for what, words in faults.items() if isinstance(words, dict) and "line" in words}
        blocks = {what: words["page"] for what, words in faults.items() if isinstance(words, dict) and "page" in words}
        free = zip((inline | lines | blocks).items(), cycle(pages(project)), strict=False)
        return _apart(
            [
                *((f"{what}: {file}", {"file": file, "add": words}) for (what, words), file in free),
                *_dealt(inline, lambda words: clauses(project, f" {words}")),
                *_dealt(lines, lambda words: clauses(project, f"\n{words}")),
                *_dealt(inline | lines, lambda words: folded(project, words)),
            ]
        )

    return cases


def _dealt(
    faults: Mapping[str, str], places: Callable[[str], Iterator[tuple[str, Case]]]
) -> Iterator[tuple[str, Case]]:
    """Each fault at one place; all of the places have their turn."""
    for n, (what, words) in enumerate(faults.items()):
        found = list(places(words))
        where, case = found[n * len(found) // len(faults)] if len(found) > len(faults) else found[n % len(found)]
        yield f"{what}: {where}", case | {"or_built": re.escape(words.strip())}  # where no page shows the entry


def _apart(cases: Iterable[tuple[str, Case]]) -> list[dict[str, Case]]:
    """In batches in which no two change the same words."""
    batches: list[tuple[dict[str, Case], set[object]]] = []
    for name, case in cases:
        place = (case["file"], case["at"]) if "at" in case else name
        batch = next((one for one in batches if place not in one[1]), None)
        if batch is None:
            batches.append(batch := ({}, set()))
        batch[0][name] = case
        batch[1].add(place)
    return [cases for cases, _ in batches]


def shown_as_typed(project: Path) -> list[Batch]:
    """Each text of a shared file, a page's front matter and a clause with an element spelt in entities."""
    element = " &lt;blink&gt; it"
    found = [*entries(project, element), *clauses(project, element)]
    return [{name: case | {"or_built": "<blink"} for name, case in found}]


def signs(project: Path) -> list[Batch]:
    """Each text of a shared file, a page's front matter and a clause with one of the signs that a font may lack, in turn."""
    batches = []
    for n in (0, 3):
        found = [*entries(project, " {sign}"), *clauses(project, " {sign}")]
        given = zip(found, cycle(DATA["signs"][n:] + DATA["signs"][:n]), strict=False)
        batches.append({name: case | {"by": f" {sign}", "or_built": ""} for (name, case), sign in given})
    return batches


def slips(project: Path) -> list[Batch]:
    """Texts in one line of shared files and of front matter, each with one of the usual slips in YAML."""
    found, texts = {}, list(_yaml_texts(project))
    front, middle = DATA["slips"]["front"], DATA["slips"]["middle"]
    for (name, start, space), slip in zip(texts, cycle([*front, *middle]), strict=False):
        at = (start, start) if slip in front else (space, space + 1) if slip[-1] == " " else (space, space)
        found[f"{slip} {name} {start}"] = {"file": name, "at": at, "by": slip}
    return [found]


def _yaml_texts(project: Path) -> Iterator[tuple[str, int, int]]:
    """Every third text: its file, where it begins, and where the first space in it is."""
    for name, start, text in _yaml(project):
        for n, (_, _, node) in enumerate(_nodes(yaml.compose(text))):
            mark, line = node.start_mark, text[: node.start_mark.index].rpartition("\n")[2]
            if not n % 3 and node.style is None and PROSE.search(node.value) and not {*line} & {*"{[#"}:
                yield name, start + mark.index, start + text.index(" ", mark.index)


def numbers(project: Path) -> list[Batch]:
    """Each number of a shared file and of a page's front matter with 5000 digits."""
    found = {}
    for name, start, text in _yaml(project):
        for path, _, node in _nodes(yaml.compose(text)):
            if node.tag == "tag:yaml.org,2002:int":
                at = start + node.start_mark.index
                found[f"{name} {'.'.join(path)}"] = {"file": name, "at": (at, at), "by": "9" * 5000}
    return [found]


def deep(project: Path) -> list[Batch]:
    """Brackets within brackets, of each kind and in each place."""
    shapes = {"closed": "{{ term" + "(" * 400 + "1" + ")" * 400 + " }}", "open": "{{ term" + "(" * 400 + " }}"}
    shapes |= {
        "lists": "{{ term(" + "[" * 400 + "]" * 400 + ") }}",
        "links": "[" * 400 + "x" + "](y)" * 400,
        "quotes": "> " * 400 + "x",
    }
    free = [
        {f"{what}: {name}": {"file": name, "add": words} for name in list(pages(project))[:2]}
        for what, words in shapes.items()
    ]
    lined = [
        _dealt({what: words}, lambda words: folded(project, words))
        for what, words in shapes.items()
        if what != "quotes"
    ]
    return [{name: case for batch in free for name, case in batch.items()}, *map(dict, lined)]


TOGETHER: Mapping[str, Callable[[Path], list[Batch]]] = {
    "strays": strays,
    "odd names": odd_names,
    "links": links,
    "pipes": pipes,
    "unreadable files": unreadable,
    **{f"look {way}": look(way) for way in WAYS},
    "what a page may not hold": typed("K2"),
    "what is left over": typed("K6"),
    "elements as words": shown_as_typed,
    "signs": signs,
    "slips": slips,
    "numbers": numbers,
    "brackets": deep,
}


def environment(project: Path) -> Batch:
    """Each variable with each value: the site that it was, or one line with its name."""
    return {
        f"{name}={value}": {"env": {name: value}, "says": given.get("says", name)}
        | ({"built": True} if given.get("built") else {"or_built": ""})
        for name, given in DATA["environment"].items()
        for value in given["given"]
    }


def no_space(project: Path) -> Batch:
    """A disk that is full after so many bytes of a file."""
    return {f"{size} bytes": {"largest": size} for size in (0, 3_000, 20_000)}


RECORD = [f"--{name.replace('_', '-')}={value}" for name, value in FIRST.items()]
WORDS = {  # what a command is given
    "adopt": RECORD,
    "clauses": [
        "add",
        "--clause=old-quarrels",
        "--after=grumbles",
        "--title=Old quarrels",
        "--words=Bringing one up again.",
    ],
}
WRITING = {"adopt", "clauses", "portable", "site"}
FULL: Mapping[str, Case] = {
    "a file cannot be read": {"file": f"{SHARED}/terms.yml", "is": "unreadable"},
    "nothing can be written": {
        "all": [
            {"file": name, "is": "unwritable"}
            for name in (".", "docs/policy/versions", "docs/policy", "docs/_versions", "docs/_shared")
        ],
        "any": True,
        "told": ".*",
    },
    "the disk is full": {"largest": 0},
}


def commands(project: Path) -> Batch:
    """Each command by itself, where bad luck meets it."""
    found = [
        file.stem
        for file in sorted((project / "macros/commands").glob("*.py"))
        if "__main__" in file.read_text("utf-8")
    ]
    return {
        f"{name}, {luck}": {
            "module": [f"macros.commands.{name}", *WORDS.get(name, ())],
            "env": {"TODAY": DAY.isoformat()},
        }
        | case
        for name in found
        for luck, case in FULL.items()
        if name in WRITING or (luck == "a file cannot be read" and name != "schemas")  # which reads none
    }


ODDLY = ("two\nlines", "a\u200bb", "<img src=x onerror=alert(1)>", "gov\udcffernors", "a\x07b")
NO_DAYS = ("1763596800", "2026-13-01", "2026-1-5", "15.9.2026", "tomorrow", "２０２６-11-22", "0026-11-22")
NO_LINES = (
    "# Paying people.",
    "- Paying people.",
    "> Paying people.",
    "1. Paying people.",
    "{{ x }}",
    "Paying.\n- People.",
)


def arguments(project: Path) -> Batch:
    """Each thing that is typed behind a command, wrongly."""
    adopted = {f"--{option}": name for option, name in TYPED.items()}
    added = {f"--{name.lower()}": name for name in ("CLAUSE", "AFTER", "TITLE", "WORDS")}
    cases: dict[str, Case] = {}
    odd, days = cycle(ODDLY), cycle(NO_DAYS)  # in turn: each is met, and none by every word
    for command, options in (("adopt", adopted), ("clauses", added)):
        for option, name in options.items():
            wrong = [*NO_LINES, "a\u200bb"] if name == "WORDS" else [next(odd), next(odd)]
            wrong += [next(days), next(days), next(days)] if name in ("ADOPTED", "IN_FORCE", "REVIEW") else []
            for words in wrong:
                given = [f"{option}={words}" if one.startswith(f"{option}=") else one for one in WORDS[command]]
                cases[f"{command} {name}={words!r}"] = {
                    "module": [f"macros.commands.{command}", *given],
                    "env": {"TODAY": DAY.isoformat()},
                    "told": f"{name}|{command}",
                }
    return cases


ONE_BY_ONE: Mapping[str, Callable[[Path], Batch]] = {
    "environment": environment,
    "no space": no_space,
    "commands": commands,
    "arguments": arguments,
}
