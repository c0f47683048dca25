"""Reading on behind a fault of syntax, so that one fault hides no other of its file.

Only where it is plain what was meant: the line is read as the message tells to write it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import yaml

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.source import hints
from mkdocs_dossier.source.indentation import find_end, find_first_error, move
from mkdocs_dossier.source.tree import Fault, Tree, read_tree, split_lines

_ROUNDS = 20
_LONGEST = 100_000  # characters: the text is parsed again for each fault
_VALUES = ("yaml.colon", "yaml.quote", "yaml.at", "yaml.star", "yaml.bracket")


@dataclass(frozen=True)
class Reading:
    """What could be read: the tree, None where reading had to stop, and the faults of syntax.

    `text` is what was read in place of the file's, with as many lines; `moved`: by how many
    columns what is on a line (from 1) stands further right in it than in the file.
    """

    tree: Tree | None
    text: str
    faults: tuple[Fault, ...] = ()
    moved: dict[int, int] = field(default_factory=dict)

    def find(self, position: Position) -> Position:
        """Where in the file something stands that was read at a position."""
        line, column = position
        return line, max(1, column - self.moved.get(line, 0))


def read_on(text: str, first_line: int = 1, items: int = limits.ITEMS) -> Reading:
    """Read one YAML document that starts on `first_line` of its file. Raises nothing."""
    faults: list[Fault] = []
    moved: dict[int, int] = {}
    last = 0
    while True:
        try:
            tree = read_tree(text, first_line, items)
        except yaml.YAMLError as error:
            fault = hints.explain(error, text, first_line)
        else:
            return Reading(tree, text, tuple(faults), moved)
        if fault.position[0] <= last:  # what was meant there was something else
            return Reading(None, text, tuple(faults))
        faults.append(fault)
        last = fault.position[0]
        lines = split_lines(text)
        read = _mend(lines, last - first_line, fault) if _may_go_on(text, faults) else []
        if not read or find_first_error(read) <= last - first_line:
            return Reading(None, text, tuple(faults))
        for line, (old, new) in enumerate(zip(lines, read, strict=True), first_line):
            if by := _indent(new) - _indent(old):
                moved[line] = moved.get(line, 0) + by
                if fault.key == "yaml.tab" and line != last:
                    faults.append(replace(fault, position=(line, old.index("\t") + 1)))
        text = "\n".join(read)


def place(tree: Tree, reading: Reading) -> None:
    """Set the positions of a tree, and of its faults, to where things stand in the file."""
    if not reading.moved:
        return
    for positions in (tree.positions, tree.key_positions):
        for path, position in positions.items():
            positions[path] = reading.find(position)
    tree.faults = [replace(each, position=reading.find(each.position)) for each in tree.faults]


def keep_apart(faults: list[Fault], reading: Reading) -> Iterator[Fault]:
    """The faults of no value that was read otherwise than it is written."""
    lines = {each.position[0] for each in reading.faults if each.key in _VALUES}
    return (each for each in faults if each.position[0] not in lines)


def _may_go_on(text: str, faults: list[Fault]) -> bool:
    return len(faults) < _ROUNDS and len(text) <= _LONGEST


def _mend(lines: list[str], number: int, fault: Fault) -> list[str]:
    """The lines as they were most likely meant; none where that is not plain."""
    if number >= len(lines):  # it is the end that comes too soon
        return []
    line, column = lines[number], fault.position[1] - 1
    if fault.key == "yaml.indent":
        return move(lines, number, int(fault.values["expected"]), find_end(lines, number))
    if fault.key == "yaml.tab":
        return _replace_tabs(lines, number)
    if fault.key == "yaml.dash" and (dash := hints.ODD_DASH.match(line)):
        return _put(lines, number, f"{dash['lead']}- {line[dash.end() :]}")
    if fault.key == "yaml.colon-missing" and (odd := hints.ODD_COLON.match(line)):
        return _put(lines, number, f"{odd['lead']}{odd['key']}: {odd['rest']}")
    if fault.key in _VALUES:
        quoted = json.dumps(line[column:].rstrip(), ensure_ascii=False)
        return _put(lines, number, line[:column] + quoted)
    return []


def _replace_tabs(lines: list[str], number: int) -> list[str]:
    """With spaces for all tabs before text from a line on: so many that most can be read."""
    best: list[str] = []
    for width in (2, 4, 8):
        tried = [*lines[:number], *(_spread(line, width) for line in lines[number:])]
        if not best or find_first_error(tried) > find_first_error(best):
            best = tried
    return best


def _spread(line: str, width: int) -> str:
    indent = _indent(line)
    return line[:indent].replace("\t", " " * width) + line[indent:]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _put(lines: list[str], number: int, line: str) -> list[str]:
    return [*lines[:number], line, *lines[number + 1 :]]
