"""`dossier check --fix`: one right answer only, comments kept, no value changed."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.cli import main
from mkdocs_dossier.curate.answers import Language
from mkdocs_dossier.curate.fix import SORTED, fix_file
from mkdocs_dossier.exports.reference import CLASSES
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.base import keys
from mkdocs_dossier.model.dates import InvalidDate, parse
from mkdocs_dossier.model.order import order_of
from mkdocs_dossier.model.records import Actor, Event, Record
from mkdocs_dossier.source import invisible
from mkdocs_dossier.source.tree import read_tree
from mkdocs_dossier.source.vocabulary import build

CASES = yaml.safe_load((Path(__file__).parent / "cases/fix/fields.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_text_of_case(case):
    assert fix_file(case["before"], Actor) == case["after"]
    assert fix_file(case["after"], Actor) == case["after"]


def test_every_field_of_the_format_has_its_place():
    for model in CLASSES:
        if model.__module__.startswith("mkdocs_dossier.model") and model is not Record:
            assert sorted(order_of(model)) == sorted(keys(model)), model.__name__


def test_only_the_fields_of_an_article_are_touched():
    body = "Un texte.  \n\nkind:   x\n\n\n"
    text = f"---\ndate: null\ntitle: T  \noutlet: null\nsummary: S.\n---\n{body}"
    fixed = "---\ntitle: T\noutlet: null\ndate: null\nsummary: S.\n---\n"
    assert fix_file(text, Article) == fixed + body


NAMES = st.sampled_from([*keys(Event), "sumary", "a b"])
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=30),
    st.sampled_from(["2023-03", "[2023..2024]", "..", "null", " # x", "- a", "a: b", "2023-03  "]),
    st.none(),
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, min_size=1, max_size=5)
    ),
    max_leaves=20,
)
STYLES = st.sampled_from([None, True, False])


def same(value, field=""):
    """A value without what may change: the order of some lists, and the quotes around a date."""
    if isinstance(value, dict):
        return {key: same(each, key) for key, each in value.items()}
    if isinstance(value, list):
        found = [same(each) for each in value]
        return sorted(found, key=str) if field in SORTED else found
    return value


def read(text):
    try:
        tree = read_tree(text)
    except yaml.YAMLError:
        return None
    return tree.data if tree.complete and not tree.faults else None


def comments(text):
    return sorted(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


def is_date(text):
    try:
        parse(text)
    except (InvalidDate, AttributeError, TypeError):
        return False
    return True


def differ_by_dates(before, after):
    """Whether only lists and mappings that spell a date have become that date."""
    if before == after:
        return True
    if isinstance(before, list | dict) and isinstance(after, str):
        return is_date(after)
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        return all(differ_by_dates(before[key], after[key]) for key in before)
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return all(map(differ_by_dates, before, after))
    return False


@settings(max_examples=300)
@given(
    st.dictionaries(NAMES, VALUES, min_size=1, max_size=8),
    STYLES,
    st.integers(30, 200),
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["", "  ", "    "])), max_size=6),
    st.sampled_from([Actor, Event]),
)
def test_values_and_comments_stay_and_a_second_run_changes_nothing(
    data, style, width, remarks, model
):
    dumped = yaml.safe_dump(
        data, allow_unicode=True, sort_keys=False, default_flow_style=style, width=width
    )
    lines = dumped.split("\n")
    for number, (place, indent) in enumerate(remarks):
        lines.insert(min(place, len(lines)), f"{indent}# remarque {number}   ")
    for text in (dumped, "\n".join(lines), "\r\n".join(lines)):
        fixed = fix_file(text, model)
        assert fix_file(fixed, model) == fixed
        assert comments(fixed) == comments(text)
        before = read(invisible.mend(text)[0])  # as the program reads it
        if before is not None:
            assert differ_by_dates(same(before), same(read(fixed))), fixed


@pytest.fixture
def folder(write_dossier):
    files = {
        "actors/li.yml": "\ufeffname: Li\nkind: person\nsummary: S.\n",
        "actors/a.yml": "kind: person\nname: A\nsummary: S.\n",
        "articles/b.md": "Sans en-tête.  \n",
        "events/c.yml": b"\xff\xfe",
    }
    return write_dossier(files)


def test_files_are_mended_named_and_then_checked(folder):
    done = CliRunner().invoke(main, ["check", "--fix", "--dossier", str(folder)])
    fixed = "\ufeffkind: person\nname: Li\nsummary: S.\n"
    assert (folder / "actors/li.yml").read_bytes().decode() == fixed
    named = [line for line in done.stderr.splitlines() if "remis en forme" in line]
    assert named == [f"{folder.as_posix()}/actors/li.yml : remis en forme"]
    assert "events/c.yml:1:1: error: " in done.stdout
    again = CliRunner().invoke(main, ["check", "--fix", "--dossier", str(folder)])
    assert "remis en forme" not in again.stderr


def test_a_link_is_not_followed(folder, tmp_path):
    target = tmp_path / "x.yml"
    target.write_text("name: Li\nkind: person\nsummary: S.\n")
    (folder / "actors/x.yml").symlink_to(target)
    CliRunner().invoke(main, ["check", "--fix", "--dossier", str(folder)])
    assert target.read_text().startswith("name:")


SPOKEN = Language(build(), "fr")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("start: 25/07/2023  # né", "start: 2023-07-25  # né"),
        ("start: '25 juillet 2023'", "start: 2023-07-25"),
        ("start: 05/07/2023", "start: 05/07/2023"),
        ("start: [2023]", "start: [2023]"),
        ("start: hier", "start: hier"),
        ("start: 2023-07", "start: 2023-07"),
        ("statements: [{text: T., act: affirme}]", "statements: [{text: T., act: claim}]"),
        ("statements: [{text: affirme, act: zzz}]", "statements: [{text: affirme, act: zzz}]"),
        ("relations: [{type: dirige, with: dirige}]", "relations: [{type: leads, with: dirige}]"),
    ],
)
def test_an_error_with_one_right_answer_gets_it(before, after):
    head = "kind: personne\nname: personne\nsummary: S.\n"
    fixed = fix_file(f"{head}{before}\n", Actor, SPOKEN)
    assert fixed == f"{head.replace('kind: personne', 'kind: person')}{after}\n"
    assert fix_file(fixed, Actor, SPOKEN) == fixed
