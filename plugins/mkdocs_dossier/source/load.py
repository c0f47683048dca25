"""A folder to a dossier: the one load path of `check`, the build and `serve`."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

import yaml

from mkdocs_dossier.locales import Texts, texts
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.dossier import Dossier, Origin, Settings
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.model.records import RECORDS, Identified
from mkdocs_dossier.model.references import is_id
from mkdocs_dossier.model.slug import slugify
from mkdocs_dossier.source import files, front_matter, hints, vocabulary
from mkdocs_dossier.source.tree import Fault, read_tree
from mkdocs_dossier.source.validate import Validated, validate

V = TypeVar("V", bound=Value)
_DEFAULTS = {"title": "Dossier", "language": "fr"}


@dataclass(frozen=True)
class Parsed:
    """One file, read: the value (None when there is none), its faults, and where things stand."""

    origin: Origin
    faults: tuple[Fault, ...] = ()
    value: Value | None = None


@dataclass(frozen=True)
class Loaded:
    """What a folder gave: the dossier, and all problems of form, sorted."""

    dossier: Dossier
    problems: list[Problem]


@dataclass
class Loader:
    """Loads a folder again and again, reading only files that changed (by time and size)."""

    folder: Path
    _memory: dict[str, tuple[tuple[int, int], Parsed]] = field(default_factory=dict)

    def load(self) -> Loaded:
        """Read the whole folder. Raises nothing: what is wrong is among the problems."""
        settings, vocabulary_file = (
            self._read(name, Settings if name == "dossier.yml" else vocabulary.VocabularyFile)
            for name in ("dossier.yml", "vocabulary.yml")
        )
        chosen = settings.value if isinstance(settings.value, Settings) else Settings(**_DEFAULTS)
        say = texts(chosen.language)
        report = _Report(say)
        report.add(settings)
        own = vocabulary_file.value
        if (self.folder / "vocabulary.yml").exists():
            report.add(vocabulary_file)
        words = vocabulary.merge(
            vocabulary.shipped(), own if isinstance(own, vocabulary.VocabularyFile) else None
        )
        found: dict[str, dict[str, Value]] = defaultdict(dict)
        origins = {"": settings.origin}
        unreadable: set[str] = set()
        claims: dict[str, list[str]] = defaultdict(list)
        for file in files.list_files(self.folder):
            model = cast(type[Identified], RECORDS.get(file.section, Article))
            parsed = self._read(file.path, model, file.id)
            report.add(parsed)
            claims[file.id].append(file.path)
            if len(claims[file.id]) > 1:
                continue
            origins[file.id] = parsed.origin
            if parsed.value is None:
                unreadable.add(file.id)
            else:
                found[file.section][file.id] = parsed.value
        for id, paths in claims.items():
            report.check_id(id, paths)
        for path, ending in files.list_strays(self.folder):
            report.add(
                Parsed(
                    Origin(path), (_fault("file", "file.ignored", ending=ending, level="warning"),)
                )
            )
        dossier = Dossier(
            chosen,
            vocabulary.build(words),
            origins=origins,
            unreadable=frozenset(unreadable),
            **{section: dict(sorted(found[section].items())) for section in files.SECTIONS},  # type: ignore[arg-type]
        )
        return Loaded(dossier, sorted(set(report.problems)))

    def _read(self, path: str, model: type[V], id: str = "") -> Parsed:
        file = self.folder / path
        try:
            status = file.stat()
            key = (status.st_mtime_ns, status.st_size)
        except OSError:
            return Parsed(Origin(path), (_fault("file", "file.no-dossier"),))
        known = self._memory.get(path)
        if known and known[0] == key:
            return known[1]
        parsed = _parse(file, self.folder, path, model, id)
        self._memory[path] = (key, parsed)
        return parsed


def load(folder: Path) -> Loaded:
    """Read a dossier once."""
    return Loader(folder).load()


def _parse(file: Path, folder: Path, path: str, model: type[V], id: str) -> Parsed:
    try:
        text = files.read_text(file, folder)
    except files.Unreadable as error:
        return Parsed(Origin(path), (Fault(error.position, "file", error.key),))
    if not issubclass(model, Article):
        return _parse_yaml(text, path, model, id)
    split = front_matter.split(text)
    if isinstance(split, Fault):
        return Parsed(Origin(path, text), (split,))
    parsed = _parse_yaml(split.header, path, model, id, first_line=2)
    if isinstance(parsed.value, Article):
        parsed.value._text = split.body
        parsed.value._body_line = split.body_line
    return Parsed(
        Origin(
            path,
            text,
            parsed.origin.positions,
            parsed.origin.key_positions,
            parsed.origin.faulty,
        ),
        parsed.faults,
        parsed.value,
    )


def _parse_yaml(text: str, path: str, model: type[V], id: str, first_line: int = 1) -> Parsed:
    try:
        tree = read_tree(text, first_line)
    except yaml.YAMLError as error:
        return Parsed(Origin(path, text), (hints.explain(error, text, first_line),))
    faults = [*tree.faults, *hints.warn(tree, text, first_line)]
    if not isinstance(tree.data, dict):
        if tree.complete:
            key = "yaml.empty" if tree.data is None else "yaml.not-mapping"
            faults.append(Fault(tree.positions.get((), (first_line, 1)), "yaml", key))
        return Parsed(Origin(path, text), tuple(faults))
    valid: Validated[V] = validate(model, tree)
    if isinstance(valid.value, Identified):
        valid.value._id = id
    origin = Origin(path, text, valid.positions, valid.key_positions, frozenset(valid.faulty))
    return Parsed(origin, (*faults, *valid.faults), valid.value)


def _fault(rule: str, key: str, level: str = "error", **values: str) -> Fault:
    return Fault((1, 1), rule, key, values, level)


class _Report:
    def __init__(self, say: Texts) -> None:
        self.say = say
        self.problems: list[Problem] = []

    def add(self, parsed: Parsed) -> None:
        self.problems += [
            to_problem(fault, parsed.origin.path, self.say) for fault in parsed.faults
        ]

    def check_id(self, id: str, paths: list[str]) -> None:
        faults = []
        if not is_id(id):
            nearest = slugify(id) + ("" if paths[0].endswith("/") else Path(paths[0]).suffix)
            faults.append((paths, _fault("invalid-id", "invalid-id", found=id, nearest=nearest)))
        for path in paths if len(paths) > 1 else []:
            other = ", ".join(each for each in paths if each != path)
            faults.append(([path], _fault("duplicate-id", "duplicate-id", id=id, other=other)))
        for where, fault in faults:
            for path in where:
                self.add(Parsed(Origin(path), (fault,)))


def to_problem(fault: Fault, path: str, say: Texts) -> Problem:
    """A fault of form in the dossier's language."""
    nearest = fault.values.get("nearest")
    suggestion = say("did-you-mean", nearest=nearest) if nearest else ""
    message = say(f"problems.{fault.key}", **{"suggestion": suggestion, **fault.values})
    return Problem(path, *fault.position, fault.level, fault.rule, message)  # type: ignore[arg-type]
