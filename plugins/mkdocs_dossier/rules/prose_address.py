"""A link or a picture in a text that no page shows: it leads, or asks, where it must not."""

from collections.abc import Iterator
from urllib.parse import unquote

from mkdocs_dossier.model.base import Path
from mkdocs_dossier.model.places import offset_of, position_of
from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.model.provenance import NoteValue
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.model.web import is_inside, is_link
from mkdocs_dossier.names.markup import find_addresses
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "prose-address"


def check(context: Context) -> Iterator[Finding]:
    """Every address in the texts that are Markdown."""
    for id, path, text in list_texts(context):
        addresses = list(find_addresses(text))
        if not addresses:
            continue
        origin = context.dossier.origins[id]
        at = offset_of(origin.text, origin.locate(path))
        for address in addresses:
            found = origin.text.find(address.text, at)
            position = position_of(origin.text, found) if found >= 0 else None
            at = max(found + len(address.text), at)
            yield from _judge(context, id, path, address.text, address.picture, position)
    for article in context.dossier.articles.values():
        for address in find_addresses(article.text):
            line, column = position_of(article.text, address.start)
            place = (line - 1 + article.body_line, column)
            yield from _judge(context, article.id, (), address.text, address.picture, place)


def list_texts(context: Context) -> Iterator[tuple[str, Path, str]]:
    """The fields that are Markdown, with the id of their file (empty: dossier.yml)."""
    settings = context.dossier.settings
    for name in ("introduction", "inclusion"):
        if text := getattr(settings, name):
            yield "", (name,), text
    for record in context.dossier.records():
        if isinstance(record, Record) and record.description:
            yield record.id, ("description",), record.description
    for id, path, note in context.all_of(NoteValue):
        yield id, (*path, "text"), note.text


def _judge(
    context: Context, id: str, path: Path, found: str, picture: bool, position: Position | None
) -> Iterator[Finding]:
    key = ""
    if not picture:
        key = "" if is_link(found) else "link"
    elif not is_inside(found):
        key = "picture"
    elif unquote(found) not in context.dossier.images:
        key = "missing"
    if key:
        values = {"found": found}
        yield Finding(RULE, id, path, values, key=f"{RULE}.{key}", position=position)
