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
    found = [read_words(language, name) for language in languages()]
    if name == DEBRIS:
        found += read_other_words().values()
    joined: Lists = {}
    for lists in found:
        for key, words in lists.items():
            joined.setdefault(key, []).extend(words)
    return joined


DEBRIS = "debris"


@cache
def read_other_words() -> dict[str, Lists]:
    """The words of web pages in languages that nothing else is written for, by language."""
    folder = importlib.resources.files("mkdocs_dossier.languages") / "other_words"
    return {
        file.name.removesuffix(".yml"): yaml.load(
            file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader
        )
        for file in sorted(folder.iterdir(), key=lambda each: each.name)
    }
