"""What of one dossier is what of the other: records by their ids, facts by what they say."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.records import Identified

V = TypeVar("V")


@dataclass(frozen=True)
class Pairing:
    """Records of before and after.

    `renamed` and `merged` give the id now for ids of before that are former ones by now: merged
    are those whose record was there already.
    """

    same: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: dict[str, str] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)

    def now(self, reference: str) -> str:
        """An id of before, or `record#statement`, as it is written now."""
        record, hash_, anchor = reference.partition("#")
        moved = self.renamed.get(record) or self.merged.get(record) or record
        return f"{moved}{hash_}{anchor}"


def pair_records(before: Dossier, after: Dossier) -> Pairing:
    """Which record is which; what cannot be read on either side is left out."""
    doubtful = before.unreadable | after.unreadable
    old = {each.id for each in before.everything()} - doubtful
    new = {each.id for each in after.everything()} - doubtful
    former: dict[str, str] = {}
    for each in after.everything():
        for id in each.former_ids:
            former.setdefault(id, each.id)
    moved = {id: former[id] for id in old - new if former.get(id) in new}
    merged = {id: now for id, now in moved.items() if now in old}
    renamed: dict[str, str] = {}
    for id, now in sorted(moved.items()):
        if now not in old:
            (merged if now in renamed.values() else renamed)[id] = now
    return Pairing(
        tuple(sorted(old & new)),
        tuple(sorted(new - old - set(renamed.values()))),
        tuple(sorted(old - new - moved.keys())),
        renamed,
        merged,
    )


Step = tuple[Callable[[V], Hashable], Callable[[V], Hashable]]


@dataclass(frozen=True)
class Pairs(Generic[V]):
    """Items of both sides that are the same, and those of one side alone."""

    same: list[tuple[V, V]]
    removed: list[V]
    added: list[V]


def match(before: Iterable[V], after: Iterable[V], *steps: Step[V]) -> Pairs[V]:
    """Pair what has an equal key: by the first key, then of the rest by the next.

    Each step is the key of an item of before, and that of one of after; None pairs with nothing.
    """
    old, new = list(before), list(after)
    pairs: list[tuple[V, V]] = []
    for key_before, key_after in steps:
        waiting: dict[Hashable, list[V]] = {}
        for each in new:
            waiting.setdefault(key_after(each), []).append(each)
        waiting.pop(None, None)
        left = []
        for each in old:
            found = waiting.get(key_before(each))
            if found:
                other = found.pop(0)
                pairs.append((each, other))
                new = [item for item in new if item is not other]
            else:
                left.append(each)
        old = left
    return Pairs(pairs, old, new)


def holders(before: Dossier, pairing: Pairing, now: str) -> Sequence[Identified]:
    """The records of before that are one record now: itself first, then those merged into it."""
    ids = [id for id, new in pairing.renamed.items() if new == now] or [now]
    ids += [id for id, new in pairing.merged.items() if new == now]
    return [found for found in map(before.get, ids) if found]
