"""What the program says to people, by language: labels of pages and messages of problems.

A language with a folder has words of its own. Any other is served by the neutral one: the words are
English, and what the Unicode CLDR knows (dates, numbers, names of languages) is its own.
"""

import importlib.resources
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import yaml
from babel import Locale, localedata

from mkdocs_dossier.model.fallback import FALLBACK

VOCABULARY = "vocabulary.yml"
_CODE = re.compile(r"[a-z]{2,3}")


class Texts:
    """The texts of one language, by dotted key: `texts("problems.unknown-key", found="nme")`.

    A text in several files of the language is one catalogue. Raises KeyError for a key that
    does not exist: a missing text is a defect of the program. `spoken` is the language of the
    words, which is `language` if it has a folder; `locale` is what the CLDR calls the language, or
    English where it does not know it. `own` are the keys of the texts that are not borrowed.
    """

    def __init__(
        self, language: str, spoken: str, entries: Mapping[str, str], own: frozenset[str]
    ) -> None:
        self.language = language
        self.own = own
        self.spoken = spoken
        self.locale = language if language in localedata.locale_identifiers() else FALLBACK
        self._entries = entries

    @property
    def is_neutral(self) -> bool:
        """Whether the words are of another language than the locale."""
        return self.spoken != self.locale

    def __call__(self, key: str, **values: Any) -> str:
        text = self._entries[key]
        return text.format(**values) if values else text

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def plural(self, key: str, count: int, **values: Any) -> str:
        """The text under `key.one`, `key.few`… or `key.other`; `{count}` in it is the number.

        The CLDR says which a number takes: French counts 0 and 1 as one, English only 1. What the
        language has no text for takes that under `other`.
        """
        form = f"{key}.{_plural_form(self.spoken, count)}"
        return self(form if form in self else f"{key}.other", count=count, **values)

    def ordinal(self, key: str, number: int, **values: Any) -> str:
        """The text under `key.one`, `key.two`… or `key.other` for a place in a row: 1st, 2nd, 23rd.

        The CLDR says which a number takes; `{number}` in the text is the number.
        """
        form = f"{key}.{Locale(self.spoken).ordinal_form(number)}"
        return self(form if form in self else f"{key}.other", number=number, **values)

    def under(self, prefix: str) -> dict[str, str]:
        """All texts whose key starts with `prefix.`, by the rest of the key."""
        start = f"{prefix}."
        return {
            key.removeprefix(start): text
            for key, text in self._entries.items()
            if key.startswith(start)
        }


@lru_cache
def languages() -> list[str]:
    """The codes of all languages that there are texts in, sorted."""
    folders = importlib.resources.files(__name__).iterdir()
    return sorted(each.name for each in folders if each.is_dir() and each.name.isalpha())


@lru_cache
def texts(language: str = FALLBACK) -> Texts:
    """The texts of a language tag (`fr`, `fr-CA`); English where there are none.

    A folder need not hold all: what it lacks is English too.
    """
    code = language.split("-")[0].lower()
    if not _CODE.fullmatch(code):
        code = FALLBACK
    spoken = code if code in languages() else FALLBACK
    own = _read_folder(spoken)
    return Texts(code, spoken, {**_read_folder(FALLBACK), **own}, frozenset(own))


@cache
def _read_folder(code: str) -> dict[str, str]:
    """The texts of a language's folder by dotted key."""
    entries: dict[str, str] = {}
    folder = importlib.resources.files(__name__) / code
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".yml") and file.name != VOCABULARY:
            tree = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
            _flatten(tree or {}, "", entries)
    return entries


@lru_cache
def _plural_form(language: str, count: int) -> str:
    form: str = Locale(language).plural_form(count)
    return form


def _flatten(tree: Mapping[str, Any], prefix: str, into: dict[str, str]) -> None:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            _flatten(value, f"{prefix}{key}.", into)
        else:
            into[f"{prefix}{key}"] = value
