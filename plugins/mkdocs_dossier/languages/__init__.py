"""What the program says to people, by language: labels of pages and messages of problems."""

import importlib.resources
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

FALLBACK = "en"


class Texts:
    """The texts of one language, by dotted key: `texts("problems.unknown-key", found="nme")`.

    A text in several files of the language is one catalogue. Raises KeyError for a key that
    does not exist: a missing text is a defect of the program.
    """

    def __init__(self, language: str, entries: Mapping[str, str]) -> None:
        self.language = language
        self._entries = entries

    def __call__(self, key: str, **values: Any) -> str:
        text = self._entries[key]
        return text.format(**values) if values else text

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def plural(self, key: str, count: int, **values: Any) -> str:
        """The text under `key.one` or `key.other`; `{count}` in it is the number.

        French counts 0 and 1 as one, English only 1.
        """
        one = count in (0, 1) if self.language == "fr" else count == 1
        return self(f"{key}.{'one' if one else 'other'}", count=count, **values)

    def under(self, prefix: str) -> dict[str, str]:
        """All texts whose key starts with `prefix.`, by the rest of the key."""
        start = f"{prefix}."
        return {
            key.removeprefix(start): text
            for key, text in self._entries.items()
            if key.startswith(start)
        }


def languages() -> list[str]:
    """The codes of all languages that there are texts in, sorted."""
    folders = importlib.resources.files(__name__).iterdir()
    return sorted(each.name for each in folders if each.is_dir() and each.name.isalpha())


@lru_cache
def texts(language: str) -> Texts:
    """The texts of a language tag (`fr`, `fr-CA`); English where there are none."""
    folder = importlib.resources.files(__name__)
    code = language.split("-")[0].lower()
    if not (code.isalpha() and folder.joinpath(code).is_dir()):
        code = FALLBACK
    entries: dict[str, str] = {}
    for file in sorted(folder.joinpath(code).iterdir(), key=lambda each: each.name):
        if file.name.endswith(".yml"):
            tree = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
            _flatten(tree or {}, "", entries)
    return Texts(code, entries)


def _flatten(tree: Mapping[str, Any], prefix: str, into: dict[str, str]) -> None:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            _flatten(value, f"{prefix}{key}.", into)
        else:
            into[f"{prefix}{key}"] = value
