"""Readable cases, by language: each is a text in which the expected mentions are marked."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from mkdocs_dossier.languages.name_grammar import name_grammar
from mkdocs_dossier.names.bearer import Bearer
from mkdocs_dossier.names.recogniser import Recogniser

FOLDER = Path(__file__).parent / "cases"
MARK = re.compile(r"\{([^{}=]+)=([^{}=]+)\}")
CASES = [
    pytest.param(path.parent.name, text, id=f"{path.parent.name}-{path.stem}-{index}")
    for path in sorted(FOLDER.glob("*/*.yml"))
    if path.stem != "records"
    for index, text in enumerate(yaml.safe_load(path.read_text("utf-8")))
]


@cache
def make_recogniser(language: str) -> Recogniser:
    records = yaml.safe_load((FOLDER / language / "records.yml").read_text("utf-8"))
    bearers = (
        Bearer(
            record=record,
            section=entry.pop("section", "actor"),
            **{key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()},
        )
        for record, entry in records.items()
    )
    return Recogniser(bearers, name_grammar(language))


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_text_names_whom_it_should(language, marked):
    text, expected = unmark(marked)
    found = make_recogniser(language).recognise(text)
    assert mark(text, found) == marked, expected


def unmark(marked: str) -> tuple[str, str]:
    return MARK.sub(r"\1", marked), marked


def mark(text: str, found) -> str:
    spans = [(each.start, each.end, each.record) for each in found.mentions]
    spans += [(each.start, each.end, "?") for each in found.doubts]
    for start, end, record in sorted(spans, reverse=True):
        text = f"{text[:start]}{{{text[start:end]}={record}}}{text[end:]}"
    return text
