"""What a dossier says, as a digest: two that are equal make the same pages."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.dossier import Dossier, Origin
from mkdocs_dossier.model.records import Identified


def digest_dossier(dossier: Dossier) -> bytes:
    """Covers all values, and all texts with the places of values in them. About 30 µs a record."""
    parts = list(_describe_rest(dossier))
    for record in dossier.everything():
        parts += _describe_record(record)
    for id, origin in dossier.origins.items():
        parts += [id, origin.path, origin.text]
    return digest_texts(parts)


def digest_rest(dossier: Dossier) -> bytes:
    """Covers what is neither a record or article nor a file's text."""
    return digest_texts(_describe_rest(dossier))


class Digests:
    """Digests of what follows from a dossier: of all plain values, wherever records stand in them.

    About 30 µs a record, once, and 1 µs for each value in a value.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, bytes]] = {}

    def of(self, value: Any) -> bytes:
        """The digest of a value. Raises TypeError for what holds anything but data."""
        parts: list[str] = []
        self._write(value, parts)
        written = "".join(parts).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(written, digest_size=16).digest()

    def _write(self, value: Any, parts: list[str]) -> None:
        """Each text stands behind its length, so that nothing can move from one to the next."""
        if isinstance(value, str):
            parts.append(f"s{len(value)}:{value}")
        elif value is None or isinstance(value, int | float | date | Enum | type):
            written = repr(value)
            parts.append(f"v{len(written)}:{written}")
        elif isinstance(value, Value):
            parts += ("r", self._digest_value(value).hex())
        elif isinstance(value, tuple) and hasattr(value, "_fields"):
            parts += ("n", self._digest_shared(value, value).hex())
        elif isinstance(value, list | tuple):
            parts.append(f"l{len(value)}:")
            for each in value:
                if type(each) is str:  # most are
                    parts.append(f"s{len(each)}:{each}")
                else:
                    self._write(each, parts)
        elif isinstance(value, dict):
            parts.append(f"d{len(value)}:")
            for pair in value.items():
                self._write(pair, parts)
        elif isinstance(value, frozenset | set):
            parts.append(f"f{len(value)}:")
            parts += sorted(self.of(each).hex() for each in value)
        elif isinstance(value, Origin):  # the text says where its values stand
            self._write((value.path, value.text), parts)
        elif is_dataclass(value):
            parts += ("n", self._digest_shared(value, _list_fields(value)).hex())
        else:
            raise TypeError(f"{type(value).__name__} is no data")

    def _digest_shared(self, value: Any, inside: Iterable[Any]) -> bytes:
        """Of what may stand in several tables: digested once."""
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = value, self.of([type(value).__name__, *inside])
        return known[1]

    def _digest_value(self, value: Value) -> bytes:
        known = self._known.get(id(value))
        if known is None:
            if isinstance(value, Identified):  # its fields apart are noted by whoever reads them
                text = getattr(value, "text", "")
                parts = [value.section, value.id, value.dump_rest(), text]
            else:
                parts = [value.model_dump_json()]
            known = self._known[id(value)] = (
                value,
                digest_texts([type(value).__name__, *parts])[:16],
            )
        return known[1]


def _list_fields(value: Any) -> Iterator[Any]:
    kind: Any = type(value)
    for name in _name_fields(kind):
        yield getattr(value, name)


@cache
def _name_fields(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _describe_rest(dossier: Dossier) -> list[str]:
    return [
        dossier.settings.model_dump_json(),
        repr(dossier.vocabulary),
        dossier.verified.model_dump_json(),
        repr((sorted(dossier.unreadable), sorted(dossier.images))),
        repr(dossier.base_map),
        dossier.citation_style,
    ]


def _describe_record(record: Identified) -> list[str]:
    return [record.section, record.id, record.model_dump_json(), getattr(record, "text", "")]


def digest_texts(parts: Iterable[str]) -> bytes:
    """Covers each text, and where it ends."""
    found = hashlib.sha256()
    for part in parts:  # with its length, so that nothing can move from one part to the next
        written = part.encode("utf-8", "surrogatepass")
        found.update(b"%d:" % len(written) + written)
    return found.digest()
