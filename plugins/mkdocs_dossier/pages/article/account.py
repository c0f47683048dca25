"""The body of an article: quotes marked, and under each paragraph what rests on it."""

from collections.abc import Iterable

from mkdocs_dossier.index.passages import Use
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.provenance import Statement
from mkdocs_dossier.pages.article.value import Account, OtherFacts, Resting
from mkdocs_dossier.pages.parts.facts import say_fact
from mkdocs_dossier.pages.scope import Scope


def gather_account(scope: Scope, article: Article) -> Account:
    """The account with its mentions placed."""
    site = scope.site
    named = []
    if site.features.links:
        found = site.mentions.in_articles[article.id]
        named = scope.choose(article.text, found, article.mentions.frequency)
    return Account(
        scope.woven(article.text, named) if article.text.strip() else None,
        tuple((each.anchor, each.quote) for each in site.passages.of(article) if each.paragraph),
        tuple(
            _gather_resting(scope, paragraph, uses)
            for paragraph, uses in site.passages.at(article).items()
            if uses
        ),
        article.language or "" if article.body != "account" else "",
    )


def _gather_resting(scope: Scope, paragraph: str, uses: Iterable[Use]) -> Resting:
    statements, others = [], dict[str, list[str]]()
    for use in uses:
        if isinstance(use.fact, Statement):
            statements.append(scope.link(use.reference, use.fact.text))
        else:
            others.setdefault(use.holder.id, []).append(say_fact(scope.site, use))
    return Resting(
        paragraph,
        tuple(statements),
        tuple(
            OtherFacts(scope.link(id), tuple(dict.fromkeys(facts))) for id, facts in others.items()
        ),
    )
