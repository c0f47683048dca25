"""The plugin `dossier`: loads, checks, hands finished pages to MkDocs, watches in `serve`."""

import os
import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils.templates import TemplateContext

from mkdocs_dossier.index.embeds import Embed, find_embeds
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.web import is_mail_address
from mkdocs_dossier.pages.assets import stylesheets
from mkdocs_dossier.pages.data.value import Download
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.render.environment import make_renderer
from mkdocs_dossier.render.processes import start
from mkdocs_dossier.render.sanitise import clean_html
from mkdocs_dossier.render.tables import AlignedCells
from mkdocs_dossier.site.cache import open_cache
from mkdocs_dossier.site.defaults import choose_texts, fill_defaults
from mkdocs_dossier.site.docs import put_embeds, remove_unpublished, settle_markdown, write_source
from mkdocs_dossier.site.editions import date_site
from mkdocs_dossier.site.frames import is_plain
from mkdocs_dossier.site.indexing import FOLDER as INDEX
from mkdocs_dossier.site.joining import add_files, join_pages, list_for_templates, write_beside
from mkdocs_dossier.site.judging import Judge
from mkdocs_dossier.site.later import Later
from mkdocs_dossier.site.layout import Frame, add_templates, cite_ahead, make_frame, source_path
from mkdocs_dossier.site.make import Ahead, build_site
from mkdocs_dossier.site.navigation import drop_from_navigation, order_navigation
from mkdocs_dossier.site.on_request import OnRequest
from mkdocs_dossier.site.options import DossierConfig
from mkdocs_dossier.site.pages import DossierPage, JoinedFile, escape_titles
from mkdocs_dossier.site.policy import Compiled, CompiledTheme, Marks, mark_templates, secure
from mkdocs_dossier.site.preview import allow_live_reload
from mkdocs_dossier.site.serving import Background, guard, settle_process, take_stock, tell_fault
from mkdocs_dossier.site.site_folder import SiteFolder, describe
from mkdocs_dossier.site.theme_settings import settle_theme
from mkdocs_dossier.site.translations import introduce, is_translated
from mkdocs_dossier.site.unchanged import LastBuild
from mkdocs_dossier.site.watching import watch
from mkdocs_dossier.source import Loader
from mkdocs_dossier.source.keep import keep_last_good, without_records

log = get_plugin_logger("dossier")


class DossierPlugin(BasePlugin[DossierConfig]):
    """Publishes a dossier. Its siblings set `features` in their own on_config."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        self.loader: Loader | None = None
        self.last_good: Dossier | None = None
        self.embeds: list[Embed] = []
        self.site_folder: SiteFolder | None = None
        self.last_build: LastBuild | None = None
        self.later: Later | None = None
        self.on_request = OnRequest()
        self.background = Background(self.tell) if self.serving else None
        self.texts, self.site_dir = texts(), Path()
        settle_process()
        self.marks, self.compiled, self.cited = Marks(), Compiled(), dict[str, Markup]()
        self.downloads: list[Download] = []
        self.ahead: Ahead | None = None
        self.nonce = secrets.token_urlsafe() if self.serving else ""

    @event_priority(100)  # before the siblings, wherever they stand in mkdocs.yml
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        repo, branch, host = self.config.repo.rstrip("/"), self.config.branch, self.config.host
        self.features = Features(repo=repo, branch=branch, host=host, folder=self.config.folder)
        self.root = Path(config.config_file_path or ".").resolve().parent
        self.folder = self.root / self.config.folder
        self.features.site = "" if self.serving else config.site_url or ""
        say = self.texts = choose_texts(config, self.folder)
        self.kept = open_cache(self.root, say)
        if not self.serving:
            self.last_build = LastBuild(self.kept, say)
            self.last_build.listen()
        if self.loader is None or self.loader.folder != self.folder:
            self.loader = Loader(self.folder, self.kept, start)
        fill_defaults(config, say)
        self.notes = settle_theme(config)
        if not self.config.trusted_docs:
            self.notes += settle_markdown(config)
        config.markdown_extensions.append(AlignedCells())  # type: ignore[arg-type]
        add_templates(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check before MkDocs opens what is in docs/, and make pages before it empties the site."""
        assert self.loader is not None
        if self.serving:
            self.built_from = take_stock(self.folder, Path(config.docs_dir))
        self.history = date_site(self.features, self.root, self.texts)
        if self.last_build and not self.config.trusted_docs:
            self.last_build.end_if_current(config, self.folder, self.features, self.history)
        self.loaded = self.loader.load()
        say, docs = texts(self.loaded.dossier.language), Path(config.docs_dir)
        self.texts, self.site_dir = say, Path(config.site_dir)
        self.judge = Judge(Path(self.config.folder), Path(os.path.relpath(docs, self.root)))
        self.plain = is_plain(config)
        shown = (docs, self.loaded, self.features, self.config.trusted_docs)
        judge_pages = partial(self.judge.judge_pages, *shown, strict=not self.serving)
        if self.background:
            self.judge.judge_errors(self.loaded, self.on_request, self.background)
            judge_pages()
            self.make_pages()
            return
        self.site_folder = self.site_folder or SiteFolder(self.site_dir, say)
        self.judge.judge_beside(self.loaded, self.kept, self.make_pages, judge_pages)
        if self.plain:
            self.site_folder.set_aside(self.kept)

    def tell(self, error: Exception) -> str:
        """What a preview says of a fault that it outlives; MkDocs has been told."""
        return tell_fault(error, self.texts)

    def make_pages(self) -> None:
        """Make all pages; in a preview, of the last dossier that gave some, if this one gives none.

        A broken record beside others may be more than a page can show.
        """
        made, self.failure = self.last_good, ""
        self.last_good = keep_last_good(self.loaded.dossier, self.judge.problems, made)
        try:
            self.print_pages(self.last_good)
        except Exception as error:
            if not self.serving:
                raise
            self.failure = self.tell(error)
            self.last_good = made
            self.print_pages(made or without_records(self.loaded.dossier))

    def print_pages(self, dossier: Dossier) -> None:
        """Make all pages of a dossier."""
        self.texts = texts(dossier.language)
        contact = dossier.settings.contact or ""
        self.features.contact = contact if is_mail_address(contact) else ""
        self.site = Site(Indexes(dossier), self.features)
        self.renderer = make_renderer(self.texts.language, dossier.citation_style)
        made = (self.site, self.renderer, self.kept, self.history)
        self.about = (*made, self.config.folder)
        self.later = None
        if self.serving and self.plain:
            self.later = Later(*made, self.downloads)
            self.downloads = self.site.downloads
            return
        self.pages, self.assets, self.done_ahead = build_site(
            *made, self.folder, ahead=self.ahead, alone=self.serving
        )

    @event_priority(50)  # before other plugins look for pages that they are told of
    def _add_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        if not self.config.trusted_docs:
            remove_unpublished(files, config)
        for setting, reason in self.notes:
            log.info(self.texts(f"site.settings.{reason}", setting=setting))
        return files if is_translated(config) else self.add_files(files, config)

    @event_priority(-110)  # on the files that the other plugins leave
    def _finish_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        self.files = self.add_files(files, config) if is_translated(config) else files
        introduce(self.made, config)
        if config.nav is None:
            config.nav = order_navigation(self.made, files, config)
        if self.later:
            return self.later.hand_over(files, self.folder, config, self.on_request)
        self.on_request.renew(iter(()), self.kept.close, self.texts)
        begin = partial(write_beside, self)
        spared = (INDEX,) if self.features.search else ()
        return self.site_folder.take(files, begin, spared=spared) if self.site_folder else files

    on_files = CombinedEvent(_add_files, _finish_files)

    def add_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Put the pages and assets among the files, and settle what depends on them."""
        if self.later:
            self.made = self.later.add_files(files, self.folder, config)
        else:
            self.made = add_files(self.pages, self.assets, files, config)
        self.joined = [file for file in self.made if isinstance(file, JoinedFile)]
        if config.nav is not None and not self.site.downloads:
            config.nav = drop_from_navigation(config.nav, self.site.addresses.index("data"))
        config.extra_css[:] = dict.fromkeys([*stylesheets(self.features), *config.extra_css])
        return files

    @event_priority(-100)  # on what the other plugins leave
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.nav = nav
        return nav

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self.frames.keep(all_joined=not (self.site_folder and self.site_folder.has_left))
        if self.site_folder and self.last_build:
            self.site_folder.sweep(self.kept)
            self.last_build.keep(self.site_dir)
        self.kept.save(drop=not self.serving)

    def on_build_error(self, *, error: Exception) -> None:
        """A full disk, a folder that may not be written: one line. Other faults are our own."""
        if isinstance(error, OSError):
            raise Abort(describe(error, self.site_dir, self.texts, "cut-short")) from None

    def on_shutdown(self) -> None:
        for each in (self.background, self.last_build, self.site_folder):
            if each:
                each.close()

    def on_page_read_source(self, *, page: SitePage, config: MkDocsConfig) -> str | None:
        return None if self.config.trusted_docs else write_source(page)

    def on_page_markdown(
        self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str:
        if isinstance(page, DossierPage):
            return markdown
        text, self.embeds = find_embeds(markdown)
        return text

    @event_priority(100)  # on what Markdown made; what other plugins add is the curator's affair
    def on_page_content(
        self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str:
        self.date_page(page)
        if isinstance(page, DossierPage):
            return html
        escape_titles(page)
        # what stands inline on a trusted page is let through its policy
        html = self.marks.mark(html) if self.config.trusted_docs else clean_html(html, page=True)
        return put_embeds(html, page, self.site, self.renderer, self.embeds)

    def date_page(self, page: SitePage) -> None:
        """Tell MkDocs when the page changed last, and where it is edited."""
        path = source_path(page, self.config.folder)
        day = self.history.date_of(path) if path else None
        page.update_date = str(day or self.history.now or page.update_date)
        page.edit_url = self.features.edit_address(path) if path else None

    def on_page_context(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        cast(dict[str, Any], context)["dossier"] = self.frame_of(page)
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        cast(dict[str, Any], context)["dossier"] = self.frame_of(None)
        context["pages"] = list_for_templates(self.files)
        return context

    @event_priority(-100)  # on the templates that the other plugins leave
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        mark_templates(env, self.marks)
        env.bytecode_cache = CompiledTheme(self.marks, env) if self.plain else self.compiled
        pages = [] if self.later else [file.page for file in self.joined]
        self.cited = cite_ahead(pages, *self.about, alone=self.serving)
        self.frames = join_pages(self, config, env)
        return env

    @event_priority(-100)  # on the finished page
    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        return secure(output, self.marks, self.nonce)

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        return secure(output, self.marks, self.nonce)

    def frame_of(self, page: SitePage | None, *, whole: bool = True) -> Frame:
        """What the layout shows around a page; else without what follows from its content."""
        shown = self.judge.list_shown(self.failure) if self.serving else ()
        return make_frame(page, *self.about, self.cited, shown, whole=whole)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        watch(server, self.folder, Path(config.docs_dir))
        server.builder = self.on_request.guard(guard(builder, self.tell))
        if take_stock(self.folder, Path(config.docs_dir)) != self.built_from:
            server.builder()  # MkDocs only sees changes from now on, not those during its build
        if app := server.get_app():
            app = allow_live_reload(app, self.nonce)
            server.set_app(self.on_request.wrap(app, server.mount_path))
        return server
