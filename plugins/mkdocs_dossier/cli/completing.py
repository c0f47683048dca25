"""What a shell offers for the arguments of a verb: ids of the dossier at hand, ids of rules."""

from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.rules.manual import list_rules
from mkdocs_dossier.source import load


def complete_articles(
    context: click.Context, parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """Ids of articles, with their titles."""
    articles = _load(context).articles
    return _offer(((id, each.title_text) for id, each in sorted(articles.items())), begun)


def complete_ids(
    context: click.Context, parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """Ids of records and articles, with their names."""
    everything = sorted(_load(context).everything(), key=lambda each: each.id)
    return _offer(((each.id, each.title_text) for each in everything), begun)


def complete_rules(
    context: click.Context, parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """Rules that have a manual, with its first words."""
    say = texts(_load(context).language)
    return _offer(((rule, say(f"rules.{rule}")) for rule in list_rules(say)), begun)


def _offer(found: Iterable[tuple[str, str]], begun: str) -> list[CompletionItem]:
    return [
        CompletionItem(id, help=" ".join(name.split()))
        for id, name in found
        if id.startswith(begun)
    ]


def _load(context: click.Context) -> Dossier:
    return load(context.params.get("folder") or Path("dossier")).dossier
