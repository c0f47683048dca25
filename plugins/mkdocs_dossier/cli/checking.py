"""All problems of a dossier and of the pages beside it, and how they were in a revision."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import click

from mkdocs_dossier.curate.since import Since, State, compare, find_moved
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.processes import can_fork_beside_threads, do_beside
from mkdocs_dossier.rules.all_rules import STORE, check, check_kept
from mkdocs_dossier.rules.docs import check_docs, check_pages
from mkdocs_dossier.rules.report import print_safely
from mkdocs_dossier.source import files, load
from mkdocs_dossier.source.docs import PAGE_ENDINGS
from mkdocs_dossier.source.folder import list_entries
from mkdocs_dossier.source.load import Loaded, make_empty
from mkdocs_dossier.source.revisions import NoRevision, find_revision, lay_out
from mkdocs_dossier.source.site_settings import SiteSettings

Problems = list[Problem]
WORTH = 500
"""From so many files on, a second process pays for its start."""


def check_all(
    loaded: Loaded,
    site: SiteSettings,
    say: Texts,
    folder: Path,
    docs: Path,
    kept: Kept | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Problems:
    """All problems, those of the pages last; `folder` and `docs`: what the paths begin with.

    `kept`: where those of the dossier may be from an earlier run. `meanwhile`: what may be done
    while another process judges.
    """
    pages = check_pages(site.docs, loaded.dossier, say, trusted=site.trusted, links=site.links)
    beside = sorted([*check_docs(site.docs, say), *pages])
    few = len(loaded.dossier.origins) < WORTH
    alone = few or not can_fork_beside_threads()
    two = partial(do_beside, meanwhile=meanwhile, alone=alone)
    if kept:
        kept.close()  # a database is nothing to share with another process
        own = check_kept(loaded, kept.recall, two, kept.beside(STORE))
    else:
        own = check(loaded, do_all=two)
    return [*_place(own, folder), *_place(beside, docs)]


def _place(problems: Problems, folder: Path) -> Iterator[Problem]:
    place = cache(lambda path: (folder / path).as_posix())
    return (replace(each, path=place(each.path)) for each in problems)


def read_texts(loaded: Loaded, site: SiteSettings, folder: Path, docs: Path) -> dict[str, str]:
    """The files as read, by path."""
    found = {(folder / each.path).as_posix(): each.text for each in loaded.dossier.origins.values()}
    for entry in [] if site.docs.is_symlink() else list_entries(site.docs):
        if entry.kind == "file" and entry.path.lower().endswith(PAGE_ENDINGS):
            try:
                found[(docs / entry.path).as_posix()] = files.read_text(site.docs / entry.path)
            except files.Unreadable:
                continue
    return found


@dataclass(frozen=True)
class Past:
    """A dossier as it was in a revision; an empty one where there was none."""

    loaded: Loaded
    site: SiteSettings


@contextmanager
def read_revision(folder: Path, written: str, say: Texts, *, fork: bool = False) -> Iterator[Past]:
    """The dossier in a revision of the repository around it; its files are there meanwhile.

    `fork`: where the current commit parted from the revision. Raises click.ClickException.
    """
    with tempfile.TemporaryDirectory() as scratch:
        try:
            written = f"{written.removesuffix('...')}..." if fork else written
            revision = find_revision(folder, written)
            snapshot = lay_out(folder, revision, Path(scratch))
        except NoRevision as error:
            message = say(f"revision.{error.key}", **error.values)
            raise click.ClickException(print_safely(message)) from None
        loaded = load(snapshot.folder) if snapshot.there else Loaded(make_empty(), [])
        yield Past(loaded, snapshot.site)


def compare_since(
    since: str, loaded: Loaded, found: Problems, site: SiteSettings, folder: Path, docs: Path
) -> Since:
    """What changed since a revision; its files count as if they lay where those of now lie.

    Raises click.ClickException where there is no such revision.
    """
    say = texts(loaded.dossier.language)
    after = State(found, read_texts(loaded, site, folder, docs))
    with read_revision(folder, since, say, fork=True) as past:
        problems = check_all(past.loaded, past.site, say, folder, docs)
        before = State(problems, read_texts(past.loaded, past.site, folder, docs))
    moved = find_moved(past.loaded.dossier, loaded.dossier)
    paths = {(folder / old).as_posix(): (folder / new).as_posix() for old, new in moved.items()}
    return compare(before, after, paths)
