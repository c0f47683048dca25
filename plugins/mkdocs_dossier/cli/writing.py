"""Files that a verb writes."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.rules.report import format_line
from mkdocs_dossier.source.journal import Change, write_together
from mkdocs_dossier.source.write import Unwritable, write_file

_MARK = b"\xef\xbb\xbf"


def write_text(path: Path, text: str, say: Texts) -> None:
    """Write a file whole, in UTF-8, and its folder if need be.

    Raises click.ClickException (one line, exit code 1) where that cannot be done.
    """
    write_bytes(path, text.encode(), say)


def write_bytes(path: Path, content: bytes, say: Texts) -> None:
    """The same for any content; a file that holds it already is left alone."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
            return
        write_file(path, content)
    except Unwritable as error:
        raise refuse_write(error.path, say, error.key, error.reason) from None
    except OSError as error:
        raise refuse_write(path.parent, say, "failed", error.strerror or str(error)) from None


def write_all(folder: Path, changes: Sequence[Change], say: Texts) -> None:
    """Make all changes or none. Raises click.ClickException."""
    try:
        write_together(folder, changes)
    except Unwritable as error:
        raise refuse_write(error.path, say, error.key, error.reason) from None


def change_text(path: Path, text: str) -> Change:
    """A file with another text; a byte order mark stays."""
    before = path.read_bytes()
    mark = _MARK if before.startswith(_MARK) else b""
    return Change(path, before, mark + text.encode())


def refuse_write(path: Path, say: Texts, key: str, reason: str) -> click.ClickException:
    """The message for a file that cannot be written."""
    return click.ClickException(f"{path.as_posix()}: {say(f'problems.write.{key}', reason=reason)}")


def stop_if_unread(problems: Iterable[Problem], folder: Path) -> None:
    """Print the errors and exit with 1 if there are any: what was not read would get lost."""
    errors = [problem for problem in problems if problem.level == "error"]
    for problem in errors:
        click.echo(format_line(problem, folder))
    if errors:
        sys.exit(1)
