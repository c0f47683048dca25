"""All pages of a site, rendered: kept from earlier builds, or anew, by two processes."""

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import orjson

from mkdocs_dossier.pages.page import Heading, Page
from mkdocs_dossier.pages.values.page import PageValue
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.page import render_page

WORTH = 60
"""From so many pages on, a second process pays for its start."""

_shared: tuple[Renderer, Sequence[PageValue]] | None = None
"""What a forked process takes over: values need not be sent to it."""


def list_keys(renderer: Renderer, values: Sequence[PageValue], kept: Kept) -> list[bytes]:
    """Under which each page is kept."""
    voice = renderer.voice
    return [kept.key(value.template, value, voice) for value in values]


def render_pages(
    renderer: Renderer,
    values: Sequence[PageValue],
    keys: Sequence[bytes],
    kept: Kept,
    *,
    alone: bool = False,
) -> list[Page]:
    """The pages of these values, in their order. `alone`: this process has threads, so no other.

    A page whose value and recipe are those of an earlier build is not rendered again.
    """
    found = kept.find(keys)
    pairs = dict(zip(keys, values, strict=True))
    missing = [(key, value) for key, value in pairs.items() if key not in found]
    kept.close()  # a database is nothing to share with another process
    rendered = _render(renderer, [value for _, value in missing], alone)
    for (key, _), piece in zip(missing, rendered, strict=True):
        kept.put(key, piece)
        found[key] = piece
    return [read_page(found[key]) for key in keys]


def _render(renderer: Renderer, values: Sequence[PageValue], alone: bool) -> list[bytes]:
    global _shared
    can_fork = "fork" in multiprocessing.get_all_start_methods() and (os.cpu_count() or 1) > 1
    if alone or len(values) < WORTH or not can_fork:
        return [write_page(render_page(renderer, value)) for value in values]
    _shared = (renderer, values)
    try:
        with ProcessPoolExecutor(2, multiprocessing.get_context("fork")) as processes:
            size = max(1, min(50, len(values) // 8))
            return list(processes.map(_render_shared, range(len(values)), chunksize=size))
    finally:
        _shared = None


def _render_shared(place: int) -> bytes:
    assert _shared is not None
    renderer, values = _shared
    return write_page(render_page(renderer, values[place]))


def write_page(page: Page) -> bytes:
    """A finished page as JSON."""
    return orjson.dumps(page)


def read_page(written: bytes) -> Page:
    """The page that `write_page` wrote."""
    fields: dict[str, Any] = orjson.loads(written)
    return Page(**{**fields, "headings": tuple(map(_read_heading, fields["headings"]))})


def _read_heading(fields: dict[str, Any]) -> Heading:
    return Heading(**{**fields, "children": tuple(map(_read_heading, fields["children"]))})
