"""The pages and files of a preview, of which each is made when it is asked for."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_dossier.pages.assets import asset_files
from mkdocs_dossier.pages.data.value import Download
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.pages.plan import Planned, plan_data, plan_pages
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.site.formats import Formats
from mkdocs_dossier.site.make import build_further_assets, build_planned
from mkdocs_dossier.site.on_request import OnRequest
from mkdocs_dossier.site.pages import HandedFiles, JoinedFile, asset_file, later_file, page_file
from mkdocs_dossier.source.answers import Answers
from mkdocs_dossier.source.history import History

_OF_ALL_FORMATS = ("data", "query")
"""The kinds of page that show what every format is."""


class Later:
    """All pages and files of a site, planned.

    `downloads` are the files of the formats as they last were known: those of a state before, since
    only what shows them needs all formats to be made.
    """

    def __init__(
        self,
        site: Site,
        renderer: Renderer,
        kept: Kept,
        history: History,
        downloads: list[Download],
    ) -> None:
        self._site, self._renderer, self._kept = site, renderer, kept
        self._formats = Formats(site, history, kept, Answers()) if site.features.exports else None
        if self._formats:
            site.downloads.extend(downloads or self._formats.list_downloads())
            self._formats.close()  # another thread will ask
        self._pages = [*plan_pages(site), *plan_data(site)]

    def add_files(self, files: Files, folder: Path, config: MkDocsConfig) -> list[File]:
        """Put all that can be listed among the files of the site, and give the pages. One that
        docs/ has itself comes first; pictures come from the dossier's folder.
        """
        made = [
            page_file(each, partial(self._make, each), config, JoinedFile) for each in self._pages
        ]
        made = [file for file in made if not files.get_file_from_path(file.src_uri)]
        dossier = self._site.dossier
        shown = asset_files(dossier, folder, dossier.images)
        formats = (
            later_file(each.address, partial(self._read, each), each.size, config)
            for each in self._site.downloads
        )
        for file in (*made, *(asset_file(asset, config) for asset in shown), *formats):
            files.append(file)
        return made

    def hand_over(
        self, files: Files, folder: Path, config: MkDocsConfig, on_request: OnRequest
    ) -> Files:
        """The files of a site, and those that nobody can list before they are made, on request."""
        further = self._list_further(folder, config)
        on_request.renew(further, self._close, self._site.texts)
        return HandedFiles(files, on_request.take)

    def _close(self) -> None:
        for each in (self._kept, self._formats):
            if each:
                each.close()

    def _list_further(self, folder: Path, config: MkDocsConfig) -> Iterator[File]:
        for asset in build_further_assets(self._site, self._renderer, folder, self._kept):
            yield asset_file(asset, config)

    def _make(self, page: Planned) -> Page:
        if page.kind in _OF_ALL_FORMATS and self._formats:
            self._site.downloads[:] = self._formats.list_downloads()
        return build_planned(page, self._renderer, self._kept)

    def _read(self, download: Download) -> Iterator[bytes] | None:
        return self._formats.read(download) if self._formats else None
