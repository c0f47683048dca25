"""Files damaged at random: problems at places that exist, never an exception."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.model.base import keys
from mkdocs_dossier.model.sections import SECTIONS
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.rules.report import format_line
from mkdocs_dossier.source import load
from mkdocs_dossier.source.vocabulary import VocabularyFile

FROZEN = Path(__file__).parents[1] / "dossiers/frozen/dossier"
MARKS = "\" ' [ ] { [[ [.. [] {} ~ null ? -1 nan / ../ &a *a !x true e\u0301 \U0001f600 2024-13-45"
BREAKS = "\n;\r;\r\n;\t;\0;---\n;\ufeff;\u2028;\u0085;: ; #;- ;<<: ;| ;{fr: };"
JUNK = st.sampled_from([*MARKS.split(), *BREAKS.split(";"), "9" * 5000])
WHERE = st.floats(0, 1)
DAMAGE = st.tuples(WHERE, WHERE, JUNK)
FILES = sorted(file for file in FROZEN.rglob("*.*") if file.suffix in (".yml", ".md"))


def damage(text: str, where: float, length: float, junk: str) -> str:
    """The text with a stretch of up to 80 characters replaced."""
    start = int(where * len(text))
    return text[:start] + junk + text[start + int(length * 80) :]


def lines_of(raw: bytes) -> list[str]:
    text = raw.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A dossier of one frozen record of each section, and its own vocabulary."""
    folder = tmp_path_factory.mktemp("fuzz")
    (folder / "dossier.yml").write_text("title: Essai\nlanguage: fr\n")
    return folder


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.sampled_from(FILES), st.lists(DAMAGE, min_size=1, max_size=5))
def test_damaged_files_give_problems_at_real_places(folder, file, damages):
    text = file.read_text(encoding="utf-8")
    for each in damages:
        text = damage(text, *each)
    copy = folder / file.relative_to(FROZEN)
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(text.encode())
    lines = lines_of(copy.read_bytes())
    found = check(load(folder))
    copy.unlink()
    (folder / "dossier.yml").write_text("title: Essai\nlanguage: fr\n")
    for problem in found:
        assert "\n" not in format_line(problem, folder)
        if problem.path == file.relative_to(FROZEN).as_posix():
            assert 1 <= problem.line <= len(lines) + 1
            width = len(lines[problem.line - 1]) if problem.line <= len(lines) else 0
            assert 1 <= problem.column <= width + 1, problem


JSON = st.recursive(
    st.none() | st.text(max_size=8) | st.sampled_from(["actor", "fr", "2024", "true"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from(sorted(VocabularyFile.model_fields)), JSON))
def test_any_vocabulary_gives_problems_and_no_exception(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("words")
    (folder / "dossier.yml").write_text("title: Essai\nlanguage: fr\n")
    (folder / "vocabulary.yml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    assert {problem.path for problem in check(load(folder))} <= {"vocabulary.yml"}


KEYS = sorted({key for section in SECTIONS for key in keys(section.model)})
INNER = ["actor", "name", "text", "id", "sources", "article", "quote", "speakers", "link", "value"]
RECORD_JSON = st.recursive(
    st.none() | st.text(max_size=4) | st.sampled_from(["a", "2024", "\u00a0", "true"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(INNER), inner),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.sampled_from(["actors", "events", "places", "topics"]),
    st.dictionaries(st.sampled_from(KEYS), RECORD_JSON, max_size=8),
)
def test_any_record_gives_problems_and_no_exception(tmp_path_factory, section, data):
    folder = tmp_path_factory.mktemp("records")
    (folder / "dossier.yml").write_text("title: Essai\nlanguage: fr\n")
    (folder / section).mkdir()
    whole = {"kind": "a", "name": "A", "summary": "B", **data}
    (folder / section / "a.yml").write_text(json.dumps(whole), encoding="utf-8")
    assert {problem.path for problem in check(load(folder))} <= {f"{section}/a.yml"}
