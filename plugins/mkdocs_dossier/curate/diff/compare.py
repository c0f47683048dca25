"""From two dossiers to the changes between them."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from mkdocs_dossier.curate.diff.bodies import compare_bodies
from mkdocs_dossier.curate.diff.change import Change, Differences, Severity, Topic
from mkdocs_dossier.curate.diff.pairs import Pairing, Pairs, holders, match, pair_records
from mkdocs_dossier.curate.diff.steps import list_steps, same
from mkdocs_dossier.curate.diff.trust import (
    Sides,
    compare_sources,
    compare_trust,
    find_lost_addresses,
)
from mkdocs_dossier.curate.diff.words import Words
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.base import Value, keys
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.dossier import VOCABULARY_FILE, Dossier
from mkdocs_dossier.model.provenance import Sourced, Statement
from mkdocs_dossier.model.records import Identified, Office, Participant, Relation
from mkdocs_dossier.model.references import Reference, Term
from mkdocs_dossier.model.vocabulary import TERMS

_FACTS: dict[str, tuple[Topic, type[Sourced]]] = {
    "statements": ("statement", Statement),
    "relations": ("relation", Relation),
    "offices": ("office", Office),
    "participants": ("participant", Participant),
}
Strays = list[tuple[Identified, Any]]
"""Statements that matched none of their record, with it."""
_GRAVE = frozenset({"text", "speakers", "role", "type", "with", "title", "act"})
_DATES = frozenset({"date", "start", "end"})
# Compared by themselves, or of no meaning for readers.
_APART = frozenset({*_FACTS, "sources", "former_ids", "status", "reviewed"})


def compare_dossiers(before: Dossier, after: Dossier) -> Differences:
    """All changes in meaning and in trust from one dossier to the other."""
    comparison = _Comparison(before, after)
    changes = {*comparison.changes()}
    unread = sorted(
        {
            side.origins[id].path
            for side in (before, after)
            for id in side.unreadable
            if id in side.origins
        }
    )
    return Differences(tuple(sorted(changes, key=lambda each: each.rank)), tuple(unread))


@dataclass(frozen=True)
class _Comparison:
    before: Dossier
    after: Dossier

    @cached_property
    def pairing(self) -> Pairing:
        return pair_records(self.before, self.after)

    @cached_property
    def _sides(self) -> Sides:
        return Sides(self.before, self.after, self.pairing, self.old_words, self.new_words)

    @cached_property
    def old_words(self) -> Words:
        return Words(self.before)

    @cached_property
    def new_words(self) -> Words:
        return Words(self.after)

    def changes(self) -> Iterator[Change]:
        pairing = self.pairing
        yield from find_lost_addresses(self._sides)
        for id in pairing.added:
            yield self._record("minor", "added", self.after, id)
        for id in pairing.removed:
            yield self._record("major", "removed", self.before, id)
        for action, moved in (("renamed", pairing.renamed), ("merged", pairing.merged)):
            for old, new in moved.items():
                change = self._record("minor", action, self.after, new)
                yield replace(change, old=old, new=new)
        stray_before: Strays = []
        stray_after: Strays = []
        for id in (*pairing.same, *pairing.renamed.values()):
            now = self.after.get(id)
            was = holders(self.before, pairing, id)
            if now is None or not was:
                continue
            yield from self._fields(was[0], now)
            for key in _FACTS:
                found = yield from self._facts(key, was, now)
                if key == "statements":
                    stray_before += [(was[0], each) for each in found.removed]
                    stray_after += [(now, each) for each in found.added]
        for ids, side, strays in (
            (pairing.added, self.after, stray_after),
            (pairing.removed, self.before, stray_before),
        ):
            for record in filter(None, map(side.get, ids)):
                strays += [(record, each) for each in record.statements]
                yield from self._ties(record, side)
        yield from self._statements(stray_before, stray_after)
        yield from self._settings()
        yield from self._vocabulary()

    def _record(self, severity: Severity, action: str, side: Dossier, id: str) -> Change:
        path = side.origins[id].path
        return Change(severity, "record", action, id, side.name_of(id), path)

    def _about(self, holder: Identified, side: Dossier, topic: Topic, fact: str = "") -> Change:
        """A change of something in a record, still without saying what it is."""
        path = side.origins[holder.id].path
        return Change("minor", topic, "", holder.id, holder.title_text, path, fact)

    def _fields(self, was: Identified, now: Identified) -> Iterator[Change]:
        base = self._about(now, self.after, "field")
        yield from self._values(was, now, base, now.section)
        old = getattr(was, "sources", [])
        yield from compare_sources(old, getattr(now, "sources", []), base, self._sides)
        yield from compare_trust(was, now, base, self._sides)
        if isinstance(was, Article) and isinstance(now, Article):
            yield from compare_bodies(was, now, replace(base, topic="text"))

    def _values(self, was: Value, now: Value, base: Change, section: str = "") -> Iterator[Change]:
        """The fields that differ, but for those that are compared by themselves."""
        for key, name in keys(type(now)).items():
            if key in _APART or not hasattr(was, name):
                continue
            old, new = getattr(was, name), getattr(now, name)
            if self._plain(old) == _dump(new):
                continue
            if isinstance(old, list) and isinstance(new, list):
                listed = [_dump(each) for each in new]
                known = [self._plain(each) for each in old]
                old = [each for each in old if self._plain(each) not in listed]
                new = [each for each in new if _dump(each) not in known]
                if not old and not new:
                    continue  # another order
            said_old = self.old_words.value(old, section)
            said_new = self.new_words.value(new, section)
            if said_old == said_new:
                continue
            action = "changed" if said_old and said_new else "added" if said_new else "removed"
            is_date = key in _DATES
            yield replace(
                base,
                topic="date" if is_date and not base.fact else base.topic,
                severity="major" if is_date or (base.fact and key in _GRAVE) else "minor",
                action=action,
                field=self.new_words.field(key),
                old=said_old,
                new=said_new,
            )

    def _facts(
        self, key: str, was: Iterable[Identified], now: Identified
    ) -> Generator[Change, None, Pairs[Sourced]]:
        """The changes of one sort of facts; gives what matched nothing on either side."""
        topic, type_ = _FACTS[key]
        old = [fact for holder in was for fact in getattr(holder, key, [])]
        found = match(old, getattr(now, key, []), *list_steps(type_, self.pairing))
        for one, other in found.same:
            base = self._about(now, self.after, topic, self.new_words.value(other))
            yield from self._pair(one, other, base)
        if type_ is not Statement:
            yield from self._alone(found, now, topic)
        return found

    def _alone(self, found: Pairs[Sourced], now: Identified, topic: Topic) -> Iterator[Change]:
        base = self._about(now, self.after, topic)
        for each in found.removed:
            said = self.old_words.value(each)
            yield replace(base, severity="major", action="removed", fact=said, old=said)
        for each in found.added:
            said = self.new_words.value(each)
            yield replace(base, action="added", fact=said, new=said)

    def _ties(self, record: Identified, side: Dossier) -> Iterator[Change]:
        """The relations and offices of a record that is new, or gone."""
        is_new = side is self.after
        words = self.new_words if is_new else self.old_words
        for key in ("relations", "offices"):
            base = self._about(record, side, _FACTS[key][0])
            for each in getattr(record, key, []):
                said = words.value(each)
                if is_new:
                    yield replace(base, action="added", fact=said, new=said)
                else:
                    yield replace(base, severity="major", action="removed", fact=said, old=said)

    def _pair(self, one: Sourced, other: Sourced, base: Change) -> Iterator[Change]:
        yield from self._values(one, other, base)
        yield from compare_sources(one.sources, other.sources, base, self._sides)
        yield from compare_trust(one, other, base, self._sides)

    def _statements(self, old: Strays, new: Strays) -> Iterator[Change]:
        """Statements that matched none of their record: moved, gone, or new."""
        found = match(old, new, same(lambda each: each[1].text))
        for (was, one), (now, other) in found.same:
            base = self._about(now, self.after, "statement", other.text)
            names = self.before.name_of(was.id), now.title_text
            yield replace(base, action="moved", old=names[0], new=names[1])
            yield from self._pair(one, other, base)
        for was, one in found.removed:
            now_ = self.after.get(self.pairing.now(was.id))
            side = (now_, self.after) if now_ else (was, self.before)
            base = self._about(*side, "statement", one.text)
            yield replace(base, severity="major", action="removed", old=one.text)
        for now, other in found.added:
            base = self._about(now, self.after, "statement", other.text)
            yield replace(base, action="added", new=other.text)

    def _settings(self) -> Iterator[Change]:
        path = self.after.origins[""].path
        base = Change("minor", "field", "", "", self.after.settings.title, path)
        yield from self._values(self.before.settings, self.after.settings, base)

    def _vocabulary(self) -> Iterator[Change]:
        """Words that are new, gone, or called otherwise."""
        base = Change("minor", "word", "", "", self.after.settings.title, VOCABULARY_FILE)
        for sort in TERMS:
            for section in self.after.vocabulary.kinds if sort == "kind" else [""]:
                old = {
                    id: self.old_words.term(sort, id, section)
                    for id in self.before.vocabulary.terms(sort, section)
                }
                new = {
                    id: self.new_words.term(sort, id, section)
                    for id in self.after.vocabulary.terms(sort, section)
                }
                for id in sorted(old.keys() | new.keys()):
                    was, now = old.get(id, ""), new.get(id, "")
                    if was != now:
                        action = "changed" if was and now else "added" if now else "removed"
                        severity: Severity = "minor" if now else "major"
                        change = replace(base, action=action, fact=id, old=was, new=now)
                        yield replace(change, severity=severity)

    def _plain(self, value: Any) -> Any:
        """A value of before as plain data, with the ids of now."""
        return _dump(value, self.pairing)


def _dump(value: Any, pairing: Pairing | None = None) -> Any:
    """A value as plain data, without what is compared by itself."""
    if isinstance(value, Value):
        named = keys(type(value)).items()
        return {key: _dump(getattr(value, name), pairing) for key, name in named}
    if isinstance(value, list):
        return [_dump(each, pairing) for each in value]
    if isinstance(value, dict):
        return {key: _dump(each, pairing) for key, each in value.items()}
    if isinstance(value, Reference) and pairing and not isinstance(value, Term):
        return pairing.now(value)
    if isinstance(value, Date):
        return value.text
    return str(value) if isinstance(value, str) else value
