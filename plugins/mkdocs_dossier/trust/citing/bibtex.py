"""An item as BibTeX. BibTeX and LaTeX both read its values: nothing in them may steer either."""

import re
from io import StringIO
from typing import TextIO
from urllib.parse import quote

from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer

from mkdocs_dossier.trust.citing.items import Item, clean_item, issued_parts

# BibTeX counts braces even behind a backslash, so those of the text become words.
_LATEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)
_KEY = re.compile(r"[^A-Za-z0-9:._-]+")


def to_bibtex(item: Item) -> str:
    """BibTeX, in UTF-8: `@article` for what a newspaper published, `@misc` for a page."""
    item = clean_item(item)
    numbers = issued_parts(item)
    article = item["type"] == "article-newspaper" and "container-title" in item
    authors = [author["literal"] for author in item.get("author", [])]
    circa = "circa" if item.get("issued", {}).get("circa") else ""
    kept = f"archive: {item['archive_location']}" if "archive_location" in item else ""
    values = {
        "title": f"{{{_escape(item['title'])}}}",  # its capitals stay
        "author": " and ".join(f"{{{_escape(author)}}}" for author in authors),
        "journal" if article else "howpublished": _escape(item.get("container-title", "")),
        "publisher": _escape(item.get("publisher", "")),
        "year": f"{numbers[0]}" if numbers else "",
        "month": f"{numbers[1]}" if len(numbers) > 1 else "",
        "day": f"{numbers[2]}" if len(numbers) > 2 else "",
        "note": _escape(
            "; ".join(filter(None, (circa, item.get("genre"), item.get("note"), kept)))
        ),
        "language": _escape(item.get("language", "")),
        "url": quote(item.get("URL", ""), safe="!#$%&'()*+,/:;=?@[]~"),
    }
    entry = Entry(
        "article" if article else "misc", [(key, value) for key, value in values.items() if value]
    )
    stream = StringIO()
    entries = {_KEY.sub("-", item["id"]): entry}
    _Writer(encoding="UTF-8").write_stream(BibliographyData(entries), stream)
    return stream.getvalue().strip()


def _escape(text: str) -> str:
    return text.translate(_LATEX)


class _Writer(Writer):  # type: ignore[misc]
    """Writes values as they are: they are escaped, and an address must not be."""

    def _write_field(self, stream: TextIO, name: str, value: str) -> None:
        self.check_braces(value)
        stream.write(f",\n    {name} = {{{value}}}")
