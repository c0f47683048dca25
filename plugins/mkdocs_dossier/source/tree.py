"""YAML text to plain data, with the position of every value.

Built from the parser's events: scalars stay as written (`no`, `2024-03-21`, `1.10`), nothing is
resolved or constructed, and depth and aliases are bounded whatever the file holds.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml
from yaml._yaml import CParser

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.characters import find_forbidden, prints, replace_forbidden
from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.model.problem import Level

_LINE_END = re.compile(r"\r\n|\r|\n")
ParserEvent = Any  # PyYAML's types do not tell its events apart

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# YAML 1.1 ends lines where no editor does.
_NO_BREAKS = "\x85\u2028\u2029"
_HARMLESS_TAGS = {
    kind: {"!", *(f"tag:yaml.org,2002:{name}" for name in names.split())}
    for kind, names in (
        (yaml.ScalarEvent, "str null int float bool timestamp"),
        (yaml.SequenceStartEvent, "seq"),
        (yaml.MappingStartEvent, "map"),
    )
}


@dataclass(frozen=True)
class Fault:
    """A fault of form at a position; `key` and `values` make its message."""

    position: Position
    rule: str
    key: str
    values: dict[str, str] = field(default_factory=dict)
    level: Level = "error"


@dataclass
class Tree:
    """The data of one YAML document: dicts, lists, texts and None; `texts`: all in it, by path."""

    data: Any = None
    texts: list[tuple[Path, str]] = field(default_factory=list)
    positions: dict[Path, Position] = field(default_factory=dict)
    key_positions: dict[Path, Position] = field(default_factory=dict)
    plain: list[tuple[Path, str, yaml.Mark, yaml.Mark]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    complete: bool = True


class _Stop(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def split_lines(text: str) -> list[str]:
    """The lines of a file as editors count them, without their ends."""
    return _LINE_END.split(text)


def compose(text: str) -> yaml.Node:
    """The nodes of a text that `read_tree` has read, without fault, as data."""
    node = yaml.compose(_without_odd_breaks(text), Loader=yaml.CSafeLoader)
    assert node
    return node


def parse_events(text: str) -> Iterator[ParserEvent]:
    """What the parser sees, one after the other; it may raise yaml.YAMLError at any of them."""
    return iter(CParser(_without_odd_breaks(text)).get_event, None)


def _without_odd_breaks(text: str) -> str:
    for each in _NO_BREAKS:
        text = text.replace(each, " ")
    return text


def read_tree(text: str, first_line: int = 1, items: int = limits.ITEMS) -> Tree:
    """Parse one YAML document that starts on `first_line` of its file, with lists of `items`.

    A syntax error raises yaml.YAMLError; all other faults are in the result, whose `complete`
    is False when reading had to stop.
    """
    tree = Tree()
    builder = _Builder(tree, first_line - 1, items, _is_clean(text))
    try:
        builder.document(parse_events(text))
    except _Stop as stop:
        tree.faults.append(stop.fault)
        tree.complete = False
    return tree


class _Builder:
    def __init__(self, tree: Tree, line_offset: int, items: int, clean: bool) -> None:
        self.tree = tree
        self.clean = clean  # the whole document, so that no text need be looked at
        self.first_line = line_offset + 1
        self.items = items
        self.most = max(limits.VALUES, 5 * items)
        self.anchors: dict[str, list[ParserEvent]] = {}
        self.recordings: list[list[ParserEvent]] = []
        self.values = 0

    def position(self, mark: Any) -> Position:
        return mark.line + self.first_line, mark.column + 1

    def document(self, events: Iterator[ParserEvent]) -> None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.tree.positions:
                    raise _Stop(Fault(self.position(event.start_mark), "yaml", "yaml.documents"))
                self.tree.data = self.node(next(events), events, (), None)

    def node(
        self, event: ParserEvent, events: Iterator[ParserEvent], path: Path, at: Position | None
    ) -> Any:
        """Build one value. `at` is the alias's position while an alias is replayed."""
        if self.recordings:
            self.record(event)
        mark = event.start_mark
        position = at or (mark.line + self.first_line, mark.column + 1)
        self.tree.positions.setdefault(path, position)
        self.values += 1
        if self.values > self.most:
            self.stop(position, "limit.values", limits.VALUES)
        if len(path) > limits.NESTING:
            self.stop(position, "limit.nesting", limits.NESTING)
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self.alias(event, path, position)
        if event.tag is not None:
            self.judge_tag(event, position)
        if event.anchor is not None:
            self.recordings.append([event])
            value = self.content(event, events, path, at)
            self.anchors[event.anchor] = self.recordings.pop()
            return value
        if kind is yaml.ScalarEvent:
            return self.scalar(event, path, position)
        return self.content(event, events, path, at)

    def judge_tag(self, event: ParserEvent, position: Position) -> None:
        if event.tag not in _HARMLESS_TAGS[type(event)]:
            self.tree.faults.append(Fault(position, "yaml", "yaml.tag", {"found": event.tag}))

    def stop(self, position: Position, key: str, most: int) -> NoReturn:
        raise _Stop(Fault(position, "limit", key, {"most": str(most)}))

    def alias(self, event: ParserEvent, path: Path, position: Position) -> Any:
        recorded = self.anchors.get(event.anchor)
        if recorded is None:
            raise _Stop(Fault(position, "yaml", "yaml.alias", {"found": event.anchor}))
        recordings, self.recordings = self.recordings, []
        replay = iter(recorded)
        value = self.content(next(replay), replay, path, position)
        self.recordings = recordings
        return value

    def content(
        self, event: ParserEvent, events: Iterator[ParserEvent], path: Path, at: Position | None
    ) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, path, at or self.position(event.start_mark))
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, path, at)
        return self.mapping(events, path, at)

    def scalar(self, event: ParserEvent, path: Path, at: Position) -> str | None:
        if not event.style:
            self.tree.plain.append((path, event.value, event.start_mark, event.end_mark))
            if event.value in NULLS and event.tag is None:
                return None
        written: str = event.value
        if len(written) > limits.TEXT:
            values = {"field": _field(path), "most": str(limits.TEXT)}
            self.tree.faults.append(Fault(at, "limit", "limit.text", values))
        text = written[: limits.TEXT] if self.clean else self.mend(written, at)
        self.tree.texts.append((path, text))
        return text

    def mend(self, written: str, at: Position) -> str:
        """A text as it may stand, and a fault for each character that may not."""
        if not written.isprintable():
            for place in find_forbidden(written):  # written with a `\\`
                found = {"found": f"U+{ord(written[place]):04X}"}
                self.tree.faults.append(Fault(at, "yaml", "yaml.character", found))
        return _clean(written[: limits.TEXT])

    def sequence(self, events: Iterator[ParserEvent], path: Path, at: Position | None) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                self.record(event)
                break
            if len(items) == self.items:
                self.stop(at or self.position(event.start_mark), "limit.items", self.items)
            items.append(self.node(event, events, (*path, len(items)), at))
        return items

    def mapping(
        self, events: Iterator[ParserEvent], path: Path, at: Position | None
    ) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                self.record(event)
                break
            mark = event.start_mark
            position = at or (mark.line + self.first_line, mark.column + 1)
            if len(entries) == limits.ITEMS:
                self.stop(position, "limit.items", limits.ITEMS)
            if not isinstance(event, yaml.ScalarEvent):
                raise _Stop(Fault(position, "yaml", "yaml.key"))
            if event.tag is not None:
                self.judge_tag(event, position)
            if self.recordings:
                self.record(event)
            key = event.value[: limits.NAME]
            if not self.clean:
                key = _clean(key)
            if key == "<<":
                self.tree.faults.append(Fault(position, "yaml", "yaml.merge"))
                self.skip(events, (*path, key), at)
                continue
            if key in entries:
                self.tree.faults.append(
                    Fault(position, "duplicate-key", "duplicate-key", {"found": key})
                )
                self.skip(events, (*path, key, "\0again"), at)
                continue
            self.tree.key_positions[*path, key] = position
            entries[key] = self.node(next(events), events, (*path, key), at)
        return entries

    def skip(self, events: Iterator[ParserEvent], path: Path, at: Position | None) -> None:
        """Read a value that is no part of the data."""
        count = len(self.tree.texts)
        self.node(next(events), events, path, at)
        del self.tree.texts[count:]

    def record(self, event: ParserEvent) -> None:
        for recording in self.recordings:
            recording.append(event)


def _is_clean(text: str) -> bool:
    """Whether it is plain that `_clean` leaves each text of a document as it is; a character that
    is written with a `\\` stands in none.
    """
    return "\\" not in text and prints(text) and unicodedata.is_normalized("NFC", text)


def _clean(text: str) -> str:
    """A text in NFC, without the characters that none may hold."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", replace_forbidden(text))


def _field(path: Path) -> str:
    """The name of the field that a path leads into."""
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")
