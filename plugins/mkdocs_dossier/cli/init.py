"""`dossier init`: a new dossier that builds at once."""

import re
import sys
import tempfile
from pathlib import Path

import click

from mkdocs_dossier.cli.writing import write_text
from mkdocs_dossier.curate.init import LICENCES, languages_of_starter, write_starter
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model.characters import find_forbidden
from mkdocs_dossier.model.fallback import FALLBACK

_LONGEST = 100
_CODE = re.compile(r"[a-z]{2,3}")


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--language",
    default=FALLBACK,
    show_default=True,
    metavar="CODE",
    help=f"Of the site; the example is in it if it is one of {', '.join(languages_of_starter())}.",
)
@click.option("--title", help="What the dossier is called; else the folder's name.")
@click.option(
    "--licence",
    type=click.Choice([*LICENCES, "none"]),
    help="Of texts and data; asked for on a terminal.",
)
def command(folder: Path, language: str, title: str | None, licence: str | None) -> None:
    """Begin a dossier in DIR: settings, an example to read and remove, workflows.

    \b
    For example:
      dossier init canal --title "The canal" --licence cc-by
      cd canal && make serve
    """
    say = texts(language)
    if not _CODE.fullmatch(language):
        raise click.ClickException(say("init.language", found=language[:_LONGEST]))
    title = _read_title(title or folder.resolve().name, say)
    licence = licence or _ask_licence(say)
    written = list(write_starter(title, language, LICENCES.get(licence, "")))
    if found := _find_content(folder, dict(written)):
        raise click.ClickException(say("init.taken", path=folder.as_posix(), found=found))
    made = _write(folder, written, say)
    click.echo(say("init.written", path=folder.as_posix(), count=made))


def _read_title(title: str, say: Texts) -> str:
    title = title.strip()
    if not title or "\n" in title or len(title) > _LONGEST or [*find_forbidden(title)]:
        raise click.ClickException(say("init.title", found=title[:_LONGEST], most=_LONGEST))
    return title


def _find_content(folder: Path, ours: dict[str, str]) -> str:
    """What lies in the folder already, but for files that an interrupted run has left.

    A repository without files is empty.
    """
    if not folder.is_dir():
        return ""
    for each in sorted(folder.iterdir()):
        if each.name == ".git":
            continue
        inside = each.rglob("*") if each.is_dir() and not each.is_symlink() else [each]
        for file in inside:
            path = file.relative_to(folder).as_posix()
            if not file.is_dir() and (file.is_symlink() or not _holds(file, ours.get(path))):
                return each.name
    return ""


def _holds(file: Path, text: str | None) -> bool:
    return text is not None and file.is_file() and file.read_bytes() == text.encode()


def _ask_licence(say: Texts) -> str:
    if not sys.stdin.isatty():
        return "none"
    choice = click.Choice([*LICENCES, "none"])
    answer: str = click.prompt(say("init.licence"), type=choice, default="cc-by")
    return answer


def _write(folder: Path, written: list[tuple[str, str]], say: Texts) -> int:
    """All files or none: they are made beside the folder, then moved into it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".dossier-init-") as made:
        for path, text in written:
            write_text(Path(made) / path, text, say)
        folder.mkdir(exist_ok=True)
        for path, _ in written:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(made) / path).replace(folder / path)
    return len(written)
