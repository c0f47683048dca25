"""Words of a language that reading a text needs: closed lists, never shown to anybody."""

import importlib.resources
from functools import cache
from typing import Any

import yaml

from mkdocs_dossier.languages import languages

Lists = dict[str, Any]


@cache
def read_words(language: str, name: str) -> Lists:
    """The lists of `LANGUAGE/words/NAME.yml`, by their key, or none."""
    folder = importlib.resources.files("mkdocs_dossier.languages")
    file = folder.joinpath(language.split("-")[0].lower(), "words", f"{name}.yml")
    if not language.isascii() or not file.is_file():
        return {}
    loaded: Lists = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return loaded


@cache
def read_all_words(name: str) -> Lists:
    """The lists of every language together: a page in one language has words of another."""
    joined: Lists = {}
    for language in languages():
        for key, words in read_words(language, name).items():
            joined.setdefault(key, []).extend(words)
    return joined
