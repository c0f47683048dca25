"""How an edition is made: from a commit, in a clone of its own, so that nothing else gets in."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_dossier.cli.writing import stop_if_unread, write_bytes, write_text
from mkdocs_dossier.exports import USUAL
from mkdocs_dossier.exports.edition import (
    DATA,
    SITE,
    SUMS,
    VARIABLE,
    Edition,
    sum_files,
    write_papers,
    write_sums,
)
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.mentions import Mentions
from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.render.prose import write_prose_in
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import load
from mkdocs_dossier.source.collection import pause_collection
from mkdocs_dossier.source.history import EPOCH, read_history
from mkdocs_dossier.source.revisions import NoRevision, clone, find_revision, find_second
from mkdocs_dossier.source.site_settings import SITE_FILE, are_names_linked

_EPOCH_DAY, _DAY_SECONDS = Day(1970, 1, 1), 86_400


def make_edition(folder: Path, revision: str, name: str, site: str, out: Path, say: Texts) -> str:
    """Make the edition of a commit, seen from the dossier's folder, in a folder that is not there.

    Gives the commit's hash. Raises click.ClickException where there is no such commit, where its
    dossier has errors or its site cannot be built.
    """
    try:
        commit = find_revision(folder, revision)
        second = find_second(folder, commit)
        project = clone(folder, commit, out.with_name(f"{out.name}.clone"))
    except NoRevision as error:
        raise click.ClickException(say(f"revision.{error.key}", **error.values)) from None
    inside = project / folder.resolve().name
    loaded = load(inside)
    stop_if_unread(check(loaded), inside)
    history = replace(read_history(project), now=_EPOCH_DAY.plus(int(second) // _DAY_SECONDS))
    mentions = Mentions(loaded.dossier, automatic=are_names_linked(project))
    publication = Publication(
        Indexes(loaded.dossier),
        mentions,
        site,
        history.now,
        history,
        inside.name,
        write_prose_in(loaded.dossier.language),
    )
    with pause_collection():
        for format_ in USUAL:
            for file in format_.make(publication):
                write_bytes(out / DATA / file.path, file.content, say)
    if (project / SITE_FILE).is_file():
        _build_site(project, out / SITE, site, second, name, say)
    sizes = {path: (out / path).stat().st_size for path in sum_files(out)}
    edition = Edition(name, commit, str(history.now or ""), site)
    for paper, text in write_papers(edition, loaded.dossier, sizes).items():
        write_text(out / paper, text, say)
    write_text(out / SUMS, write_sums(sum_files(out)), say)
    return commit


def _build_site(project: Path, out: Path, site: str, second: str, name: str, say: Texts) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    given = {
        "SITE_URL": site,
        EPOCH: second,
        VARIABLE: name,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [*command, "--site-dir", str(out.resolve())],
        cwd=project,
        env={**os.environ, **given},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        click.echo(done.stderr, err=True, nl=False)
        raise click.ClickException(say("edition.no-site"))
