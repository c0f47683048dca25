"""`dossier impact`: what would fall if a source were withdrawn."""

import json
from pathlib import Path

import click

from mkdocs_dossier.cli.forms import VERSION
from mkdocs_dossier.cli.options import dossier_option
from mkdocs_dossier.cli.progress import ticking
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.rules.report import print_safely
from mkdocs_dossier.source import load
from mkdocs_dossier.trust.impact import Impact, Support

_MOST = 20_000
"""Names among which the nearest to a wrong one is looked for."""


@click.command("impact")
@dossier_option
@click.argument("names", nargs=-1, required=True, metavar="ID…")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="One fact a line, or one JSON object.",
)
def command(folder: Path, names: tuple[str, ...], format_: str) -> None:
    """Print which facts lose their last or second origin without all of ID…

    Each ID is an article, an actor (an outlet, an agency), a statement (`record#statement`), a
    quote (`article#q-…`, the anchor of its passage), or the address or title of a document.

    \b
    For example:
      dossier impact kcna
      dossier impact 2024-03-kim-song-nam-pekin --format json
    """
    dossier = load(folder).dossier
    say = texts(dossier.language)
    support = Support(dossier)
    unknown = [name for name in dict.fromkeys(names) if name not in support.known]
    if unknown:
        raise click.ClickException("\n".join(_refuse(name, support, say) for name in unknown))
    with ticking("impact"):
        impact = support.withdraw(names)
    if format_ == "json":
        click.echo(
            json.dumps({"version": VERSION, **impact.as_json()}, ensure_ascii=False, indent=2)
        )
        return
    for line in _print(impact, say):
        click.echo(print_safely(line))


def _refuse(name: str, support: Support, say: Texts) -> str:
    close = nearest(name, list(support.known)[:_MOST])
    suggestion = say("did-you-mean", nearest=close) if close else ""
    return print_safely(say("impact.unknown", found=name, suggestion=suggestion))


def _print(impact: Impact, say: Texts) -> list[str]:
    lines = []
    for key, losses in (
        ("falls", impact.falls),
        ("weakens", impact.weakens),
        ("bare", impact.bare),
    ):
        lines.append(say.plural(f"impact.{key}", len(losses)))
        for loss in losses:
            line = say(
                "impact.line", fact=loss.standing.reference, before=loss.before, after=loss.after
            )
            lines.append(f"  {line}")
    return lines
