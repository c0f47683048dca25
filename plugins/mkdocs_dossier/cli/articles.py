"""Articles as a verb's arguments."""

from collections.abc import Sequence

import click

from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.nearest import nearest


def choose_articles(dossier: Dossier, ids: Sequence[str]) -> list[Article]:
    """The articles with these ids, all if none is given, by id.

    Raises click.BadParameter, with the nearest id, for one that does not exist.
    """
    say = texts(dossier.language)
    for id in ids:
        if id not in dossier.articles:
            near = nearest(id, dossier.articles)
            suggestion = say("did-you-mean", nearest=near) if near else ""
            raise click.BadParameter(
                say("problems.unknown-id.article", found=id, suggestion=suggestion)
            )
    return [dossier.articles[id] for id in sorted(set(ids) or dossier.articles)]
