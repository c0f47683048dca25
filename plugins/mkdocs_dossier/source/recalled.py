"""Results by id that are kept from one run to the next, each with all that was read for it."""

from collections.abc import Callable
from typing import Any, Protocol

import orjson

from mkdocs_dossier.model.reads import Read, record_reads
from mkdocs_dossier.source.answers import Answers, restore
from mkdocs_dossier.source.known import Store


class OwnStore(Store, Protocol):
    """A store that no other process has open."""

    def save(self) -> None:
        """Write what was left, and let go."""


class Recalled:
    """The results of one name. `world`: what none of them notes that it reads.

    Asking again all that was read costs about 20 µs a read, where something is left.
    """

    def __init__(self, store: OwnStore | None, name: str, world: str, answers: Answers) -> None:
        self._store, self._name, self._world = store, name, world
        self._answers = answers
        self._now: dict[str, tuple[list[int], Any]] = {}
        self._reads: list[Read] = []
        self._then: dict[str, tuple[list[int], Any]] = {}
        self._changed: frozenset[int] = frozenset()
        if piece := store.last(name, world) if store else None:
            reads, left, self._then = orjson.loads(piece)
            self._reads = list(map(restore, reads))
            now = map(answers.__getitem__, self._reads)
            pairs = enumerate(zip(left, now, strict=True))
            self._changed = frozenset(place for place, (then, each) in pairs if then != each)
        self._places = {read: place for place, read in enumerate(self._reads)}

    def get(self, id: str, make: Callable[[], Any]) -> Any:
        """What was found for an id, as JSON gives it: the last time, if all that was read is the
        same; `make` finds it else.
        """
        if self._store is None:
            return make()
        found = self._then.get(id)
        if found is None or not self._changed.isdisjoint(found[0]):
            reads: set[Read] = set()
            with record_reads(reads):
                made = make()
            found = list(map(self._place, reads)), made
        self._now[id] = found
        return found[1]

    def keep(self) -> None:
        """Leave all that was asked for to the next run, if it is something else."""
        if self._store is None or self._now == self._then:
            return
        used: dict[int, int] = {}
        results = {
            id: ([used.setdefault(place, len(used)) for place in places], result)
            for id, (places, result) in self._now.items()
        }
        reads = [self._reads[place] for place in used]
        answers = [self._answers[read] for read in reads]
        self._store.put_last(self._name, self._world, orjson.dumps((reads, answers, results)))
        self._store.save()

    def _place(self, read: Read) -> int:
        place = self._places.setdefault(read, len(self._reads))
        if place == len(self._reads):
            self._reads.append(read)
        return place
