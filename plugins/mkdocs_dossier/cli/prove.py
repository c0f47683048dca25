"""`dossier prove`: what is kept of earlier builds changes nothing."""

import filecmp
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.languages import texts
from mkdocs_dossier.render.kept import CACHE, CACHE_VARIABLE
from mkdocs_dossier.rules.report import print_safely
from mkdocs_dossier.source import load
from mkdocs_dossier.source.site_settings import SITE_FILE

SHOWN = 20
"""How many differences are named."""


@dataclass(frozen=True)
class Built:
    """One build: its folder, its exit code, what it said, and how long it took."""

    site: Path
    code: int
    said: tuple[str, ...]
    seconds: float


@click.command("prove")
@dossier_option
def command(folder: Path) -> None:
    """Build the site with and without what earlier builds have kept, and compare every byte.

    The site itself is left alone. Exits with 1 where a file or a message differs, or where the
    site cannot be built.

    \b
    For example:
      dossier prove
    """
    say = texts(load(folder).dossier.language)
    root = folder.parent
    if not (root / SITE_FILE).is_file():
        raise click.ClickException(say("prove.no-site", file=(root / SITE_FILE).as_posix()))
    with tempfile.TemporaryDirectory() as work:
        # the second build finds all that the first one kept
        warm = [_build(root, Path(work) / name, None) for name in ("warm", "again")]
        cold = _build(root, Path(work) / "cold", Path(work) / "empty")
        found = [each for built in warm for each in compare(built, cold)]
        count = len(_list_files(cold.site))
    if found:
        for each in dict.fromkeys(found[:SHOWN]):
            click.echo(print_safely(each))
        shown = say("prove.differs", count=len(set(found)), folder=(root / CACHE).as_posix())
        raise click.ClickException(shown)
    if cold.code:
        click.echo(print_safely("\n".join(cold.said)), err=True)
        raise click.ClickException(say("prove.failed"))
    times = {"warm": f"{warm[1].seconds:.1f}", "cold": f"{cold.seconds:.1f}"}
    click.echo(say("prove.same", count=count, lines=len(cold.said), **times))


def compare(warm: Built, cold: Built) -> list[str]:
    """The files and messages that one of two builds alone has, or has otherwise."""
    names = sorted(_list_files(warm.site) | _list_files(cold.site))
    _, differing, missing = filecmp.cmpfiles(warm.site, cold.site, names, shallow=False)
    said = [f"+ {line}" for line in warm.said if line not in cold.said]
    said += [f"- {line}" for line in cold.said if line not in warm.said]
    if warm.code != cold.code:
        said.append(f"{warm.code} ≠ {cold.code}")
    return [*sorted([*differing, *missing]), *said]


def _list_files(folder: Path) -> set[str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix() for file in files}


def _build(root: Path, site: Path, cache: Path | None) -> Built:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    if cache:
        environment[CACHE_VARIABLE] = str(cache)
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)]
    started = time.monotonic()
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, encoding="utf-8", errors="replace"
    )
    lines = (done.stdout + done.stderr).replace(str(site), "SITE").splitlines()
    # MkDocs says at the end how long it took
    said = tuple(line for line in lines if " built in " not in line)
    return Built(site, done.returncode, said, time.monotonic() - started)
