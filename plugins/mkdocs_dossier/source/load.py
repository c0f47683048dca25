"""A folder to a dossier: the one load path of `check`, the build and `serve`."""

import os
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeVar

from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model import limits
from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.dossier import (
    ADDRESSES_FILE,
    SETTINGS_FILE,
    VOCABULARY_FILE,
    Dossier,
    Origin,
    Outline,
    Settings,
)
from mkdocs_dossier.model.fallback import FALLBACK
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.model.references import RESERVED, is_id
from mkdocs_dossier.model.sections import SECTIONS, Section
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.model.verification import VERIFIED_FILE, Verified
from mkdocs_dossier.source import files, vocabulary
from mkdocs_dossier.source.base_map import MAP_FILE, read_base_map
from mkdocs_dossier.source.citation_style import STYLE_FILE, read_style
from mkdocs_dossier.source.collection import pause_collection
from mkdocs_dossier.source.folder import file_fault
from mkdocs_dossier.source.journal import JOURNAL
from mkdocs_dossier.source.known import KnownFiles, Store, Written
from mkdocs_dossier.source.messages import answer_date, write_message
from mkdocs_dossier.source.parse import Parsed, parse_file, read_ahead
from mkdocs_dossier.source.tree import Fault

V = TypeVar("V", bound=Value)
_DEFAULTS = Settings(title="Dossier", language=FALLBACK)
_Stamp = tuple[int, int, int, int]
Beside = Callable[[Callable[[], Written]], Callable[[], Written]]
"""Begins a job in a process beside this one; gives what waits for what it gives."""
_WORTH = 200
"""From so many files that are not known on, a second process pays for its start."""
_OWN = 0.47
"""The part of them that this process reads: it makes values of them at once."""


@dataclass(frozen=True)
class Loaded:
    """What a folder gave: the dossier, and all problems of form, sorted."""

    dossier: Dossier
    problems: list[Problem]


@dataclass
class Loader:
    """Loads a folder again and again, reading only files that changed (by time and size).

    `store`: where an earlier run may have left what it read, of which the first load makes use;
    `beside`: lets a second process help with it.
    """

    folder: Path
    store: Store | None = None
    beside: Beside | None = None
    _memory: dict[str, tuple[_Stamp, Parsed]] = field(default_factory=dict)
    _known: KnownFiles | None = None

    def load(self) -> Loaded:
        """Read the whole folder. Raises nothing: what is wrong is among the problems."""
        if self.folder.is_symlink():  # it may lead anywhere
            problem = to_problem(file_fault("file.link"), "", texts(_DEFAULTS.language))
            return Loaded(make_empty(), [problem])
        with pause_collection():
            self._known = known = KnownFiles(self.store) if self.store else None
            loaded = self._load()
            if known:
                known.keep()
            self.store = self.beside = self._known = None
            return loaded

    def _load(self) -> Loaded:
        settings = self._read(SETTINGS_FILE, Settings)
        words = self._read(VOCABULARY_FILE, vocabulary.VocabularyFile)
        listing = files.list_files(self.folder)
        listed, strays = listing.files, listing.strays
        parsed = self._read_all(listed)
        first = {
            file.id: (file.section, each)
            for file, each in zip(reversed(listed), reversed(parsed), strict=True)
        }
        chosen = _value(settings, Settings) or _DEFAULTS
        if settings.origin.is_faulty(("language",)):
            chosen = chosen.model_copy(update={"language": _DEFAULTS.language})
        say = texts(chosen.language)
        own_words = self._stamp(VOCABULARY_FILE) is not None
        verified = self._read_if_there(VERIFIED_FILE, Verified)
        addresses = self._read_addresses()
        outlines, drawn = self._read_map(chosen, settings.origin)
        there = self._stamp(STYLE_FILE) is not None
        style = read_style(self.folder / STYLE_FILE) if there else Parsed(Origin(STYLE_FILE))
        reports = [settings, *([words] if own_words else []), verified, addresses, drawn, style]
        reports += parsed
        problems = [
            *(
                to_problem(fault, each.origin.path, say, chosen.language)
                for each in reports
                for fault in each.faults
            ),
            *(to_problem(fault, path, say) for path, fault in _check_names(listed, strays)),
            *self._judge_journal(say),
        ]
        sections: dict[str, dict[str, Any]] = {section.folder: {} for section in SECTIONS}
        for id, (section, each) in sorted(first.items()):
            if each.value is not None:
                sections[section.folder][id] = each.value
        dossier = Dossier(
            chosen,
            vocabulary.build(_value(words, vocabulary.VocabularyFile)),
            origins={
                "": settings.origin,
                VOCABULARY_FILE: words.origin,
                ADDRESSES_FILE: addresses.origin,
                **({MAP_FILE: drawn.origin} if outlines else {}),
                **({STYLE_FILE: style.origin} if there else {}),
                **{id: each.origin for id, (_, each) in first.items()},
            },
            unreadable=_doubtful_ids(listed, first, strays)
            | ({VOCABULARY_FILE} if own_words and words.value is None else set()),
            images=listing.pictures,
            verified=_value(verified, Verified) or Verified(),
            base_map=outlines,
            citation_style=style.origin.text,
            **sections,
        )
        return Loaded(dossier, sorted(set(problems)))

    def _judge_journal(self, say: Texts) -> Iterator[Problem]:
        """Files of a change that was stopped half-way are of two minds: nothing is made of them."""
        if self._stamp(JOURNAL) is not None:
            yield to_problem(file_fault("file.journal"), JOURNAL, say)

    def _read_all(self, listed: list[files.SourceFile]) -> list[Parsed]:
        known, own = self._known, len(listed)
        wait = None
        if known and self.beside and own - known.count >= _WORTH:
            read = list(accumulate(file.bytes for file in listed))
            own = bisect_left(read, read[-1] * _OWN)
            wait = self.beside(partial(self._read_ahead, listed[own:]))
        parsed = self._read_each(listed[:own])
        if known and wait:
            known.learn(wait())
        return parsed + self._read_each(listed[own:])

    def _read_each(self, listed: list[files.SourceFile]) -> list[Parsed]:
        return [self._read(file.path, file.section.model, file.id) for file in listed]

    def _read_ahead(self, listed: list[files.SourceFile]) -> Written:
        """What these files hold, as far as their YAML is without fault; for another process."""
        known = KnownFiles(None)
        for file in listed:
            read_ahead(self._place(file.path), file.section.model, known)
        return known.found

    def _read(self, path: str, model: type[V], id: str = "") -> Parsed:
        key = self._stamp(path)
        if key is None:
            missing = "file.no-dossier" if path == SETTINGS_FILE else "file.unreadable"
            return Parsed(Origin(path), (file_fault(missing),))
        known = self._memory.get(path)
        if known and known[0] == key:
            return known[1]
        parsed = parse_file(self._place(path), path, model, id, self._known)
        self._memory[path] = (key, parsed)
        return parsed

    def _place(self, path: str) -> str:
        """Where a file lies: as a text, which takes a tenth of the time of a Path."""
        return f"{self.folder}/{path}"

    def _stamp(self, path: str) -> _Stamp | None:
        """What changes when a file does, be it a link; None where there is none."""
        try:
            status = os.lstat(self._place(path))
        except (OSError, ValueError):
            return None
        return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino

    def _read_if_there(self, path: str, model: type[V]) -> Parsed:
        there = self._stamp(path) is not None
        return self._read(path, model) if there else Parsed(Origin(path))

    def _read_map(self, chosen: Settings, origin: Origin) -> tuple[tuple[Outline, ...], Parsed]:
        """The dossier's own base map, if dossier.yml asks for it."""
        if chosen.map != "own":
            return (), Parsed(Origin(MAP_FILE))
        if self._stamp(MAP_FILE) is None or not chosen.map_credit:
            key = "map.credit" if self._stamp(MAP_FILE) else "map.missing"
            fault = Fault(origin.locate(("map",)), "file", key)
            return (), Parsed(Origin(SETTINGS_FILE), (fault,))
        return read_base_map(self.folder / MAP_FILE)

    def _read_addresses(self) -> Parsed:
        file = self.folder / ADDRESSES_FILE
        if self._stamp(ADDRESSES_FILE) is None:
            return Parsed(Origin(ADDRESSES_FILE))
        try:
            return Parsed(Origin(ADDRESSES_FILE, files.read_text(file)))
        except files.Unreadable as error:
            fault = Fault(error.position, "file", error.key, error.values)
            return Parsed(Origin(ADDRESSES_FILE), (fault,))


def make_empty() -> Dossier:
    """A dossier in which nothing is, for want of one that can be read."""
    files = ("", VOCABULARY_FILE, ADDRESSES_FILE)
    origins = {name: Origin(name or SETTINGS_FILE) for name in files}
    return Dossier(_DEFAULTS, vocabulary.build(), origins=origins)


def load(folder: Path, store: Store | None = None, beside: Beside | None = None) -> Loaded:
    """Read a dossier once; the rest as of a Loader."""
    return Loader(folder, store, beside).load()


def _value(parsed: Parsed, model: type[V]) -> V | None:
    return parsed.value if isinstance(parsed.value, model) else None


def _doubtful_ids(
    listed: list[files.SourceFile],
    first: dict[str, tuple[Section, Parsed]],
    strays: list[files.Stray],
) -> frozenset[str]:
    """Ids that somebody meant, although no record stands under them, or several do."""
    unread = {id for id, (_, parsed) in first.items() if parsed.value is None}
    misnamed = {slugify(id) for id in first if not is_id(id)} - first.keys()
    twice = {id for id, count in Counter(file.id for file in listed).items() if count > 1}
    return frozenset(unread | misnamed | twice | {stray.id for stray in strays})


def _check_names(
    listed: list[files.SourceFile], strays: list[files.Stray]
) -> Iterator[tuple[str, Fault]]:
    """Ids that are none, ids used twice, and files that would not be read, each with its path."""
    claims: dict[str, list[str]] = defaultdict(list)
    for file in listed:
        claims[file.id].append(file.path)
    for id, paths in claims.items():
        for path in paths:
            if id in RESERVED:
                yield path, _fault("invalid-id", "reserved-id", found=id)
            elif len(id) > limits.ID:
                found = {"found": f"{id[:40]}…", "most": str(limits.ID)}
                yield path, _fault("invalid-id", "limit.id", **found)
            elif not is_id(id):
                nearest = slugify(id) + Path(path).suffix
                yield path, _fault("invalid-id", "invalid-id", found=id, nearest=nearest)
            if len(paths) > 1:
                other = ", ".join(each for each in paths if each != path)
                yield path, _fault("duplicate-id", "duplicate-id", id=id, other=other)
    for stray in strays:
        yield stray.path, stray.fault


def _fault(rule: str, key: str, **values: str) -> Fault:
    return Fault((1, 1), rule, key, values)


def to_problem(fault: Fault, path: str, say: Texts, language: str = "") -> Problem:
    """A fault of form in words. `language` is the dossier's, where texts exist in another."""
    key, values = fault.key, fault.values
    if key == "date.syntax":
        key, values = answer_date(values, language or say.language)
    message = write_message(say, key, values)
    return Problem(path, *fault.position, fault.level, fault.rule, message)
