"""What would fall if an article, a document, an outlet, a quote or a statement were withdrawn."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from mkdocs_dossier.index.passages import Passages
from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import (
    Dispute,
    NoteValue,
    PartyValue,
    Source,
    Sourced,
    Statement,
)
from mkdocs_dossier.model.quotes import fold_quote
from mkdocs_dossier.model.reads import Service, made_once
from mkdocs_dossier.model.records import Identified, Record
from mkdocs_dossier.trust.origins import vouchers_of

_ASIDE = frozenset({"disputes", "notes"})


class Piece(NamedTuple):
    """A source of a fact: all by which it can be withdrawn, and the origins that it gives."""

    keys: frozenset[str]
    origins: frozenset[str]


@dataclass(frozen=True)
class Standing:
    """A fact with what it stands on. `reference` is `record#statement` or `record.field`.

    `path` leads to it in its file; `field` names what a record's own sources establish.
    """

    reference: str
    holder: Identified
    path: Path
    pieces: tuple[Piece, ...]
    fact: Sourced | None = None
    field: str = ""

    @cached_property
    def origins(self) -> frozenset[str]:
        """Where it comes from."""
        return _join(self.pieces)

    def origins_without(self, withdrawn: frozenset[str]) -> frozenset[str]:
        """What is left of its origins."""
        return _join(each for each in self.pieces if not each.keys & withdrawn)

    def is_bare_without(self, withdrawn: frozenset[str]) -> bool:
        """Whether no source is left to it."""
        return all(each.keys & withdrawn for each in self.pieces)


class Loss(NamedTuple):
    """A fact, and how many origins it has before and after."""

    standing: Standing
    before: int
    after: int

    def as_json(self) -> dict[str, Any]:
        """The loss as plain values."""
        return {
            "fact": self.standing.reference,
            "origins_before": self.before,
            "origins_after": self.after,
        }


@dataclass(frozen=True)
class Impact:
    """What a withdrawal does.

    `falls` lose their last origin, `weakens` their second; `bare` lose their last source, of which
    nobody could say the origin. All in the order of files.
    """

    withdrawn: tuple[str, ...]
    falls: tuple[Loss, ...] = ()
    weakens: tuple[Loss, ...] = ()
    bare: tuple[Loss, ...] = ()

    def __len__(self) -> int:
        return len(self.falls) + len(self.weakens) + len(self.bare)

    def as_json(self) -> dict[str, Any]:
        """The impact as plain values."""
        return {
            "withdrawn": list(self.withdrawn),
            "falls": [each.as_json() for each in self.falls],
            "weakens": [each.as_json() for each in self.weakens],
            "bare": [each.as_json() for each in self.bare],
        }


@dataclass(frozen=True)
class Support(Service):
    """What each fact of a dossier stands on, and what stands on each source."""

    dossier: Dossier

    @made_once
    def standings(self) -> list[Standing]:
        """All facts with a source that speaks for them, by file."""
        return [each for holder in self.dossier.everything() for each in self._list(holder)]

    @made_once
    def resting_on(self) -> dict[str, list[Standing]]:
        """For each article, actor, document, quote and statement, the facts that it supports."""
        found: dict[str, dict[str, Standing]] = defaultdict(dict)
        for standing in self.standings:
            for piece in standing.pieces:
                for key in piece.keys:
                    found[key][standing.reference] = standing
        return {key: list(group.values()) for key, group in found.items()}

    @made_once
    def quotes(self) -> dict[str, str]:
        """The keys of quotes by their anchors: `article#q-…`."""
        passages = Passages(self.dossier)
        return {
            f"{article.id}#{passage.anchor}": _quote_key(article.id, passage.quote)
            for article in self.dossier.articles.values()
            for passage in passages.of(article)
        }

    @made_once
    def known(self) -> dict[str, str]:
        """All that can be withdrawn: what to call it, and its key."""
        plain = {key: key for key in self.resting_on if not key.startswith("\0")}
        ids = {id: id for id in (*self.dossier.articles, *self.dossier.actors)}
        said = {
            f"{holder.id}#{each.id}": f"{holder.id}#{each.id}"
            for holder, _, each in self.dossier.statements()
        }
        return {**said, **plain, **ids, **self.quotes}

    def withdraw(self, names: Iterable[str]) -> Impact:
        """What would fall without all of these. Raises KeyError for one that is not known."""
        given = tuple(dict.fromkeys(names))
        keys = frozenset(map(self._key_of, given))
        touched = {
            each.reference: each for key in sorted(keys) for each in self.resting_on.get(key, [])
        }
        order = self._order
        falls, weakens, bare = [], [], []
        for reference in sorted(touched, key=order.__getitem__):
            standing = touched[reference]
            if reference in keys:  # it is withdrawn itself
                continue
            before, after = len(standing.origins), len(standing.origins_without(keys))
            loss = Loss(standing, before, after)
            if before and not after:
                falls.append(loss)
            elif after == 1 and before > 1:
                weakens.append(loss)
            elif not before and standing.is_bare_without(keys):
                bare.append(loss)
        return Impact(given, tuple(falls), tuple(weakens), tuple(bare))

    def _key_of(self, name: str) -> str:
        """The key of what can be withdrawn. An id is its own: quotes need not be looked for."""
        is_id = name in self.dossier.articles or name in self.dossier.actors
        return name if is_id else self.known[name]

    @made_once
    def ranking(self) -> list[tuple[str, Impact]]:
        """The articles and actors without which most would fall, first; those alone that matter."""
        ids = [id for id in (*self.dossier.articles, *self.dossier.actors) if id in self.resting_on]
        found = [(id, self.withdraw([id])) for id in ids]
        kept = [(id, impact) for id, impact in found if len(impact)]
        return sorted(kept, key=lambda each: (*_weight(each[1]), each[0]))

    @made_once
    def _order(self) -> dict[str, int]:
        return {each.reference: place for place, each in enumerate(self.standings)}

    def _list(self, holder: Identified) -> Iterator[Standing]:
        if isinstance(holder, Record):
            by_field: dict[str, list[Source]] = defaultdict(list)
            for source in holder.sources:
                for field in source.supports or ["sources"]:
                    by_field[field].append(source)
            for field, sources in by_field.items():
                pieces = tuple(self._pieces(sources, []))
                if pieces:
                    name = f"{holder.id}.{field}"
                    yield Standing(name, holder, ("sources",), pieces, field=field)
        for path, value in holder.find(Sourced):
            if isinstance(value, NoteValue | Dispute) or path[0] in _ASIDE:
                continue
            speakers = value.speakers if isinstance(value, Statement) else []
            pieces = tuple(self._pieces(value.sources, speakers))
            if pieces:
                yield Standing(_name(holder, path, value), holder, path, pieces, value)

    def _pieces(self, sources: Iterable[Source], speakers: list[PartyValue]) -> Iterator[Piece]:
        left = [(source, speakers, frozenset[str]()) for source in sources]
        while left:
            source, told_by, through = left.pop(0)
            if source.against:
                continue
            if source.statement is None:
                origins = frozenset(vouchers_of(source, told_by, self.dossier))
                yield Piece(through | self._keys(source) | origins, origins)
            elif source.statement not in through:
                cited = self.dossier.statement(source.statement.record, source.statement.statement)
                passed = through | {str(source.statement)}
                if cited:
                    left += [(each, cited.speakers, passed) for each in cited.sources]

    def _keys(self, source: Source) -> frozenset[str]:
        """All without which a source is none: its article or document, all hands, its quote."""
        parties = list(source.relays)
        keys: set[str] = set()
        article = self.dossier.articles.get(source.article or "")
        if article:
            made = article.derived_from
            around = [article.id, article.outlet, made and made.outlet, made and made.article]
            keys |= {each for each in around if each}
            if source.quote:
                keys.add(_quote_key(article.id, source.quote))
        if document := source.document:
            keys |= {each for each in (document.url, document.title) if each}
            parties += [each for each in (document.publisher, document.republisher) if each]
        for party in parties:
            named = self.dossier.actors_by_name.get((party.name or "").casefold())
            keys |= {each for each in (party.actor, named) if each}
        return frozenset(keys)


def _quote_key(article: str, quote: str) -> str:
    return f"\0{article}\0{fold_quote(quote)}"


def _name(holder: Identified, path: Path, value: Sourced) -> str:
    """`record#statement`, else `record.field`, with the place in a list: `chine.relations[2]`."""
    if isinstance(value, Statement) and value.id:
        return f"{holder.id}#{value.id}"
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return f"{holder.id}{steps}"


def _join(pieces: Iterable[Piece]) -> frozenset[str]:
    return frozenset(origin for piece in pieces for origin in piece.origins)


def _weight(impact: Impact) -> tuple[int, int, int]:
    return -len(impact.falls), -len(impact.weakens), -len(impact.bare)
