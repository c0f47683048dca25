"""Pages that MkDocs only writes: their layout is the theme's, filled in."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import partial
from typing import Any, Protocol, TypeVar, cast

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from mkdocs_dossier.pages.assets import Asset
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.pages.page import Page
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.processes import start
from mkdocs_dossier.site.frames import Frames, Learnt, describe_layout, is_plain
from mkdocs_dossier.site.layout import Frame
from mkdocs_dossier.site.make import Built
from mkdocs_dossier.site.pages import (
    IN_NAV,
    DossierPage,
    JoinedFile,
    KnownFile,
    asset_file,
    page_file,
)
from mkdocs_dossier.site.policy import Marks, secure
from mkdocs_dossier.site.translations import is_written
from mkdocs_dossier.source.digest import digest_texts

Done = TypeVar("Done")

_APART = frozenset(
    {"config_file_path", "docs_dir", "hooks", "markdown_extensions", "mdx_configs", "plugins"}
    | {"site_dir", "validation", "watch"}
)
"""Settings that show on no page that is joined, or by its content only."""


class Build(Protocol):
    """What the plugin knows of a build."""

    files: Files
    nav: Navigation
    marks: Marks
    nonce: str
    kept: Kept
    frames: Frames
    joined: list[JoinedFile]
    features: Features

    @property
    def later(self) -> object | None:
        """What makes each page when it is asked for, if that is so."""

    def frame_of(self, page: SitePage | None, *, whole: bool = True) -> Frame:
        """What the layout shows around a page; else without what follows from its content."""

    def date_page(self, page: SitePage) -> None:
        """Tells when the page changed last, and where it is edited."""


def add_files(
    pages: Iterable[Built], assets: Iterable[Asset], files: Files, config: MkDocsConfig
) -> list[File]:
    """Put pages and assets among the files of the site, and give the pages. One that docs/ has
    itself comes first. They are joined ones, but for those that a navigation holds or may hold.

    Where all of them stand in the site already, they are put there for links to find.
    """
    known = is_written(config)
    plain, in_nav = is_plain(config) and not known, set(list_paths(config.nav))
    made = []
    for page in pages:
        file = page_file(page.place, page.read, config, KnownFile if known else File)
        if files.get_file_from_path(file.src_uri):
            continue
        through = not plain or page.place.kind in IN_NAV or file.src_uri in in_nav
        if not through:
            file = page_file(page.place, page.read, config, JoinedFile)
            cast(DossierPage, file.page).key = page.key
        made.append(file)
        files.append(made[-1])
    for asset in () if known else assets:
        files.append(asset_file(asset, config))
    return made


def list_paths(nav: Any) -> Iterator[str]:
    """Every path that a `nav` of mkdocs.yml names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for each in nav.values():
            yield from list_paths(each)
    elif isinstance(nav, list):
        for each in nav:
            yield from list_paths(each)


def join_pages(build: Build, config: MkDocsConfig, env: Environment) -> Frames:
    """Let each of the build's joined pages be finished when MkDocs writes it."""
    settings = describe_config(config)
    kept = build.kept if settings and not build.later else None
    render = partial(_render_whole, build, config, env)
    if kept:
        settings += describe_layout(render, build.frame_of(None))
    frames = Frames(render, kept, build.nonce + settings)
    describe = partial(_describe, build, digest_texts((settings, repr(build.features))))
    for file in build.joined:
        build.date_page(file.page)
        later = partial(_render_in_navigation, build, config, env)
        file.finish = later if build.later else partial(_join, build, frames)
        file.describe = describe if kept else lambda page: ""
    return frames


def write_beside(build: Build, write: Callable[[], Done]) -> Callable[[], Done]:
    """Begin to write joined pages in a process beside this one; gives what waits for its end."""

    def job() -> tuple[Done, Learnt]:
        return write(), build.frames.leave()

    build.kept.close()  # a database is nothing to share with another process
    wait = start(job)

    def end() -> Done:
        done, learnt = wait()
        build.frames.learn(learnt)
        return done

    return end


def describe_config(config: MkDocsConfig) -> str:
    """What templates are told of the site, in words; empty where something has none."""
    given = {key: value for key, value in config.items() if key not in _APART}
    theme = config.theme
    templates = sorted(theme.static_templates)  # a set: its own order is another in each process
    given["theme"] = (theme.dirs, {**dict(theme), "static_templates": templates})
    words = repr(sorted(given.items()))
    return "" if " at 0x" in words else words


def list_for_templates(files: Files) -> list[File]:
    """What a template such as the sitemap's is given: all pages, the joined ones too."""
    return [
        file
        for file in files
        if (isinstance(file, JoinedFile | KnownFile) or file.is_documentation_page())
        and file.inclusion.is_included()
    ]


def _describe(build: Build, around: bytes, page: DossierPage) -> str:
    """A digest of what the finished page is made from: its content, and all that is around it."""
    if not page.key:
        return ""
    frame = build.frame_of(page, whole=False)
    shown = [getattr(frame, each.name) for each in fields(frame) if each.name != "t"]
    return digest_texts((around.hex(), frame.t.language, page.key.hex(), repr(shown))).hex()


def _join(build: Build, frames: Frames, page: DossierPage) -> str:
    page.content = page.made.html  # by which the layout knows what scripts it needs
    joined = frames.join(page.made, build.frame_of(page))
    page.forget()
    return joined


def _render_in_navigation(
    build: Build, config: MkDocsConfig, env: Environment, page: DossierPage
) -> str:
    """The finished page as MkDocs makes it, its place in the navigation marked."""
    page.active = True
    try:
        return _render(build, config, env, page)
    finally:
        page.active = False


def _render_whole(
    build: Build, config: MkDocsConfig, env: Environment, made: Page, frame: Frame
) -> str:
    """The finished page as MkDocs makes it of any page: all templates are rendered for it."""
    page = page_file(made, lambda: made, config).page
    assert isinstance(page, DossierPage)
    build.date_page(page)
    return _render(build, config, env, page, frame)


def _render(
    build: Build,
    config: MkDocsConfig,
    env: Environment,
    page: DossierPage,
    frame: Frame | None = None,
) -> str:
    """A page through all templates; without a frame, in the one that belongs to it."""
    page.read_source(config)
    page.render(config, build.files)
    context = cast(dict[str, Any], get_context(build.nav, [], config, page))
    context["dossier"] = frame or build.frame_of(page)
    return secure(env.get_template("main.html").render(context), build.marks, build.nonce)
