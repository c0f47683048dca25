"""`dossier rename`: another id for a record or article, everywhere."""

from functools import partial
from pathlib import Path

import click

from mkdocs_dossier.cli.completing import complete_ids
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.progress import ticking
from mkdocs_dossier.cli.trial import read_sound, try_changes
from mkdocs_dossier.cli.writing import write_all
from mkdocs_dossier.curate.rename import (
    Refused,
    Rewriting,
    find_differences,
    make_changes,
    plan_renaming,
)
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.rules.report import print_safely


@click.command("rename")
@dossier_option
@click.argument("old", shell_complete=complete_ids)
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Print what would change, and change nothing.")
def command(folder: Path, old: str, new: str, dry_run: bool) -> None:
    """Give the record or article OLD the id NEW, in every file that refers to it.

    Its former address leads to the new one. All files are changed, or none.

    \b
    For example:
      dossier rename choigou sergei-choigou --dry-run
      dossier rename choigou sergei-choigou
    """
    sound = read_sound(folder)
    say = texts(sound.dossier.language)
    try:
        planned = plan_renaming(sound.dossier, folder, sound.site, old, new)
        changes = make_changes(planned)
        find = partial(find_differences, old=old, new=new)
        with ticking("rename"):
            try_changes(sound, changes, find)
    except Refused as refused:
        raise click.ClickException(explain(refused, say)) from None
    print_edits(planned)
    if dry_run:
        return
    write_all(folder, changes, say)
    click.echo(say("rename.done", old=old, new=new, count=len(planned)))


def explain(refused: Refused, say: Texts) -> str:
    """Why nothing is changed, on one line."""
    values = dict(refused.values)
    near = values.get("nearest")
    values["suggestion"] = say("did-you-mean", nearest=near) if near else ""
    return print_safely(say(f"rename.{refused.key}", **values))


def print_edits(planned: list[Rewriting]) -> None:
    """Each file that gets another name, and each edit on its line."""
    for each in planned:
        if each.target != each.path:
            click.echo(f"{each.path.as_posix()} → {each.target.as_posix()}")
        for line, old, new in each.list_edits():
            change = f"{old} → {new}" if old and new else f"+ {new}" if new else f"- {old}"
            click.echo(print_safely(f"{each.path.as_posix()}:{line}: {change}"))
