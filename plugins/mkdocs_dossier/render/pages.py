"""Pages as they are kept: rendered, unless an earlier build has left them."""

from collections.abc import Container
from typing import Any

import orjson

from mkdocs_dossier.pages.page import Heading, Page
from mkdocs_dossier.pages.values.page import PageValue
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.page import render_page

Made = tuple[bytes, bytes | None, tuple[str, ...]]
"""The key of a page, the page as JSON (None where it is kept under that key), its pictures."""


def make_page(renderer: Renderer, value: PageValue, known: Container[bytes]) -> Made:
    """The page of a value, rendered where its key is not known."""
    key = Kept.key(value.template, value, renderer.voice)
    piece = None if key in known else write_page(render_page(renderer, value))
    return key, piece, value.pictures


def write_page(page: Page) -> bytes:
    """A finished page as JSON."""
    return orjson.dumps(page)


def read_page(written: bytes) -> Page:
    """The page that `write_page` wrote."""
    fields: dict[str, Any] = orjson.loads(written)
    headings, pictures = map(_read_heading, fields["headings"]), fields["pictures"]
    return Page(**{**fields, "headings": tuple(headings), "pictures": tuple(pictures)})


def _read_heading(fields: dict[str, Any]) -> Heading:
    return Heading(**{**fields, "children": tuple(map(_read_heading, fields["children"]))})
