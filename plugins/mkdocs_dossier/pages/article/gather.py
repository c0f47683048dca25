"""From the indexes to the value of an article's page."""

from collections.abc import Iterable

from mkdocs_dossier.index.items import Said
from mkdocs_dossier.languages.names_of import say_language
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.sections import SECTIONS
from mkdocs_dossier.pages.article.account import gather_account, tokens_of_use
from mkdocs_dossier.pages.article.value import ArticlePage, DerivedFact, ErrorLine, NamedGroup
from mkdocs_dossier.pages.parts.citations import cite_article
from mkdocs_dossier.pages.parts.closing import gather_closing
from mkdocs_dossier.pages.parts.disputes import gather_disputes
from mkdocs_dossier.pages.parts.head import gather_date, gather_head, gather_tags
from mkdocs_dossier.pages.parts.impact import gather_impact
from mkdocs_dossier.pages.parts.outside import gather_outside
from mkdocs_dossier.pages.parts.statements import gather_statements
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.values.text import Link
from mkdocs_dossier.trust.errata import find_errata


def gather_article(scope: Scope, article: Article) -> ArticlePage:
    """Where it comes from, whom it names, what rests on it, and what is held against it."""
    site, passages = scope.site, scope.site.passages
    unknown = site.texts("provenance.outlet-unknown")
    outlet = site.dossier.name_of(article.outlet) if article.outlet else unknown
    anchors = {each.anchor for each in passages.paragraphs(article)}
    anchors |= {each.anchor for each in passages.of(article)}
    uses = [use for use in passages.elsewhere(article) if use.holder is not article]
    whole = {use.reference: tokens_of_use(site, use) for use in uses}
    kicker = f"{site.texts('views.article').capitalize()} · {outlet}"
    return ArticlePage(
        head=gather_head(scope, article, kicker, anchors),
        outlet=scope.link(article.outlet) if article.outlet else None,
        sought=any(each.for_ == "outlet" for each in article.searches),
        date=gather_date(site, article),
        author=article.author or "",
        language=say_language(article.language, site.texts) if article.language else "",
        derived=_gather_derived(scope, article),
        revises=scope.link(article.revises) if article.revises else None,
        body=site.texts(f"record.body.{article.body}"),
        licence=article.licence or "",
        original=gather_outside(site, article),
        retrieved=site.say(article.retrieved) if article.retrieved else "",
        tags=gather_tags(scope, article),
        full_text=article.full_text_sha256 or "",
        account=gather_account(scope, article),
        closing=gather_closing(scope, article),
        disputes=gather_disputes(scope, article),
        errors=tuple(
            ErrorLine(
                scope.link(each.reference),
                each.quote or "",
                scope.prose(each.text, f"_error-{number}-", 4),
            )
            for number, each in enumerate(find_errata(passages, article), 1)
        ),
        said_here=gather_statements(scope, (Said(article, each) for each in article.statements)),
        whole=tuple((scope.link(reference), origins) for reference, origins in whole.items()),
        named=_group_named(scope, site.mentions.named_in[article.id]),
        citation=cite_article(site, article),
        impact=gather_impact(scope, article.id),
        retracted=article.status == "retracted",
    )


def _gather_derived(scope: Scope, article: Article) -> DerivedFact | None:
    made, site = article.derived_from, scope.site
    if made is None:
        return None
    source = made.article or made.outlet
    key = f"record.method.{made.method}"
    method = site.texts(key) if key in site.texts else made.method or ""
    return DerivedFact(
        scope.link(source) if source else None,
        say_language(made.language, site.texts) if made.language else "",
        method,
    )


def _group_named(scope: Scope, ids: Iterable[str]) -> tuple[NamedGroup, ...]:
    """The records by a heading: actors by kind, in the order of the vocabulary, then the rest."""
    site = scope.site
    words, language = site.dossier.vocabulary, site.texts.language
    sections = [each.singular for each in SECTIONS]
    found: dict[tuple[int, str], list[Link]] = {}
    for id in ids:
        record = site.dossier.record(id)
        if isinstance(record, Actor):
            heading = words.plural(record.kind, language, "actor")
            key = words.actor_order.get(record.kind, 0), heading
        elif record:
            place = len(words.actor_order) + sections.index(record.section)
            key = place, site.texts(f"record.named.{record.section}")
        else:
            continue
        found.setdefault(key, []).append(scope.link(id))
    return tuple(NamedGroup(label, tuple(links)) for (_, label), links in sorted(found.items()))
