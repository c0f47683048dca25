"""The body of an article: quotes marked, and under each paragraph what rests on it."""

from collections.abc import Iterable

from mkdocs_dossier.index.passages import Use
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.provenance import Sourced, Statement
from mkdocs_dossier.pages.article.value import Account, OtherFacts, Resting
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.parts.facts import say_fact
from mkdocs_dossier.pages.scope import Scope, Site


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
    statements, others = [], dict[str, dict[str, str]]()
    for use in uses:
        if isinstance(use.fact, Statement):
            link = scope.link(use.reference, use.fact.text)
            statements.append((link, tokens_of(scope.site, use.fact)))
        else:
            facts = others.setdefault(use.holder.id, {})
            facts.setdefault(say_fact(scope.site, use), tokens_of_use(scope.site, use))
    return Resting(
        paragraph,
        tuple(statements),
        tuple(OtherFacts(scope.link(id), tuple(facts.items())) for id, facts in others.items()),
    )


def tokens_of_use(site: Site, use: Use) -> str:
    """The origins of the fact for which a source is used: of a record, of what it supports."""
    if isinstance(use.fact, Sourced):
        return tokens_of(site, use.fact)
    field = use.source.supports[0] if use.source.supports else ""
    return tokens_of(site, use.holder, field or "sources")
