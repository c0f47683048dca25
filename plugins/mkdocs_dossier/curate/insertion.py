"""Fields and items of lists put from one YAML file into another, as they are written.

Each is tried as its lines stand, with their comments; where the layout does not allow that (flow
style, anchors, explicit keys), as plain data. What is kept reads exactly as it should.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import yaml

from mkdocs_dossier.curate.chunks import cut_lines, end_of
from mkdocs_dossier.curate.references import Unfollowed
from mkdocs_dossier.model.places import offset_of
from mkdocs_dossier.source.tree import compose, read_tree

_WIDTH = 100


class Insertion:
    """The text of a file (`text`) into which parts of another are put; both are mappings.

    Each function raises Unfollowed where a layout cannot be followed; then nothing has changed.
    """

    def __init__(self, text: str, other: str) -> None:
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.text = text if text.endswith(("\n", "\r")) else text + self.newline
        self._other = re.sub(r"\r\n|\r|\n", self.newline, other)
        if not self._other.endswith(self.newline):
            self._other += self.newline
        self._data: Any = read_tree(self._other).data

    def take_field(self, key: str) -> None:
        """A field that is not there yet, or empty, at the end of the file."""
        value = self._data[key]
        written = yaml.safe_dump(
            {key: value}, allow_unicode=True, width=_WIDTH, sort_keys=False
        ).replace("\n", self.newline)
        self._choose(
            key,
            value,
            lambda: self._fill(key, value),
            lambda: self._append(self._field_lines(key)),
            lambda: self._append(written),
            lambda: self.text + written,  # where the last value is an alias
            lambda: self._append_flow(key, value),
        )

    def take_items(self, key: str, places: Sequence[int]) -> None:
        """Items of a list that both have, at its end."""
        if not places:
            return
        items = [self._data[key][place] for place in places]
        written = [_write_flow(item) for item in items]
        self._choose(
            key,
            [*self._read()[key], *items],
            lambda: self._item_lines(key, places),
            lambda: self._add(key, written),
        )

    def add_texts(self, key: str, texts: Iterable[str]) -> None:
        """Texts at the end of a list, which is begun where it is not there."""
        added = list(texts)
        if not added:
            return
        written = [_write_flow(text) for text in added]
        line = f"{key}: [{', '.join(written)}]{self.newline}"
        list_ = [*(self._read().get(key) or []), *added]
        self._choose(
            key,
            list_,
            lambda: self._add(key, written),
            lambda: self._fill(key, list_),
            lambda: self._append(line),
            lambda: self.text + line,
            lambda: self._append_flow(key, list_),
        )

    def _choose(self, key: str, value: Any, *ways: Callable[[], str | None]) -> None:
        """Take the first text that reads as the present one with another value of a field."""
        wanted = {**self._read(), key: value}
        for way in ways:
            text = way()
            if text is not None and _read(text) == wanted:
                self.text = text
                return
        raise Unfollowed(1, 1)

    def _read(self) -> Any:
        return read_tree(self.text).data

    def _fill(self, key: str, value: Any) -> str | None:
        """The value of an empty field in its place."""
        found = _find(self.text, key)
        if found is None or self._read()[key]:
            return None
        name, node = found
        start, end = self._offset(node.start_mark), self._offset(node.end_mark)
        if start == end:  # nothing is written after the colon
            start = end = self.text.index(":", self._offset(name.end_mark)) + 1
            return f"{self.text[:start]} {_write_flow(value)}{self.text[end:]}"
        return f"{self.text[:start]}{_write_flow(value)}{self.text[end:]}"

    def _field_lines(self, key: str) -> str | None:
        node = _find(self._other, key)
        if node is None or node[0].start_mark.column or _is_flow(compose(self._other)):
            return None
        name, value = node
        lines = cut_lines(self._other)
        start = _with_comments(lines, name.start_mark.line, 0)
        return "".join(lines[start : max(end_of(value), name.start_mark.line + 1)])

    def _item_lines(self, key: str, places: Iterable[int]) -> str | None:
        theirs, ours = _find(self._other, key), _find(self.text, key)
        if theirs is None or ours is None or _is_flow(theirs[1]) or _is_flow(ours[1]):
            return None
        node, list_ = theirs[1], ours[1]
        if not isinstance(node, yaml.SequenceNode):
            return None
        lines = cut_lines(self._other)
        column = self._column(list_)
        made = []
        for place in places:
            item = node.value[place]
            line = item.start_mark.line
            dash = lines[line].find("-")
            start = _with_comments(lines, line, dash)
            made += [_shift(each, column - dash) for each in lines[start : end_of(item)]]
        return self._insert_lines(end_of(list_), "".join(made))

    def _add(self, key: str, written: list[str]) -> str | None:
        found = _find(self.text, key)
        if found is None or not isinstance(found[1], yaml.SequenceNode):
            return None
        list_ = found[1]
        joined = ", ".join(written)
        if not list_.flow_style:
            head = " " * self._column(list_)
            added = "".join(f"{head}- {each}{self.newline}" for each in written)
            return self._insert_lines(end_of(list_), added)
        if not list_.value:
            at = self._offset(list_.end_mark) - 1
            return f"{self.text[:at]}{joined}{self.text[at:]}"
        at = self._offset(list_.value[-1].end_mark)
        return f"{self.text[:at]}, {joined}{self.text[at:]}"

    def _append_flow(self, key: str, value: Any) -> str | None:
        """A field behind the last one, where all stand between braces."""
        root = compose(self.text)
        if not _is_flow(root):
            return None
        at = self._offset(root.value[-1][1].end_mark)
        return f"{self.text[:at]}, {key}: {_write_flow(value)}{self.text[at:]}"

    def _column(self, list_: yaml.Node) -> int:
        """The column of the dashes of a list in block style."""
        return cut_lines(self.text)[list_.start_mark.line].find("-")

    def _offset(self, mark: yaml.Mark) -> int:
        return offset_of(self.text, (mark.line + 1, mark.column + 1))

    def _insert_lines(self, line: int, text: str) -> str:
        lines = cut_lines(self.text)
        return "".join([*lines[:line], text, *lines[line:]])

    def _append(self, text: str | None) -> str | None:
        return None if text is None else self._insert_lines(end_of(compose(self.text)), text)


def _read(text: str) -> Any:
    """The data of a text; None where it is none, or has faults."""
    try:
        tree = read_tree(text)
        compose(text)
    except yaml.YAMLError:
        return None
    return tree.data if tree.complete and not tree.faults else None


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
