"""From a dossier to all its finished pages and the files beside them, without MkDocs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs_dossier.pages.assets import Asset, asset_files
from mkdocs_dossier.pages.cited import cited_files
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
from mkdocs_dossier.render.pages import read_page, write_page
from mkdocs_dossier.render.processes import Turns, do_all, do_beside
from mkdocs_dossier.site.formats import Formats
from mkdocs_dossier.site.past import read_past
from mkdocs_dossier.site.slices import Slices
from mkdocs_dossier.source.answers import Answers
from mkdocs_dossier.source.collection import give_back_memory
from mkdocs_dossier.source.history import History

WORTH = 60
"""From so many pages on, a second process pays for its start."""
Ahead = Callable[[Site, Answers, Sequence[Planned]], Any]
"""Makes something else of what is planned, which needs no page."""
CHUNK = 30
"""How many pages a process makes at a time."""


@dataclass(frozen=True)
class Built:
    """A page that is made: where it stands, and what reads it. Its HTML need not stay in memory.

    `key` is that under which it is kept; two of one key show the same.
    """

    place: Planned
    read: Callable[[], Page]
    key: bytes = b""


def build_pages(
    site: Site, renderer: Renderer, kept: Kept | None = None, *, alone: bool = False
) -> list[Page]:
    """Every page of the site but those of the data, in order of kind and id.

    `kept` holds what earlier builds rendered; `alone`: no second process may help.
    """
    slices = Slices(site, renderer, Answers())
    pages, _, _ = _build(site, renderer, kept or Kept(), slices, alone=alone)
    return [page.read() for page in pages]


def build_site(
    site: Site,
    renderer: Renderer,
    kept: Kept,
    history: History,
    folder: Path,
    *,
    ahead: Ahead | None = None,
    alone: bool = False,
) -> tuple[list[Built], list[Asset], Any]:
    """Every page, every other file, and what `ahead` makes while they are made.

    Pictures come from the dossier's folder.
    """
    answers = Answers()
    formats = Formats(site, history, kept, answers) if site.features.exports else None
    slices = Slices(site, renderer, answers)
    begin = partial(ahead, site, answers) if ahead else None
    pages, pictures, done = _build(site, renderer, kept, slices, formats, begin, alone=alone)
    exports = formats.list_assets() if formats else []
    site.downloads.extend(formats.list_downloads() if formats else ())
    answers.forget()
    give_back_memory()
    for each in plan_data(site):
        pages.append(Built(each, partial(_give, render_page(renderer, each.gather()))))
    assets = build_assets(site, renderer, folder, kept, pictures)
    return pages, [*assets, *exports], done


def _give(page: Page) -> Page:
    return page


def _build(
    site: Site,
    renderer: Renderer,
    kept: Kept,
    slices: Slices,
    formats: Formats | None = None,
    ahead: Callable[[Sequence[Planned]], Any] | None = None,
    *,
    alone: bool,
) -> tuple[list[Built], set[str], Any]:
    """Pages, the pictures that they show, and what `ahead` gives; formats are made beside."""
    planned = list(plan_pages(site))
    slices.recall(kept)
    left = {each.address: found for each in planned if (found := slices.find(each))}
    missing = [each for each in planned if each.address not in left]
    alone = alone or len(planned) < WORTH
    few = len(missing) <= WORTH
    asked = formats.list_missing() if formats and not alone else []
    if not (alone or few):
        slices.make_tables()
    known = kept.list_keys()
    kept.close()  # a database is nothing to share with another process
    jobs: list[Callable[[], Any]] = [
        partial(slices.make_pages, missing[place : place + CHUNK], known)
        for place in range(0, len(missing), CHUNK)
    ]
    if ahead:
        jobs.insert(0, partial(ahead, planned))

    def make() -> Any:
        done = do_all(jobs, alone=alone or (few and bool(asked)))
        made_ahead = next(done) if ahead else None
        for chunk in done:
            for address, made, piece in slices.learn(chunk):
                left[address] = made
                if piece is not None:
                    kept.put(made.key, piece)
            kept.flush()
        return made_ahead

    made_ahead = _make_beside(formats, asked, make, helping=few) if formats and asked else make()
    kept.use(made.key for made in left.values())  # though nobody may ask for them
    slices.keep(kept, ((each, left[each.address]) for each in planned))
    kept.flush()
    pages = [
        Built(each, partial(_read, each, key, renderer, kept), key)
        for each in planned
        for key in (left[each.address].key,)
    ]
    return pages, {each for found in left.values() for each in found.pictures}, made_ahead


def _make_beside(
    formats: Formats, names: Sequence[str], make: Callable[[], Any], *, helping: bool
) -> Any:
    """What `make` gives; a process beside this one makes formats meanwhile. `helping`: this one
    makes some too, once that is done.
    """
    turns = Turns(len(names))
    mine = (names[turn] for turn in turns)

    def make_and_help() -> Any:
        made = make()
        if helping:
            formats.make(mine)
        return made

    jobs: list[Callable[[], Any]] = [partial(formats.make, mine), make_and_help]
    try:
        used, made = do_beside(jobs)
    finally:
        turns.close()
    if len(names) == formats.count:
        formats.drop_unused(used)
    return made


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
