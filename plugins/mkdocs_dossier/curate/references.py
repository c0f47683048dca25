"""Where texts refer to a record, as edits that put another id there and change nothing else."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from mkdocs_dossier.index.embeds import find_embeds
from mkdocs_dossier.model.base import Path, Value, keys
from mkdocs_dossier.model.dossier import Origin
from mkdocs_dossier.model.places import offset_of, position_of
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.references import Reference, Term
from mkdocs_dossier.names.explicit import find_explicit
from mkdocs_dossier.names.markup import find_written_links
from mkdocs_dossier.names.masking import find_masks
from mkdocs_dossier.source.page_settings import read_page

_ANCHOR = re.compile(r"#([\w-]+)")
_RECORD_OPTIONS = ("actors", "states", "places", "highlight")


@dataclass(frozen=True, order=True)
class Edit:
    """What is to stand between two offsets of a text."""

    start: int
    end: int
    new: str


class Unfollowed(Exception):
    """A reference written so that it cannot be edited in place; `line` and `column` say where."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(f"{line}:{column}")
        self.line, self.column = line, column


@dataclass(frozen=True)
class Renaming:
    """An old id and the new one; `anchors`: statements of the old one that get another id too."""

    old: str
    new: str
    anchors: Mapping[str, str] = field(default_factory=dict)

    def follow(self, value: Any, is_id: bool) -> Any:
        """A loaded value as it reads after the renaming; `is_id`: it refers to something."""
        if not isinstance(value, str):
            return value
        if is_id:
            record, hash_, anchor = value.partition("#")
            if record != self.old:
                return str(value)
            return f"{self.new}{hash_}{self.anchors.get(anchor, anchor)}"
        for edit in sorted(self._edit_links(value), reverse=True):
            value = value[: edit.start] + edit.new + value[edit.end :]
        return str(value)

    def edit_values(self, value: Value, origin: Origin) -> Iterator[Edit]:
        """The edits in a file of fields, or in the front matter of an article."""
        for path, each in value.walk():
            if not isinstance(each, str) or self.follow(each, refers(value, path, each)) == each:
                continue
            at = offset_of(origin.text, origin.locate(path))
            if origin.text[at : at + 1] == "*":  # an alias: what it repeats is edited
                continue
            if refers(value, path, each):
                yield self._edit_scalar(origin.text, at)
            else:
                yield from self._edit_prose(origin.text, at, each)

    def edit_body(self, body: str, start: int) -> Iterator[Edit]:
        """The edits in the text of an article, which starts at an offset of its file."""
        for edit in self._edit_links(body):
            yield Edit(edit.start + start, edit.end + start, edit.new)

    def edit_page(self, text: str, links: bool) -> Iterator[Edit]:
        """The edits in a page written by hand; `links`: `[[id]]` is a link there."""
        page = read_page(text)
        start = len(text) - len(page.body)
        origin = Origin("", text, page.positions)
        yield from self.edit_values(page.fields.mentions, _narrow(origin, "mentions"))
        if links:
            for link in find_written_links(page.body):
                if link.target == self.old:
                    yield self._edit_at(text, page.body.index(self.old, link.start) + start)
        lines = page.body.split("\n")
        for embed in find_embeds(page.body)[1]:
            line_start = start + sum(len(line) + 1 for line in lines[: embed.line - 1])
            for option in re.finditer(r"(?<=\s)(\w+)=(\S*)", lines[embed.line - 1]):
                if option[1] in _RECORD_OPTIONS:
                    for word in re.finditer(r"[^,]+", option[2]):
                        if word[0] == self.old:
                            yield self._edit_at(text, line_start + option.start(2) + word.start())

    def _edit_at(self, text: str, at: int) -> Edit:
        return self._with_anchor(text, Edit(at, at + len(self.old), self.new))

    def _edit_scalar(self, text: str, at: int) -> Edit:
        return self._with_anchor(text, replace_scalar(text, at, self.old, self.new))

    def _with_anchor(self, text: str, edit: Edit) -> Edit:
        """The edit, over the statement's id behind the record's where that changes as well."""
        found = _ANCHOR.match(text, edit.end)
        if not found or found[1] not in self.anchors:
            return edit
        return Edit(edit.start, found.end(), f"{edit.new}#{self.anchors[found[1]]}")

    def _edit_links(self, text: str) -> Iterator[Edit]:
        if "[[" in text:
            for link in find_explicit(text, find_masks(text, debris=False)):
                if link.target == self.old:
                    yield self._edit_at(text, text.index(self.old, link.start))

    def _edit_prose(self, text: str, at: int, value: str) -> Iterator[Edit]:
        """A value as written may be folded: the nth `[[id` of it is the nth from there on."""
        pattern = re.compile(rf"\[\[\s*({re.escape(self.old)})(?![\w-])")
        wanted = {edit.start for edit in self._edit_links(value)}
        written = pattern.finditer(text, at)
        for found in pattern.finditer(value):
            place = next(written, None)
            if place is None:
                raise Unfollowed(*position_of(text, at))
            if found.start(1) in wanted:
                yield self._edit_at(text, place.start(1))


def _narrow(origin: Origin, key: str) -> Origin:
    """Where the values of one field of a file stand."""
    inside = {path[1:]: at for path, at in origin.positions.items() if path[:1] == (key,)}
    return Origin(origin.path, origin.text, inside)


def replace_scalar(text: str, at: int, old: str, new: str) -> Edit:
    """The edit that puts `new` for the id in the scalar at an offset, however it is written."""
    head = r"(?:[&!]\S*\s+)*(?:[>|][^\r\n]*[\r\n]+\s*|[\"']\s*)?"
    found = re.compile(rf"{head}({re.escape(old)})(?![\w-])").match(text, at)
    if not found:
        raise Unfollowed(*position_of(text, at))
    return Edit(found.start(1), found.end(1), new)


def refers(holder: Value, path: Path, value: str) -> bool:
    """Whether a value is the id of something: by its type, or as a version of such a field."""
    if isinstance(value, Reference):
        return not isinstance(value, Term)
    if len(path) != 5 or (path[0], path[2], path[4]) != ("disputes", "versions", "value"):
        return False
    if not isinstance(holder, Identified) or not isinstance(path[1], int):
        return False
    model = type(holder)
    name = keys(model).get(holder.disputes[path[1]].about)
    return name is not None and _names_reference(model.model_fields[name].annotation)


def _names_reference(type_: Any) -> bool:
    kinds = get_args(type_) or (type_,)
    return any(
        isinstance(each, type) and issubclass(each, Reference) and not issubclass(each, Term)
        for each in kinds
    )


def apply_edits(text: str, edits: set[Edit]) -> str:
    """The text with all edits made."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text
