"""Readable cases, by language: each is a text in which the expected mentions are marked.

Those of cases/ come out as marked. In the longer ones of texts/, nearly all must.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from mkdocs_dossier.languages.name_grammar import name_grammar
from mkdocs_dossier.names.bearer import Bearer
from mkdocs_dossier.names.recogniser import Recogniser

FOLDER = Path(__file__).parent / "cases"
TEXTS = Path(__file__).parent / "texts"
MARK = re.compile(r"\{([^{}=]+)=([^{}=]+)\}")
CASES = [
    pytest.param(path.parent.name, text, id=f"{path.parent.name}-{path.stem}-{index}")
    for path in sorted(FOLDER.glob("*/*.yml"))
    if path.stem != "records"
    for index, text in enumerate(yaml.safe_load(path.read_text("utf-8")))
]


@cache
def make_recogniser(folder: Path) -> Recogniser:
    records = yaml.safe_load((folder / "records.yml").read_text("utf-8"))
    bearers = (
        Bearer(
            record=record,
            section=entry.pop("section", "actor"),
            **{key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()},
        )
        for record, entry in records.items()
    )
    return Recogniser(bearers, name_grammar(folder.name))


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_text_names_whom_it_should(language, marked):
    text, expected = unmark(marked)
    found = make_recogniser(FOLDER / language).recognise(text)
    assert mark(text, found) == marked, expected


@pytest.mark.parametrize("language", sorted(each.name for each in TEXTS.iterdir()))
def test_nearly_all_names_of_whole_texts_are_found(language):
    """By the right record, and over the marked words or some of them; F1 over all texts."""
    right = marks = mentions = 0
    for marked in yaml.safe_load((TEXTS / language / "texts.yml").read_text("utf-8")):
        text, _ = unmark(marked)
        found = make_recogniser(TEXTS / language).recognise(text).mentions
        wanted = list(find_marks(marked))
        marks, mentions = marks + len(wanted), mentions + len(found)
        right += sum(
            any(each.record == record and each.start < end and start < each.end for each in found)
            for start, end, record in wanted
        )
    assert marks > 50
    assert 2 * right / (marks + mentions) > 0.95


def find_marks(marked: str) -> Iterator[tuple[int, int, str]]:
    """Where the marks stand in the text without them: start, end, record."""
    taken = 0
    for mark in MARK.finditer(marked):
        start = mark.start() - taken
        yield start, start + len(mark[1]), mark[2]
        taken += len(mark[0]) - len(mark[1])


def unmark(marked: str) -> tuple[str, str]:
    return MARK.sub(r"\1", marked), marked


def mark(text: str, found) -> str:
    spans = [(each.start, each.end, each.record) for each in found.mentions]
    spans += [(each.start, each.end, "?") for each in found.doubts]
    for start, end, record in sorted(spans, reverse=True):
        text = f"{text[:start]}{{{text[start:end]}={record}}}{text[end:]}"
    return text
