"""Fields and items of lists put from one YAML file into another as they are written."""

import re
from collections.abc import Iterable
from typing import Any

import yaml

from mkdocs_dossier.curate.chunks import cut_lines, end_of
from mkdocs_dossier.model.places import offset_of
from mkdocs_dossier.source.tree import compose, read_tree


class Insertion:
    """The text of a file (`text`) into which parts of another are put; both are block mappings."""

    def __init__(self, text: str, other: str) -> None:
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.text = text if text.endswith(("\n", "\r")) else text + self.newline
        self._other = re.sub(r"\r\n|\r|\n", self.newline, other)
        if not self._other.endswith(self.newline):
            self._other += self.newline
        self._data: Any = read_tree(self._other).data

    def take_field(self, key: str) -> None:
        """A field that is not there yet, at the end of the file."""
        node = _find(self._other, key)
        assert node
        name, value = node
        if name.start_mark.column or _is_flow(compose(self._other)):
            self._append(f"{key}: {_write_flow(self._data[key])}{self.newline}")
            return
        lines = cut_lines(self._other)
        start = _with_comments(lines, name.start_mark.line, 0)
        self._append("".join(lines[start : max(end_of(value), name.start_mark.line + 1)]))

    def take_items(self, key: str, places: Iterable[int]) -> None:
        """Items of a list that both have, at its end."""
        theirs, ours = _find(self._other, key), _find(self.text, key)
        assert theirs
        assert ours
        node, list_ = theirs[1], ours[1]
        block = isinstance(node, yaml.SequenceNode) and not node.flow_style
        if not block or (isinstance(list_, yaml.SequenceNode) and list_.flow_style):
            self._add(key, [_write_flow(self._data[key][place]) for place in places])
            return
        assert isinstance(node, yaml.SequenceNode)
        lines = cut_lines(self._other)
        column = self._column(list_)
        made = []
        for place in places:
            item = node.value[place]
            line = item.start_mark.line
            dash = lines[line].find("-")
            start = _with_comments(lines, line, dash)
            made += [_shift(each, column - dash) for each in lines[start : end_of(item)]]
        self._insert_lines(end_of(list_), "".join(made))

    def add_texts(self, key: str, texts: Iterable[str]) -> None:
        """Texts at the end of a list, which is begun where it is not there."""
        written = [_write_flow(text) for text in texts]
        if not written:
            return
        if _find(self.text, key) is None:
            self._append(f"{key}: [{', '.join(written)}]{self.newline}")
        else:
            self._add(key, written)

    def _add(self, key: str, written: list[str]) -> None:
        found = _find(self.text, key)
        assert found
        list_ = found[1]
        if isinstance(list_, yaml.SequenceNode) and list_.flow_style:
            mark = list_.end_mark
            at = offset_of(self.text, (mark.line + 1, mark.column + 1)) - 1
            before = re.sub(r",?\s*\Z", "", self.text[:at]) if list_.value else self.text[:at]
            joined = ", ".join(written)
            self.text = f"{before}{', ' if list_.value else ''}{joined}{self.text[at:]}"
            return
        head = " " * self._column(list_)
        self._insert_lines(end_of(list_), "".join(f"{head}- {w}{self.newline}" for w in written))

    def _column(self, list_: yaml.Node) -> int:
        """The column of the dashes of a list in block style."""
        return cut_lines(self.text)[list_.start_mark.line].find("-")

    def _insert_lines(self, line: int, text: str) -> None:
        lines = cut_lines(self.text)
        self.text = "".join([*lines[:line], text, *lines[line:]])

    def _append(self, text: str) -> None:
        root = compose(self.text)
        self._insert_lines(end_of(root), text)


def _find(text: str, key: str) -> tuple[yaml.Node, yaml.Node] | None:
    root = compose(text)
    assert isinstance(root, yaml.MappingNode)
    return next(((name, value) for name, value in root.value if name.value == key), None)


def _is_flow(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _with_comments(lines: list[str], line: int, column: int) -> int:
    """The first line of the comments above a line, in its column, but never the file's head."""
    start = line
    while start > 1 and re.match(rf" {{{column}}}#", lines[start - 1]):
        start -= 1
    return start


def _shift(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]


def _write_flow(value: Any) -> str:
    """A value as it may stand anywhere on one line."""
    written = yaml.safe_dump(
        [value], default_flow_style=True, allow_unicode=True, width=10**9, sort_keys=False
    )
    return written.strip()[1:-1]
