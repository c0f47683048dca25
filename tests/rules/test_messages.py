"""Messages exist in every language, with the same values in them."""

import string

import pytest

from mkdocs_dossier.languages import languages, texts
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import load


def _placeholders(text):
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


@pytest.mark.parametrize("language", languages())
def test_texts_are_the_same_in_every_language(language):
    french, other = texts("fr").under("problems"), texts(language).under("problems")
    assert french.keys() == other.keys()
    different = {key for key in french if _placeholders(french[key]) != _placeholders(other[key])}
    assert different == set()


def test_messages_come_in_the_language_of_the_dossier(write_dossier):
    folder = write_dossier({"dossier.yml": "title: Essay\nlanguage: en\nfeatured: [nobody]\n"})
    [problem] = check(load(folder))
    assert problem.message == "unknown record 'nobody'"
