"""The files of a new dossier: those of `starter/`, with title, language and licence filled in."""

from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template

import yaml

LICENCES = {"cc-by": "CC BY 4.0", "cc0": "CC0 1.0"}
_COMMON = "common"
_EXAMPLE = "en"  # for languages without an example of their own
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
    example = language if language in languages_of_starter() else _EXAMPLE
    for part in (_COMMON, example):
        for path, text in _walk(_starter() / part):
            known = scalars if path.endswith(".yml") else {**values, "licence": licence or "…"}
            if path == "dossier/dossier.yml" and not licence:
                text = text.replace("licence: $licence", f"# licence: {LICENCES['cc-by']}")
            yield path, Template(text).safe_substitute(known)


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
