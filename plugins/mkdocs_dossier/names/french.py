"""What the recognition of names knows of French: closed word lists, read once."""

import importlib.resources
from functools import cache

import yaml


@cache
def _lists() -> dict[str, str]:
    text = importlib.resources.files(__package__).joinpath("french.yml").read_text("utf-8")
    loaded: dict[str, str] = yaml.load(text, Loader=yaml.CBaseLoader)
    return loaded


@cache
def words(name: str) -> frozenset[str]:
    """The word list with this name, all in lower case. Raises KeyError if there is none."""
    return frozenset(_lists()[name].split())


def pattern(name: str) -> str:
    """The regular expression with this name."""
    return _lists()[name]
