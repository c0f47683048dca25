"""What a dossier says, as a digest: two that are equal make the same pages."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain
from typing import Any

import orjson

from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.dossier import Dossier, Origin
from mkdocs_dossier.model.records import Identified


def digest_dossier(dossier: Dossier) -> bytes:
    """Covers all values, and all texts with the places of values in them. About 30 µs a record."""
    records = chain.from_iterable(map(_describe_record, dossier.everything()))
    return digest_texts(chain(_describe_files(dossier), records))


def digest_files(dossier: Dossier) -> bytes:
    """The same of a dossier that was read from files: what its records say stands in their texts.
    About 10 µs a record.
    """
    return digest_texts(_describe_files(dossier))


def digest_rest(dossier: Dossier) -> bytes:
    """Covers what is neither a record or article nor a file's text."""
    return digest_texts(_describe_rest(dossier))


class Digests:
    """Digests of what follows from a dossier: of all plain values, wherever records stand in them.

    About 30 µs a record and 5 µs any other value, once, and 0.1 µs for each value in it.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, str]] = {}

    def of(self, value: Any) -> str:
        """The digest of a value. Raises TypeError for what holds anything but data."""
        try:
            written = orjson.dumps(value, self._stand_in, _OPTIONS)
        except TypeError:  # may hold what JSON cannot: odd keys, great numbers, half characters
            written = orjson.dumps(_unfold(value), self._stand_in, _OPTIONS)
        return hashlib.blake2b(written, digest_size=16).hexdigest()

    def _stand_in(self, value: Any) -> str:
        """The digest of what JSON does not know; as it may stand in several tables, made once, but
        for those that are many and stand in one.
        """
        if isinstance(value, tuple | frozenset | set):
            return self._digest(value)
        known = self._known.get(id(value))
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            known = self._known[id(value)] = value, self._digest(value)
        return known[1]

    def _digest(self, value: Any) -> str:
        name = type(value).__name__
        if isinstance(value, Identified):  # its fields apart are noted by whoever reads them
            text = getattr(value, "text", "")
            return digest_texts((name, value.section, value.id, value.dump_rest(), text)).hex()
        if isinstance(value, Value):
            return digest_texts((name, value.model_dump_json())).hex()
        if isinstance(value, tuple):  # a named one
            return self.of((name, *value))
        if isinstance(value, frozenset | set):
            return self.of((name, *sorted(map(self.of, value))))
        if isinstance(value, Origin):  # the text says where its values stand
            return self.of((name, value.path, value.text))
        if isinstance(value, type):
            return self.of((name, value.__qualname__))
        if is_dataclass(value):
            return self.of((name, *_list_fields(value)))
        raise TypeError(f"{name} is no data")


_MOST = 20_000
"""How many digests are remembered: those that are needed again are, mostly, before long."""
_OPTIONS = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_NON_STR_KEYS


def _unfold(value: Any) -> Any:
    """A value of lists, its texts in ASCII, its numbers as texts, its dicts as pairs."""
    if isinstance(value, str):
        return ascii(value)
    if isinstance(value, int):
        return repr(value)
    if isinstance(value, dict):
        return [(_unfold(key), _unfold(each)) for key, each in value.items()]
    if isinstance(value, list) or type(value) is tuple:
        return [_unfold(each) for each in value]
    return value


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


def _describe_files(dossier: Dossier) -> list[str]:
    parts = _describe_rest(dossier)
    for id, origin in dossier.origins.items():
        parts += [id, origin.path, origin.text]
    return parts


def _describe_record(record: Identified) -> list[str]:
    return [record.section, record.id, record.model_dump_json(), getattr(record, "text", "")]


def digest_texts(parts: Iterable[str]) -> bytes:
    """Covers each text, and where it ends."""
    found = hashlib.sha256()
    for part in parts:
        written = part.encode("utf-8", "surrogatepass")
        # each with its length, so that nothing can move from one part to the next
        found.update(b"%d:%b" % (len(written), written))
    return found.digest()
