"""Where a record is named, with the sentences around its name, and who is named with it."""

from mkdocs_dossier.index.backlinks import Backlink
from mkdocs_dossier.languages.typography import set_spaces
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.values.records import MentionLine, MentionLists, Sentence, TogetherLine


def gather_mentions(scope: Scope, id: str) -> MentionLists:
    """All that names a record."""
    site = scope.site
    in_context = site.features.links
    articles = site.backlinks.articles_on(id)
    lines = tuple(_gather_article(scope, each, in_context) for each in articles)
    if not in_context:
        return MentionLists(lines, count=len(lines), in_context=False)
    records = site.backlinks.from_records(id)
    return MentionLists(
        lines,
        tuple(_gather_record(scope, each) for each in records),
        tuple(
            TogetherLine(scope.link(other), paragraphs, in_articles)
            for other, paragraphs, in_articles in site.backlinks.together[id]
        ),
        sum(each.count for each in articles),
    )


def _gather_article(scope: Scope, link: Backlink, in_context: bool) -> MentionLine:
    article, site = link.holder, scope.site
    outlet = article.outlet if isinstance(article, Article) else None
    date = article.date if isinstance(article, Article) else None
    return MentionLine(
        scope.link(article.id),
        site.when(date),
        outlet=site.dossier.name_of(outlet) if outlet else site.texts("provenance.outlet-unknown"),
        sentences=_gather_sentences(scope, link) if in_context else (),
    )


def _gather_record(scope: Scope, link: Backlink) -> MentionLine:
    record, kind = link.holder, ""
    if isinstance(record, Record):
        kind = scope.site.term("kind", record.kind, record.section)
    return MentionLine(
        scope.link(record.id), None, kind=kind, sentences=_gather_sentences(scope, link)
    )


def _gather_sentences(scope: Scope, link: Backlink) -> tuple[Sentence, ...]:
    page = scope.site.addresses.of(link.holder.id) or ""
    return tuple(
        Sentence(
            scope.url(f"{page}#{place.anchor}" if place.anchor else page),
            _set_spaces(place.pieces, scope.site.texts.language),
        )
        for place in link.places
    )


def _set_spaces(
    pieces: tuple[tuple[str, bool], ...], language: str
) -> tuple[tuple[str, bool], ...]:
    """The spaces of the language across the pieces; setting them changes no length."""
    text = set_spaces("".join(piece for piece, _ in pieces), language)
    found, at = [], 0
    for piece, named in pieces:
        found.append((text[at : at + len(piece)], named))
        at += len(piece)
    return tuple(found)
