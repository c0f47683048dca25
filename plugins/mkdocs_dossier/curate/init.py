"""The files of a new dossier: those of `starter/`, with title, language and licence filled in."""

from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template

import yaml

from mkdocs_dossier.languages import texts
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.model.dates import parse
from mkdocs_dossier.model.fallback import FALLBACK
from mkdocs_dossier.model.vocabulary import say
from mkdocs_dossier.source.vocabulary import build

LICENCES = {"cc-by": "CC BY 4.0", "cc0": "CC0 1.0"}
_COMMON = "common"
# Dates and trust of which the page on method says what they mean, in the words of the site.
_DATES = {
    "day": "2024-03-21",
    "month": "2024-03",
    "about": "2024-06~",
    "uncertain": "2019?",
    "lasted": "2023-07-27/2023-07-28",
    "within": "[2024-06-21..2024-06-30]",
    "since": "2022/..",
}
_TRUST = ("no-origin", "by-basis", "no-source", "state-only", "disputed-versions")
_PAGES = ("coverage", "corrections")
_DOT = "dot-"  # so that packages, which leave out hidden files, carry them


def languages_of_starter() -> list[str]:
    """The languages in which a dossier can begin, sorted."""
    folders = (each.name for each in _starter().iterdir() if each.is_dir())
    return sorted(name for name in folders if name.isalpha() and name != _COMMON)


def write_starter(title: str, language: str, licence: str) -> Iterator[tuple[str, str]]:
    """Each file by its path in the new folder. An empty `licence` is left to be chosen."""
    values = {
        "title": title,
        "language": language,
        "licence": licence,
        "version": version("mkdocs-dossier"),
    }
    scalars = {name: _write_scalar(value) for name, value in values.items()}
    said = values | dict(_say_as_the_site(language))
    example = language if language in languages_of_starter() else FALLBACK
    for part in (_COMMON, example):
        for path, text in _walk(_starter() / part):
            known = scalars if path.endswith(".yml") else said | {"licence": licence or "…"}
            if path == "dossier/dossier.yml" and not licence:
                text = text.replace("licence: $licence", f"# licence: {LICENCES['cc-by']}")
            yield path, Template(text).safe_substitute(known)


def _say_as_the_site(language: str) -> Iterator[tuple[str, str]]:
    words, vocabulary = texts(language), build()
    for name, date in _DATES.items():
        yield f"date_{name}", say_date(parse(date), words)
    for name in _TRUST:
        yield f"trust_{name.replace('-', '_')}", words(f"provenance.{name}")
    for id, status in vocabulary.statuses.items():
        yield f"status_{id}", say(status.labels, language)
    for name in _PAGES:
        yield f"title_{name}", words(f"{name}.title")
        yield f"address_{name}", words(f"address.{name}")


def _starter() -> Traversable:
    return files("mkdocs_dossier.curate") / "starter"


def _walk(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        name = f".{each.name.removeprefix(_DOT)}" if each.name.startswith(_DOT) else each.name
        if each.is_dir():
            yield from _walk(each, f"{above}{name}/")
        else:
            yield f"{above}{name}", each.read_text(encoding="utf-8")


def _write_scalar(value: str) -> str:
    """A text as one line of YAML, in quotation marks only where it needs them."""
    written: str = yaml.safe_dump(value, allow_unicode=True, width=10_000)
    return written.removesuffix("...\n").strip()
