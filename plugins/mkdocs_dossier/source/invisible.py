"""Characters that look like a space or like nothing, where YAML wants plain spaces.

Word processors and keyboards put them in. Inside prose they are right (« a dit : »); as indentation
or around the colon of a field YAML takes them for letters.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from mkdocs_dossier.source.field_names import list_fields
from mkdocs_dossier.source.tree import Fault, parse_events

_ODD = "\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u202f\u205f\u2060\u3000"
_ODD_CHARACTER = re.compile(f"[{_ODD}]")
_MARKUP = re.compile(
    rf"(?P<lead>[ {_ODD}]*(?:-[ {_ODD}]+)*)"
    rf"(?:(?P<key>[a-z_0-9]+)(?P<before>[ {_ODD}]*):(?P<after>[ {_ODD}]*))?"
)


def mend(text: str, first_line: int = 1) -> tuple[str, list[Fault]]:
    """The text with plain spaces where it is markup, and a fault for each line that had others."""
    if text.replace("\n", "").isprintable() or not _ODD_CHARACTER.search(text):
        return text, []
    lines = _split(text)
    mended = [_mend_line(line) for line in lines]
    if mended == lines:
        return text, []
    prose = _find_prose(mended)
    kept = [
        new if number not in prose else _mend_indent(old, prose[number])
        for number, (old, new) in _pairs(lines, mended)
    ]
    faults = [
        _fault(old, number + first_line) for number, (old, new) in _pairs(lines, kept) if old != new
    ]
    return "".join(kept), faults


def reveal(text: str) -> str:
    """The text with what nobody sees made visible: `chine⟨U+200B⟩`."""
    if text.isprintable():
        return text
    return "".join(
        f"⟨U+{ord(each):04X}⟩" if unicodedata.category(each) == "Cf" else each for each in text
    )


def _split(text: str) -> list[str]:
    """Lines with their ends, as editors count them."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)


def _pairs(lines: list[str], others: list[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    return enumerate(zip(lines, others, strict=True))


def _mend_line(line: str) -> str:
    lead, key, before, after, rest = _take_apart(line)
    if not key:
        return f"{_plain(lead)}{rest}"
    before = "" if _ODD_CHARACTER.search(before) else before
    if _ODD_CHARACTER.match(after):
        after = _plain(after) or " "
    return f"{_plain(lead)}{key}{before}:{after}{rest}"


def _take_apart(line: str) -> tuple[str, str, str, str, str]:
    """What stands before a field's name, the name, around its colon, and the rest."""
    found = _MARKUP.match(line)
    assert found
    key = found["key"] or ""
    if key not in list_fields():
        return found["lead"], "", "", "", line[found.end("lead") :]
    return found["lead"], key, found["before"], found["after"], line[found.end() :]


def _plain(text: str) -> str:
    return _ODD_CHARACTER.sub(lambda odd: " " if _is_space(odd[0]) else "", text)


def _is_space(character: str) -> bool:
    return unicodedata.category(character) == "Zs"


def _mend_indent(line: str, width: int) -> str:
    """The line of a text with plain spaces where its indentation is."""
    return f"{_plain(line[:width])}{line[width:]}"


def _find_prose(lines: list[str]) -> dict[int, int]:
    """The lines, from 0, that go on with a text, and how far in the text stands.

    Those that cannot be read are among them, without indentation: nothing is known of them.
    """
    found: dict[int, int] = {}
    try:
        for event in parse_events("".join(lines)):
            if isinstance(event, yaml.ScalarEvent):
                first: Any = event.start_mark
                last: Any = event.end_mark
                inside = range(first.line + 1, last.line + (last.column > 0))
                written = (lines[each] for each in inside if lines[each].strip())
                widths = [len(line) - len(line.lstrip(" ")) for line in written]
                found |= dict.fromkeys(inside, min(widths, default=0))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        found |= dict.fromkeys(range(mark.line + 1 if mark else 0, len(lines)), 0)
    return found


def _fault(line: str, number: int) -> Fault:
    lead, key, before, after, _ = _take_apart(line)
    odd = _ODD_CHARACTER.search(f"{lead}{key}{before}:{after}")
    assert odd
    kind = "space" if _is_space(odd[0]) else "nothing"
    values = {"found": f"U+{ord(odd[0]):04X}"}
    return Fault((number, odd.start() + 1), "yaml", f"yaml.invisible-{kind}", values)
