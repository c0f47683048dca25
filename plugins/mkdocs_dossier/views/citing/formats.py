"""An item of CSL-JSON in the formats that people and programs read."""

import importlib.resources
import json
import re
from functools import cache
from io import StringIO
from typing import TextIO

import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer

from mkdocs_dossier.views.citing.items import Item

_STYLE = "infoclio-fr-nocaps.csl"  # French, brief, and it says « vers » where a date is in doubt
_LOCALES = {"fr": "fr-FR", "en": "en-GB"}
_INNER = re.compile(r"«\s*([^«»]*?)\s*»")  # quotation marks within those of the title
_RIS_TYPES = {"webpage": "ELEC", "article-newspaper": "NEWS"}


def to_text(item: Item, language: str) -> str:
    """The item as a reference, in French style and in the words of the language."""
    inner = item | {"title": _INNER.sub(r"“\1”", item["title"])}
    style = _style(_LOCALES.get(language, "en-GB"))
    bibliography = CitationStylesBibliography(style, CiteProcJSON([inner]), formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    return str(bibliography.bibliography()[0]).strip()


def to_json(item: Item) -> str:
    """CSL-JSON."""
    return json.dumps([item], ensure_ascii=False, indent=2)


def to_ris(item: Item) -> str:
    """RIS."""
    numbers = _numbers(item)
    entry = {
        "type_of_reference": _RIS_TYPES[item["type"]],
        "id": item["id"],
        "title": item["title"],
        "authors": [author["literal"] for author in item.get("author", [])],
        "secondary_title": item.get("container-title"),
        "publisher": item.get("publisher"),
        "year": f"{numbers[0]}" if numbers else None,
        "date": "/".join(f"{number:02}" for number in numbers) if len(numbers) > 1 else None,
        "language": item.get("language"),
        "urls": [item["URL"]] if "URL" in item else None,
    }
    kept = {key: value for key, value in entry.items() if value}
    return str(rispy.dumps([kept], implementation=_RisWriter)).strip()


def to_bibtex(item: Item) -> str:
    """BibTeX, in UTF-8."""
    numbers = _numbers(item)
    values = {
        "title": f"{{{item['title']}}}",  # its capitals stay
        "author": " and ".join(f"{{{author['literal']}}}" for author in item.get("author", [])),
        "howpublished": item.get("container-title", ""),
        "publisher": item.get("publisher", ""),
        "year": f"{numbers[0]}" if numbers else "",
        "month": f"{numbers[1]}" if len(numbers) > 1 else "",
        "day": f"{numbers[2]}" if len(numbers) > 2 else "",
        "note": "circa" if item.get("issued", {}).get("circa") else "",
        "language": item.get("language", ""),
        "url": item.get("URL", ""),
    }
    entry = Entry("misc", [(key, value) for key, value in values.items() if value])
    stream = StringIO()
    _BibtexWriter(encoding="UTF-8").write_stream(BibliographyData({item["id"]: entry}), stream)
    return stream.getvalue().strip()


class _RisWriter(rispy.RisWriter):  # type: ignore[misc]
    """Writes no number before the reference."""

    def set_header(self, count: int) -> str:
        return ""


class _BibtexWriter(Writer):  # type: ignore[misc]
    """Leaves addresses alone: an escaped `_` or `#` in them would no longer lead anywhere."""

    def _write_field(self, stream: TextIO, name: str, value: str) -> None:
        if name != "url":
            super()._write_field(stream, name, value)
            return
        safe = value.replace('"', "%22").replace("{", "%7B").replace("}", "%7D")
        stream.write(f',\n    url = "{safe}"')


@cache
def _style(locale: str) -> CitationStylesStyle:
    folder = importlib.resources.files("mkdocs_dossier.views.citing") / "styles"
    with importlib.resources.as_file(folder / _STYLE) as file:
        return CitationStylesStyle(str(file), locale=locale, validate=False)


def _numbers(item: Item) -> list[int]:
    parts: list[list[int]] = item.get("issued", {}).get("date-parts", [[]])
    return parts[0]
