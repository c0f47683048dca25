"""The vocabulary: the shipped one, with what a dossier's own `vocabulary.yml` adds or overrides."""

import importlib.resources
from collections.abc import Iterator
from typing import Any

from mkdocs_dossier.model.base import Text, Value
from mkdocs_dossier.model.vocabulary import Labels, RelationType, Role, Vocabulary
from mkdocs_dossier.source.tree import Tree, read_tree

LANGUAGES = ("fr", "en")


class VocabularyFile(Value):
    """The shape of `vocabulary.yml`; every section may be absent."""

    kinds: dict[str, dict[str, dict[str, Text]]] = {}
    roles: dict[str, dict[str, Text]] = {}
    acts: dict[str, dict[str, Text]] = {}
    statuses: dict[str, dict[str, Text]] = {}
    controls: dict[str, dict[str, Text]] = {}
    relation_types: dict[str, dict[str, Any]] = {}


def shipped() -> VocabularyFile:
    """The vocabulary that comes with the program."""
    text = (
        importlib.resources.files("mkdocs_dossier.source")
        .joinpath("vocabulary.yml")
        .read_text("utf-8")
    )
    return VocabularyFile.model_validate(read_tree(text).data)


def merge(base: VocabularyFile, own: VocabularyFile | None) -> VocabularyFile:
    """The entries of both; the dossier's own win, entry by entry."""
    if own is None:
        return base
    merged: dict[str, Any] = {}
    for name in VocabularyFile.model_fields:
        before, after = getattr(base, name), getattr(own, name)
        merged[name] = {**before, **after}
        if name == "kinds":
            merged[name] = {
                key: {**before.get(key, {}), **after.get(key, {})} for key in merged[name]
            }
    return VocabularyFile.model_validate(merged)


def build(file: VocabularyFile) -> Vocabulary:
    """The vocabulary as the rest of the program uses it."""
    return Vocabulary(
        kinds=file.kinds,
        roles={
            id: Role({key: text for key, text in entry.items() if key != "side"}, entry.get("side"))
            for id, entry in file.roles.items()
        },
        acts=file.acts,
        statuses=file.statuses,
        controls=file.controls,
        relation_types={id: _relation_type(entry) for id, entry in file.relation_types.items()},
    )


def _relation_type(entry: dict[str, Any]) -> RelationType:
    symmetric = str(entry.get("symmetric", "")).lower() == "true"
    forward = dict(_labels(entry, "forward"))
    return RelationType(
        forward=forward,
        backward=forward if symmetric else dict(_labels(entry, "backward")) or forward,
        plural=dict(_labels(entry, "plural")) or forward,
        from_kinds=tuple(_words(entry.get("from"))),
        to_kinds=tuple(_words(entry.get("to"))),
        symmetric=symmetric,
    )


def _labels(entry: dict[str, Any], reading: str) -> Iterator[tuple[str, str]]:
    for language, labels in entry.items():
        if isinstance(labels, dict) and isinstance(labels.get(reading), str):
            yield language, labels[reading]


def _words(value: Any) -> list[str]:
    return [str(word) for word in value] if isinstance(value, list) else []


__all__ = ["Labels", "Tree", "VocabularyFile", "build", "merge", "shipped"]
