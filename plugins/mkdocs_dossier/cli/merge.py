"""`dossier merge`: two records that are one, everywhere."""

from functools import partial
from pathlib import Path

import click

from mkdocs_dossier.cli.completing import complete_ids
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.progress import ticking
from mkdocs_dossier.cli.rename import explain, print_edits
from mkdocs_dossier.cli.trial import read_sound, try_changes
from mkdocs_dossier.cli.writing import write_all
from mkdocs_dossier.curate.merge import find_unmerged, list_changes, plan_merging
from mkdocs_dossier.curate.rename import Refused
from mkdocs_dossier.languages import texts
from mkdocs_dossier.rules.report import print_safely


@click.command("merge")
@dossier_option
@click.argument("from_", metavar="FROM", shell_complete=complete_ids)
@click.argument("into", shell_complete=complete_ids)
@click.option("--dry-run", is_flag=True, help="Print what would change, and change nothing.")
def command(folder: Path, from_: str, into: str, dry_run: bool) -> None:
    """Make the record FROM part of the record INTO, in every file that refers to it.

    Lists are joined, and INTO gets the fields that it lacks. Where both say something, that of
    INTO stays, and what is not taken over is printed. The former address leads to INTO. All files
    are changed, or none.

    \b
    For example:
      dossier merge choigou sergei-choigou --dry-run
      dossier merge choigou sergei-choigou
    """
    sound = read_sound(folder)
    say = texts(sound.dossier.language)
    try:
        merging = plan_merging(sound.dossier, folder, sound.site, from_, into)
        changes = list_changes(merging)
        find = partial(find_unmerged, merging=merging, old=from_, new=into)
        with ticking("merge"):
            try_changes(sound, changes, find)
    except Refused as refused:
        raise click.ClickException(explain(refused, say)) from None
    gone, there = merging.gone.as_posix(), merging.into.as_posix()
    click.echo(print_safely(f"{gone} → {there}"))
    print_edits(merging.rewritings)
    for old, new in merging.anchors.items():
        click.echo(print_safely(say("rename.statement", old=f"{from_}#{old}", new=f"{into}#{new}")))
    for key, line, value in merging.kept:
        label = say(f"fields.{key}.label")
        message = say("rename.not-taken", field=label, value=" ".join(value.split()))
        click.echo(print_safely(f"{gone}:{line}: {message}"))
    if dry_run:
        return
    write_all(folder, changes, say)
    click.echo(say("rename.merged", old=from_, new=into, count=len(changes)))
