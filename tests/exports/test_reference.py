"""The reference of the data format is complete, and the guide shows it as it is."""

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.exports.reference import CLASSES, write_reference
from mkdocs_dossier.languages import languages, texts
from mkdocs_dossier.model import limits
from mkdocs_dossier.model.base import Value, keys
from mkdocs_dossier.model.vocabulary import GROUPS
from mkdocs_dossier.source import vocabulary

# Bases of others, or with no field that a reader has to know.
ASIDE = {"SentenceEntries",
    "Identified", "Sourced", "Judged", "PerLanguage", "TermEntry", "KindEntry", "KindEntries",
    "Verified", "Found", "PageFields", "_Fields",
}  # fmt: skip


def all_classes(base=Value):
    for each in base.__subclasses__():
        yield each
        yield from all_classes(each)


def test_every_class_of_the_format_is_in_it():
    ours = (each for each in all_classes() if each.__module__.startswith("mkdocs_dossier."))
    named = {each.__name__ for each in ours}
    assert named - ASIDE - {each.__name__ for each in CLASSES} == set()


@pytest.mark.parametrize("language", languages())
def test_every_field_and_every_word_is_in_it(language):
    text = write_reference(vocabulary.build(), texts(language))
    for described in CLASSES:
        for field in keys(described):
            assert f"| `{field}` | " in text, f"{described.__name__}.{field}"
    words = vocabulary.build()
    ids = [id for kinds in words.kinds.values() for id in kinds]
    ids += [id for sort in GROUPS for id in words.entries(sort)]
    assert [id for id in ids if f"| `{id}` | " not in text] == []
    assert "| `claim` | " in text
    assert "affirme" in text
    assert "claims" in text


def test_every_rule_is_in_it():
    say = texts("fr")
    text = write_reference(vocabulary.build(), say)
    assert say.under("rules")
    assert [rule for rule in say.under("rules") if f"| `{rule}` | " not in text] == []


def test_own_words_are_in_it(write_dossier):
    folder = write_dossier({"vocabulary.yml": "kinds:\n  topic:\n    clan: {fr: clan | lignée}\n"})
    done = CliRunner().invoke(main, ["reference", "--dossier", str(folder)])
    assert done.exit_code == 0
    assert "| `clan` | clan &#124; lignée |  |" in done.stdout


def test_the_guide_shows_it_as_it_is(root, tmp_path):
    page = tmp_path / "format.md"
    page.write_bytes((root / "docs/format.md").read_bytes())
    done = CliRunner().invoke(
        main, ["reference", "--dossier", str(root / "dossier"), "--write", str(page)]
    )
    assert done.exit_code == 0, done.output
    assert page.read_text("utf-8") == (root / "docs/format.md").read_text("utf-8"), (
        "run `dossier reference --write docs/format.md`"
    )
    assert "Référence des champs" in page.read_text("utf-8")


@pytest.mark.parametrize("language", languages())
def test_every_limit_is_in_it(language):
    text = write_reference(vocabulary.build(), texts(language))
    known = {name for name in vars(limits) if name.isupper()}
    assert texts(language).under("limits").keys() == known
    for name in known:
        assert f"| {texts(language)(f'limits.{name}')} | " in text
