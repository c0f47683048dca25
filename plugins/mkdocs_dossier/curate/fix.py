"""What has one right answer, mended in place: order of fields, spacing, quoted dates, sorted lists.

Each step is kept only if the file reads as before; comments stay with what they stand above.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import yaml

from mkdocs_dossier.curate.answers import Language, find_answers, kinds_at
from mkdocs_dossier.curate.chunks import Pieces, cut_lines, end_of, rearrange
from mkdocs_dossier.curate.references import Edit, apply_edits
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.base import Path, Value
from mkdocs_dossier.model.dates import Date, InvalidDate, parse
from mkdocs_dossier.model.nearest import simplify
from mkdocs_dossier.model.order import order_of
from mkdocs_dossier.model.places import offset_of
from mkdocs_dossier.source import front_matter, invisible
from mkdocs_dossier.source.complaints import class_at
from mkdocs_dossier.source.tree import Fault, compose, read_tree

# Lists in which the order of the items says nothing.
SORTED = frozenset({"tags", "never_link", "ignore", "supports"})
_PLAIN_DATE = re.compile(r"(?:\.\./)?\d[\dXYS/~?%.-]*|\.\.")
_AROUND_COLON = re.compile(r"[ \t]*:[ \t]+")
_MOST_ROUNDS = 300
Model = type[Value]


def fix_file(text: str, model: Model, spoken: Language | None = None) -> str:
    """The text of a file that holds a `model`, mended; as it is where it cannot be read.

    `spoken`: also values that are errors and have one right answer.
    """
    if not issubclass(model, Article):
        return _fix(text, model, spoken)
    split = front_matter.split(text)
    if isinstance(split, Fault):
        return text
    start = text.index(split.header, text.index("---") + 3)
    return text[:start] + _fix(split.header, model, spoken) + text[start + len(split.header) :]


def _fix(text: str, model: Model, spoken: Language | None) -> str:
    text = invisible.mend(text)[0]
    answer = partial(_answer, spoken=spoken)
    for step in (_space, answer, _mark_dates, _sort_lists, _order_fields):
        if not _is_readable(text):
            return text
        text = step(text, model)
    return text


def _is_readable(text: str) -> bool:
    try:
        tree = read_tree(text)
    except yaml.YAMLError:
        return False
    return tree.complete and not tree.faults and isinstance(tree.data, dict)


def _read(text: str) -> Any:
    """The data of a text; None where it is none."""
    try:
        tree = read_tree(text)
    except yaml.YAMLError:
        return None
    return tree.data if tree.complete and not tree.faults else None


def _walk(node: yaml.Node, path: Path = ()) -> Iterator[tuple[Path, yaml.Node]]:
    yield path, node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _walk(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _walk(item, (*path, index))


def _space(text: str, model: Model) -> str:
    """No spaces at the end of lines, one after the colon, one line end at the end of the file."""
    root = compose(text)
    held: set[int] = set()
    edits: set[Edit] = set()
    for _, node in _walk(root):
        first, last = node.start_mark.line, node.end_mark.line
        if isinstance(node, yaml.ScalarNode):
            held |= set(range(first, last))
        elif isinstance(node, yaml.MappingNode):
            edits |= set(_space_colons(text, node))
    start = 0
    for number, line in enumerate(cut_lines(text)):
        bare = line.rstrip("\r\n")
        if number not in held and bare != bare.rstrip(" \t"):
            edits.add(Edit(start + len(bare.rstrip(" \t")), start + len(bare), ""))
        start += len(line)
    return _keep(text, _end_once(apply_edits(text, edits)), same=lambda data: data)


def _space_colons(text: str, node: yaml.MappingNode) -> Iterator[Edit]:
    for key, value in node.value:
        if key.end_mark.line == value.start_mark.line and value.start_mark != value.end_mark:
            start, end = _offset(text, key.end_mark), _offset(text, value.start_mark)
            if _AROUND_COLON.fullmatch(text[start:end]) and text[start:end] != ": ":
                yield Edit(start, end, ": ")


def _end_once(text: str) -> str:
    ends = re.findall(r"\r\n|\r|\n", text)
    return text.rstrip("\r\n") + (ends[0] if ends else "\n") if text.strip() else text


def _answer(text: str, model: Model, spoken: Language | None) -> str:
    """Dates as people write them, and labels of the vocabulary, as the format has them."""
    if spoken is None:
        return text
    edits, wanted = set(), _read(text)
    for path, node, answer in find_answers(_walk(compose(text)), model, spoken):
        edits.add(Edit(_offset(text, node.start_mark), _offset(text, node.end_mark), answer))
        wanted = _put(wanted, path, answer)
    new = apply_edits(text, edits)
    return new if _read(new) == wanted else text


def _mark_dates(text: str, model: Model) -> str:
    """Dates between quotation marks where YAML needs them, and nowhere else."""
    for path, node in list(_walk(compose(text))):
        if Date not in kinds_at(model, path) or node.start_mark.line != node.end_mark.line:
            continue
        start, end = _offset(text, node.start_mark), _offset(text, node.end_mark)
        written = text[start:end]
        quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
        if quoted and node.value == written[1:-1] and _PLAIN_DATE.fullmatch(node.value):
            new = text[:start] + node.value + text[end:]
            return _mark_dates(new, model) if _read(new) == _read(text) else text
        if isinstance(node, yaml.CollectionNode) and node.flow_style and _parses(written):
            new = f'{text[:start]}"{written}"{text[end:]}'
            wanted = _put(_read(text), path, written)
            return _mark_dates(new, model) if _read(new) == wanted else text
    return text


def _parses(written: str) -> bool:
    try:
        parse(written)
    except InvalidDate:
        return False
    return '"' not in written and "\\" not in written


def _put(data: Any, path: Path, value: str) -> Any:
    holder = data
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = value
    return data


def _sort_lists(text: str, model: Model) -> str:
    for path, node in list(_walk(compose(text))):
        if not (path and path[-1] in SORTED and isinstance(node, yaml.SequenceNode)):
            continue
        items = node.value
        if not all(isinstance(item, yaml.ScalarNode) for item in items):
            continue
        order = sorted(range(len(items)), key=lambda at: _place(items[at].value))
        if order == list(range(len(items))):
            continue
        new = _sort_flow(text, items, order) if node.flow_style else _sort_block(text, node, order)
        kept = _keep(text, new, same=_without_order)
        if kept != text:
            return _sort_lists(kept, model)
    return text


def _place(value: str) -> tuple[str, str]:
    return simplify(value), value


def _sort_flow(text: str, items: list[yaml.ScalarNode], order: list[int]) -> str | None:
    if items[0].start_mark.line != items[-1].end_mark.line:
        return None
    spans = [(_offset(text, item.start_mark), _offset(text, item.end_mark)) for item in items]
    written = [text[start:end] for start, end in spans]
    edits = {
        Edit(*spans[place], written[item]) for place, item in enumerate(order) if place != item
    }
    return apply_edits(text, edits)


def _sort_block(text: str, node: yaml.SequenceNode, order: list[int]) -> str | None:
    lines = cut_lines(text)
    starts = tuple(item.start_mark.line for item in node.value)
    columns = {lines[line].find("-") for line in starts}
    if len(columns) > 1:
        return None
    return rearrange(text, Pieces(starts, columns.pop(), end_of(node)), order)


def _order_fields(text: str, model: Model) -> str:
    """The fields of each mapping in the order of the format."""
    if "&" in text and any(_has_anchor(text)):
        return text
    given_up: set[Path] = set()
    for _ in range(_MOST_ROUNDS):
        for path, node in _walk(compose(text)):
            if path in given_up or not isinstance(node, yaml.MappingNode) or node.flow_style:
                continue
            order = _find_order(node, class_at(model, path))
            if order is None:
                continue
            starts = tuple(key.start_mark.line for key, _ in node.value)
            pieces = Pieces(starts, node.value[0][0].start_mark.column, end_of(node))
            kept = _keep(text, rearrange(text, pieces, order), same=lambda data: data)
            if kept != text:
                text = kept
                break
            given_up.add(path)
        else:
            break
    return text


def _has_anchor(text: str) -> Iterator[bool]:
    return (getattr(each, "anchor", None) is not None for each in yaml.parse(text))


def _find_order(node: yaml.MappingNode, holder: Model | None) -> list[int] | None:
    """In which order the fields belong; None where they stand in it, or one is unknown."""
    if holder is None:
        return None
    known = order_of(holder)
    names = [key.value for key, _ in node.value]
    if not set(names) <= set(known):
        return None
    order = sorted(range(len(names)), key=lambda at: known.index(names[at]))
    return None if order == list(range(len(names))) else order


def _keep(text: str, new: str | None, same: Callable[[Any], Any]) -> str:
    """The new text if it says the same, with the same comments; otherwise the old one."""
    if new is None or new == text:
        return text
    if same(_read(new)) != same(_read(text)) or _strip_lines(new) != _strip_lines(text):
        return text
    return new


def _strip_lines(text: str) -> list[str]:
    """What lines hold, in order of the alphabet, without the spaces between them."""
    flat = "\n".join(re.sub(r"\s+|(?<=\s)-(?=\s)|^-(?=\s)", "", line) for line in cut_lines(text))
    return sorted("".join(sorted(line)) for line in flat.split("\n") if line)


def _without_order(data: Any, field: str = "") -> Any:
    if isinstance(data, dict):
        return {key: _without_order(value, key) for key, value in data.items()}
    if isinstance(data, list):
        found = [_without_order(value) for value in data]
        return sorted(found, key=str) if field in SORTED else found
    return data


def _offset(text: str, mark: yaml.Mark) -> int:
    return offset_of(text, (mark.line + 1, mark.column + 1))
