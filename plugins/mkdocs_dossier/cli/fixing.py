"""What `dossier check --fix` mends."""

from collections.abc import Iterator
from pathlib import Path

import click

from mkdocs_dossier.cli.progress import track
from mkdocs_dossier.cli.writing import change_text, write_all
from mkdocs_dossier.curate.answers import Language
from mkdocs_dossier.curate.fix import fix_file
from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.dossier import SETTINGS_FILE, Dossier, Settings
from mkdocs_dossier.rules.report import print_safely
from mkdocs_dossier.source import files


def fix_all(folder: Path, dossier: Dossier, say: Texts) -> None:
    """Mend all files or none, and name those that change. Raises click.ClickException."""
    if folder.is_symlink():
        return
    changes = []
    spoken = Language(dossier.vocabulary, dossier.language)
    for path, model in track(list(_list_files(folder)), "fix"):
        try:
            text = files.read_text(folder / path)
        except files.Unreadable:
            continue
        fixed = fix_file(text, model, spoken)
        if fixed != text:
            changes.append(change_text(folder / path, fixed))
    write_all(folder, changes, say)
    for change in changes:
        click.echo(print_safely(say("fix.file", path=change.path.as_posix())), err=True)


def _list_files(folder: Path) -> Iterator[tuple[str, type[Value]]]:
    yield SETTINGS_FILE, Settings
    for file in files.list_files(folder).files:
        yield file.path, file.section.model
