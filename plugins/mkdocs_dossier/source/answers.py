"""What the tables of a dossier answer, as digests: by them a later build sees what is the same."""

from collections.abc import Callable, Iterable
from typing import Any

from mkdocs_dossier.model.reads import WHOLE, Read, record_reads
from mkdocs_dossier.source.digest import Digests

_NOTHING = ("nothing",)
"""Stands for what a table does not hold."""
_DIGEST_OF_NOTHING = Digests().of(_NOTHING)


class Answers(dict[Read, str]):
    """The digests of what was read, each made when it is first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._digests = Digests()
        self._waiting: list[Callable[[], Iterable[object]]] = []
        self._owners: dict[str, Any] = {}
        self._tables: dict[str, Any] = {}

    def forget(self) -> None:
        """Let go of all answers: each can be found again."""
        self.clear()
        self._digests = Digests()

    def ask(self, list_owners: Callable[[], Iterable[object]]) -> None:
        """Let these objects answer, too, for the tables that begin with the names of their classes.

        They are listed when one of them is needed.
        """
        self._waiting.append(list_owners)

    def __missing__(self, read: Read) -> str:
        """The digest of what is there now. Raises KeyError for a table that no owner holds."""
        found = self[read] = self.find(read)
        return found

    def find(self, read: Read) -> str:
        """The same, not remembered here: for whoever remembers it. Raises KeyError likewise."""
        known = self.get(read)
        if known is None:
            answer = self._look_up(read)
            known = _DIGEST_OF_NOTHING if answer is _NOTHING else self.digest(answer)
        return known

    def digest(self, value: Any) -> str:
        """The digest of any plain value."""
        return self._digests.of(value)

    def _look_up(self, read: Read) -> Any:
        name, key = read
        held = self._tables.get(name, _NOTHING)
        if held is _NOTHING:
            held = self._tables[name] = self._find_table(name)
        return held if key is WHOLE else held.peek(key, _NOTHING)

    def _find_table(self, name: str) -> Any:
        owner, _, attribute = name.partition(".")
        with record_reads(None):
            while self._waiting:
                self._owners |= {type(each).__name__: each for each in self._waiting.pop()()}
            return getattr(self._owners[owner], attribute)


def restore(written: Any) -> Any:
    """A read as JSON gives it, or a part of one: its tuples are lists there."""
    return tuple(map(restore, written)) if isinstance(written, list) else written
