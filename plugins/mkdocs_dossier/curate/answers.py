"""Values that are answered by exactly one right way to write them.

A date as people write it (`25/07/2023`) where it can be read in one way only, and a label of the
vocabulary (« affirme ») in place of the word that it is the label of (`claim`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

import yaml

from mkdocs_dossier.model.base import Path, Value, keys
from mkdocs_dossier.model.dates import Date, InvalidDate, parse
from mkdocs_dossier.model.nearest import Choices
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.references import Term
from mkdocs_dossier.model.vocabulary import Vocabulary
from mkdocs_dossier.source.complaints import class_at
from mkdocs_dossier.source.loose_dates import read_loosely


@dataclass(frozen=True)
class Language:
    """What reading a value as people write it needs: the vocabulary, and the dossier's language."""

    words: Vocabulary
    language: str


def find_answers(
    nodes: Iterator[tuple[Path, yaml.Node]], model: type[Value], spoken: Language
) -> Iterator[tuple[Path, yaml.ScalarNode, str]]:
    """The scalars that are wrong and have one right answer, with it."""
    section = model.section if issubclass(model, Identified) else ""
    for path, node in nodes:
        if not isinstance(node, yaml.ScalarNode) or node.start_mark.line != node.end_mark.line:
            continue
        value = node.value.strip()
        kinds = kinds_at(model, path)
        answer = ""
        if Date in kinds:
            answer = _answer_date(value, spoken.language)
        elif terms := [each for each in kinds if isinstance(each, type) and issubclass(each, Term)]:
            answer = _answer_term(value, terms[0].to, section, spoken.words)
        if answer:
            yield path, node, answer


def _answer_date(value: str, language: str) -> str:
    if not value or value == ".." or value in ("null", "~"):
        return ""
    try:
        parse(value)
    except InvalidDate:
        found = read_loosely(value, language)
        return found[0] if len(found) == 1 else ""
    return ""


def _answer_term(value: str, to: str, section: str, words: Vocabulary) -> str:
    known = words.terms(to, section)
    if value in known:
        return ""
    labels = {
        label: id for id, group in words.labels(to, section).items() for label in group if label
    }
    return Choices(known, labels).named(value)


def kinds_at(model: type[Value], path: Path) -> list[Any]:
    """The types that the field at a path may have; none where there is no such field."""
    if not path or not isinstance(path[-1], str):
        return []
    holder = class_at(model, path[:-1])
    name = keys(holder).get(path[-1]) if holder else None
    if holder is None or name is None:
        return []
    annotation = holder.model_fields[name].annotation
    kinds = [annotation, *get_args(annotation)]
    return [*kinds, *(inner for each in kinds for inner in get_args(each))]
