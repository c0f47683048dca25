"""From a dossier to all its finished pages and the files beside them, without MkDocs."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import orjson

from mkdocs_dossier.exports import formats_with, site_path
from mkdocs_dossier.exports.format import Format
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.pages.assets import Asset, asset_files
from mkdocs_dossier.pages.cited import cited_files
from mkdocs_dossier.pages.data.value import Download
from mkdocs_dossier.pages.lens import lens_file
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.plan import plan_pages
from mkdocs_dossier.pages.previews import preview_files
from mkdocs_dossier.pages.query.gather import engine_files
from mkdocs_dossier.pages.redirects import list_redirects
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.page import render_redirect
from mkdocs_dossier.render.pages import list_keys, read_page, render_pages
from mkdocs_dossier.render.prose import write_prose_in
from mkdocs_dossier.site.past import read_past
from mkdocs_dossier.source.collection import pause_collection
from mkdocs_dossier.source.digest import digest_dossier
from mkdocs_dossier.source.history import History


def build_pages(
    site: Site, renderer: Renderer, kept: Kept | None = None, *, alone: bool = False
) -> list[Page]:
    """Every page of the site, in order of kind and id.

    `kept` holds what earlier builds rendered; `alone`: no second process may help.
    """
    kept = kept or Kept()
    made_from = (digest_dossier(site.dossier).hex(), repr(site.features), repr(site.downloads))
    key = kept.key("pages", made_from, renderer.voice)
    return find_pages(site, kept, key) or plan_and_render(site, renderer, kept, key, alone=alone)


def find_pages(site: Site, kept: Kept, key: bytes) -> list[Page] | None:
    """The pages that an earlier build made of the same dossier; None where one is not kept."""
    plan = kept.find([key]).get(key)
    if plan is None:
        return None
    keys, pictures = orjson.loads(plan)
    keys = [bytes.fromhex(each) for each in keys]
    found = kept.find(keys)
    if len(found) < len(set(keys)):
        return None
    site.pictures.update(pictures)
    return [read_page(found[each]) for each in keys]


def plan_and_render(
    site: Site, renderer: Renderer, kept: Kept, key: bytes, *, alone: bool
) -> list[Page]:
    """The pages, gathered anew; which they are is kept for the same dossier."""
    values = list(plan_pages(site))
    keys = list_keys(renderer, values, kept)
    pages = render_pages(renderer, values, keys, kept, alone=alone)
    kept.put(key, orjson.dumps(([each.hex() for each in keys], sorted(site.pictures))))
    return pages


def build_exports(site: Site, history: History, kept: Kept) -> list[Asset]:
    """The files of all formats, before the pages: one of these lists them. None without exports."""
    if not site.features.exports:
        return []
    features = site.features
    publication = Publication(
        site.indexes,
        site.mentions,
        features.site,
        features.now,
        history,
        features.folder,
        write_prose_in(site.texts.language),
    )

    made_from = (digest_dossier(site.dossier).hex(), repr(features), repr(history))
    assets = []
    for format_ in formats_with(features.extras):
        piece = kept.recall(
            f"exports/{format_.name}", made_from, partial(_write_format, format_, publication)
        )
        for download, content in _read_format(piece):
            assets.append(Asset(download.address, content, closed=True))
            site.downloads.append(download)
    return assets


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


def build_assets(site: Site, renderer: Renderer, folder: Path, kept: Kept) -> Iterator[Asset]:
    """Every other file of the site, once all pages are built; pictures come from `folder`."""
    yield from cited_files(site, read_past(folder, kept))
    yield from asset_files(site.dossier, folder, site.pictures)
    yield from engine_files(site)
    for redirect in list_redirects(site):
        yield render_redirect(renderer, redirect)
    yield from preview_files(site)
    yield from lens_file(site)
