"""An item of CSL-JSON in the formats that people and programs read."""

import importlib.resources
import json
import re
from contextlib import suppress
from functools import cache, lru_cache, partial
from io import BytesIO

import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc.string import MixedString, String

from mkdocs_dossier.model.fallback import REFERENCES
from mkdocs_dossier.trust.citing.filling import Filling
from mkdocs_dossier.trust.citing.items import Item, clean_item, issued_parts

_STYLE = "infoclio-fr-nocaps.csl"  # brief, and it says « vers » where a date is in doubt
_INNER = re.compile(r"«\s*([^«»]*?)\s*»")  # quotation marks within those of the title
_RIS_TYPES = {"webpage": "ELEC", "article-newspaper": "NEWS", "document": "GEN"}


def to_text(item: Item, language: str, own: str = "") -> str:
    """The item as a reference, in the words of the language.

    `own`: the text of a style that a curator chose; where it fails, that of the language is taken.
    """
    item = clean_item(item)
    inner = item | {"title": _INNER.sub(r"“\1”", item["title"])}
    if own:
        with suppress(Exception):  # the library raises whatever a style brings it to
            if text := _own_style(own, language).write(inner):
                return text
    return _style(language).write(inner)


def _write(style: CitationStylesStyle, inner: Item) -> str:
    bibliography = CitationStylesBibliography(style, _Source([inner]), formatter.plain)
    bibliography.register(Citation([CitationItem(inner["id"])]))
    return str(bibliography.bibliography()[0]).strip()


def to_json(item: Item) -> str:
    """CSL-JSON."""
    return json.dumps([clean_item(item)], ensure_ascii=False, indent=2)


def to_ris(item: Item) -> str:
    """RIS."""
    item = clean_item(item)
    numbers = issued_parts(item)
    entry = {
        "type_of_reference": _RIS_TYPES[item["type"]],
        "id": item["id"],
        "title": item["title"],
        "authors": [author["literal"] for author in item.get("author", [])],
        "secondary_title": item.get("container-title"),
        "publisher": item.get("publisher"),
        "year": f"{numbers[0]:04}" if numbers else None,
        "date": "/".join(f"{number:02}" for number in numbers) if len(numbers) > 1 else None,
        "notes": [item[name] for name in ("genre", "note") if name in item],
        "language": item.get("language"),
        "name_of_database": item.get("archive"),
        "accession_number": item.get("archive_location"),  # where Zotero reads and writes it
        "urls": [item["URL"].replace(";", "%3B")] if "URL" in item else None,
    }
    kept = {key: value for key, value in entry.items() if value}
    return str(rispy.dumps([kept], implementation=_RisWriter)).strip()


class _RisWriter(rispy.RisWriter):  # type: ignore[misc]
    """Writes no number before the reference."""

    def set_header(self, count: int) -> str:
        return ""


class _Source(CiteProcJSON):  # type: ignore[misc]
    """Takes text for text: the library reads some of it as HTML."""

    def parse_string(self, string: object) -> MixedString:
        return MixedString([String(string)])


@cache
def _locale(language: str) -> str:
    """The words of which country references take: those of the language's own, if there are any."""
    files = importlib.resources.files("citeproc") / "data/locales"
    known = {each.name.removeprefix("locales-").removesuffix(".xml") for each in files.iterdir()}
    own = [f"{language}-{language.upper()}", language, *sorted(known)]
    return next(
        (each for each in own if each in known and each.split("-")[0] == language), REFERENCES
    )


@lru_cache(maxsize=4)
def _own_style(text: str, language: str) -> Filling:
    style = CitationStylesStyle(BytesIO(text.encode()), locale=_locale(language), validate=False)
    return Filling(partial(_write, style))


@cache
def _style(language: str) -> Filling:
    """The style in the language's folder, else the one that reads well in most."""
    chosen = importlib.resources.files("mkdocs_dossier.languages") / language / "style.csl"
    if not chosen.is_file():
        chosen = importlib.resources.files("mkdocs_dossier.trust.citing") / "styles" / _STYLE
    with importlib.resources.as_file(chosen) as file:
        style = CitationStylesStyle(str(file), locale=_locale(language), validate=False)
    return Filling(partial(_write, style))
