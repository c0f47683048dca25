"""From a dossier to all its finished pages and the files beside them, without MkDocs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

import orjson

from mkdocs_dossier.exports import formats_with, site_path
from mkdocs_dossier.exports.format import Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.pages.assets import Asset, asset_files
from mkdocs_dossier.pages.cited import cited_files
from mkdocs_dossier.pages.data.value import Download
from mkdocs_dossier.pages.lens import lens_file
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.plan import Planned, plan_data, plan_pages
from mkdocs_dossier.pages.previews import preview_files
from mkdocs_dossier.pages.query.gather import engine_files
from mkdocs_dossier.pages.redirects import list_redirects
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.page import render_page, render_redirect
from mkdocs_dossier.render.pages import make_pages, read_page, write_page
from mkdocs_dossier.render.processes import do_all
from mkdocs_dossier.render.prose import write_prose_in
from mkdocs_dossier.site.past import read_past
from mkdocs_dossier.source.collection import pause_collection
from mkdocs_dossier.source.digest import digest_dossier
from mkdocs_dossier.source.history import History

WORTH = 60
"""From so many pages on, a second process pays for its start."""
CHUNK = 30
"""How many pages a process makes at a time."""


@dataclass(frozen=True)
class Built:
    """A page that is made: where it stands, and what reads it. Its HTML need not stay in memory."""

    place: Planned
    read: Callable[[], Page]


def build_pages(
    site: Site, renderer: Renderer, kept: Kept | None = None, *, alone: bool = False
) -> list[Page]:
    """Every page of the site but those of the data, in order of kind and id.

    `kept` holds what earlier builds rendered; `alone`: no second process may help.
    """
    pages, _, _ = _build(site, renderer, kept or Kept(), None, alone=alone)
    return [page.read() for page in pages]


def build_site(
    site: Site,
    renderer: Renderer,
    kept: Kept,
    history: History,
    folder: Path,
    *,
    alone: bool = False,
) -> tuple[list[Built], list[Asset]]:
    """Every page, and every other file; pictures come from the dossier's folder."""
    publication = _publish(site, history) if site.features.exports else None
    pages, pictures, written = _build(site, renderer, kept, publication, alone=alone)
    exports: list[Asset] = []
    while written:  # each piece may go as soon as it is read
        for download, content in _read_format(written.pop(0)):
            site.downloads.append(download)
            exports.append(Asset(download.address, content, closed=True))
    for each in plan_data(site):
        pages.append(Built(each, partial(_give, render_page(renderer, each.gather()))))
    assets = build_assets(site, renderer, folder, kept, pictures)
    return pages, [*assets, *exports]


def _give(page: Page) -> Page:
    return page


def _build(
    site: Site,
    renderer: Renderer,
    kept: Kept,
    publication: Publication | None,
    *,
    alone: bool,
) -> tuple[list[Built], set[str], list[bytes]]:
    """Pages, the pictures that they show, and formats: those that no earlier build made of the same
    dossier by two processes.

    One process makes all formats, for these share much of their work.
    """
    made_from = _describe(site)
    planned = list(plan_pages(site))
    plan_key = kept.key("pages", made_from, renderer.voice)
    keys, pictures = _find_plan(kept, plan_key)
    gathers = [] if keys else [each.gather for each in planned]
    formats = formats_with(site.features.extras) if publication else []
    dated = (*made_from, repr(publication.history) if publication else "")
    files = {each.name: kept.last(f"exports/{each.name}", dated) for each in formats}
    missing = [each for each in formats if files[each.name] is None]
    known = kept.list_keys()
    kept.close()  # a database is nothing to share with another process
    jobs: list[Callable[[], Any]] = [
        partial(make_pages, renderer, gathers[place : place + CHUNK], known)
        for place in range(0, len(gathers), CHUNK)
    ]
    if publication and missing:
        jobs.insert(0, partial(_write_formats, missing, publication))
    done = do_all(jobs, alone=alone or len(gathers) < WORTH)
    if publication and missing:
        for each, written in zip(missing, next(done), strict=True):
            files[each.name] = written
            kept.put_last(f"exports/{each.name}", dated, written)
    for key, piece, shown in chain.from_iterable(done):
        keys.append(key)
        pictures.update(shown)
        if piece is not None:
            kept.put(key, piece)
        if len(keys) % CHUNK == 0:
            kept.flush()
    if gathers:
        left = ([key.hex() for key in keys], sorted(pictures))
        kept.put(plan_key, orjson.dumps(left))
    kept.flush()
    pages = [
        Built(each, partial(_read, each, key, renderer, kept))
        for each, key in zip(planned, keys, strict=True)
    ]
    return pages, pictures, [written for written in files.values() if written is not None]


def _read(planned: Planned, key: bytes, renderer: Renderer, kept: Kept) -> Page:
    """A page that is kept; one that is damaged or gone is made now."""
    piece = kept.find([key]).get(key)
    return build_planned(planned, renderer, kept) if piece is None else read_page(piece)


def build_planned(planned: Planned, renderer: Renderer, kept: Kept) -> Page:
    """One page, as it is kept or made now."""
    value = planned.gather()
    key = Kept.key(value.template, value, renderer.voice)
    piece = kept.find([key]).get(key)
    if piece is None:
        piece = write_page(render_page(renderer, value))
        kept.put(key, piece)
    return read_page(piece)


class Formats:
    """The files of all formats of a site, of which each format is made when it is asked for."""

    def __init__(self, site: Site, history: History, kept: Kept) -> None:
        self._site, self._history, self._kept = site, history, kept
        self._publication = _publish(site, history)
        self._formats = {each.name: each for each in formats_with(site.features.extras)}
        self._made: dict[str, list[tuple[Download, bytes]]] = {}

    @cached_property
    def _dated(self) -> tuple[str, ...]:
        return (*_describe(self._site), repr(self._history))

    def make(self, name: str) -> list[tuple[Download, bytes]]:
        """The files of a format, as they are kept or made now."""
        if name not in self._made:
            make = partial(_write_format, self._formats[name], self._publication)
            piece = self._kept.recall(f"exports/{name}", self._dated, make)
            self._made[name] = list(_read_format(piece))
        return self._made[name]

    def list_downloads(self) -> list[Download]:
        """All files of all formats: each format is made."""
        return [download for name in self._formats for download, _ in self.make(name)]

    def read(self, download: Download) -> bytes | None:
        """A file as it is now; None where its format has it no more."""
        found = self.make(download.format)
        return next((content for each, content in found if each.address == download.address), None)


def _describe(site: Site) -> tuple[str, str]:
    """What pages and formats are made from, but for the dates of commits."""
    return digest_dossier(site.dossier).hex(), repr(site.features)


def _find_plan(kept: Kept, plan_key: bytes) -> tuple[list[bytes], set[str]]:
    """The keys of the pages that an earlier build made of the same dossier, and their pictures;
    nothing where it is not known.
    """
    plan = kept.find([plan_key]).get(plan_key)
    keys, pictures = orjson.loads(plan) if plan else ([], [])
    return [bytes.fromhex(each) for each in keys], set(pictures)


def _publish(site: Site, history: History) -> Publication:
    features = site.features
    return Publication(
        site.indexes,
        site.mentions,
        features.site,
        features.now,
        history,
        features.folder,
        write_prose_in(site.texts.language),
    )


def _write_formats(formats: Iterable[Format], publication: Publication) -> list[bytes]:
    return [_write_format(each, publication) for each in formats]


def _write_format(format_: Format, publication: Publication) -> bytes:
    """The files of a format in one piece: a line of what they are, then their contents."""
    downloads, contents = [], []
    with pause_collection():
        for file in format_.make(publication):
            downloads.append(
                Download(
                    format_.name,
                    site_path(publication, file),
                    len(file.content),
                    file.rows,
                    file.beside,
                    format_.example if file.main else "",
                    file.title,
                )
            )
            contents.append(file.content)
        return b"".join([orjson.dumps(downloads), b"\n", *contents])


def _read_format(piece: bytes) -> Iterator[tuple[Download, bytes]]:
    """The files that `_write_format` wrote."""
    at = piece.index(b"\n") + 1
    for fields in orjson.loads(piece[:at]):
        download = Download(**fields)
        yield download, piece[at : at + download.size]
        at += download.size


def build_assets(
    site: Site, renderer: Renderer, folder: Path, kept: Kept, pictures: Iterable[str]
) -> Iterator[Asset]:
    """Every other file of the site but the formats; pictures come from `folder`."""
    yield from asset_files(site.dossier, folder, pictures)
    yield from build_further_assets(site, renderer, folder, kept)


def build_further_assets(
    site: Site, renderer: Renderer, folder: Path, kept: Kept
) -> Iterator[Asset]:
    """The files that follow from the dossier and are no format, but its pictures; those that cost
    least come first.
    """
    for redirect in list_redirects(site):
        yield render_redirect(renderer, redirect)
    yield from engine_files(site)
    yield from lens_file(site)
    yield from preview_files(site)
    yield from cited_files(site, read_past(folder, kept))
