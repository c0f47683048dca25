"""From a dossier to all its finished pages and the files beside them, without MkDocs."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs_dossier.exports import FORMATS, site_path
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.pages.assets import Asset, asset_files
from mkdocs_dossier.pages.data.value import Download
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.plan import plan_pages
from mkdocs_dossier.pages.previews import preview_files
from mkdocs_dossier.pages.redirects import list_redirects
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.page import render_redirect
from mkdocs_dossier.render.pages import render_pages
from mkdocs_dossier.source.history import History


def build_pages(
    site: Site, renderer: Renderer, kept: Kept | None = None, *, alone: bool = False
) -> list[Page]:
    """Every page of the site, in order of kind and id.

    `kept` holds what earlier builds rendered; `alone`: no second process may help.
    """
    return render_pages(renderer, list(plan_pages(site)), kept or Kept(), alone=alone)


def build_exports(site: Site, history: History) -> list[Asset]:
    """The files of all formats, before the pages: one of these lists them. None without exports."""
    if not site.features.exports:
        return []
    features = site.features
    publication = Publication(
        site.book, site.mentions, features.site, features.now, history, features.folder
    )
    made: list[Asset] = []
    for format_ in FORMATS.values():
        for file in format_.make(publication):
            address = site_path(publication, file)
            made.append(Asset(address, file.content))
            site.downloads.append(
                Download(
                    format_.name,
                    address,
                    len(file.content),
                    file.rows,
                    file.beside,
                    format_.example if file.main else "",
                    file.title,
                )
            )
    return made


def build_assets(site: Site, renderer: Renderer, folder: Path) -> Iterator[Asset]:
    """Every other file of the site, once all pages are built; pictures come from `folder`."""
    yield from asset_files(site.dossier, folder, site.pictures)
    for redirect in list_redirects(site):
        yield render_redirect(renderer, redirect)
    yield from preview_files(site)
