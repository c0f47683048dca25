"""Ties between two actors as rows, the same in the table of all and on the page of two."""

from collections.abc import Iterator

from mkdocs_dossier.index.facts import Fact, Pair
from mkdocs_dossier.index.items import Said
from mkdocs_dossier.index.lines import line_of_fact
from mkdocs_dossier.languages.amounts import say_extras
from mkdocs_dossier.model.provenance import Source, Sourced
from mkdocs_dossier.model.records import Actor, Event, Office, Relation
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.parts.offices import gather_body, is_named, say_when
from mkdocs_dossier.pages.parts.sources import gather_document, passage_of
from mkdocs_dossier.pages.parts.trust import gather_trust
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.sentences import tie_noun
from mkdocs_dossier.pages.values.provenance import TrustLine
from mkdocs_dossier.pages.values.text import Link
from mkdocs_dossier.pages.values.ties import ShortSource, TieRow, TieSentence

MOST_SOURCES = 3


def gather_tie(scope: Scope, fact: Fact) -> TieRow:
    """One tie with its sources, the later ones behind a link."""
    site = scope.site
    line = line_of_fact(site.dossier.vocabulary, fact)
    lasting = fact.value if isinstance(fact.value, Relation | Office) else None
    period = (say_when(site, lasting) or site.texts("date.unknown")) if lasting else ""
    dated = lasting is None and (fact.date is not None or fact.sort != "part")
    written = lasting.sources if lasting else []
    more = scope.link(fact.source, f"+ {len(written) - MOST_SOURCES}")
    return TieRow(
        gather_sentence(scope, fact),
        line.tone,
        line.dash,
        site.when(fact.date) if dated else None,
        period,
        _gather_trust(site, fact),
        tuple(source for each in written[:MOST_SOURCES] for source in _shorten(scope, each)),
        more if len(written) > MOST_SOURCES else None,
        lasting.basis or "" if lasting and not written else "",
        tokens_of_tie(site, fact),
    )


def tokens_of_tie(site: Site, fact: Fact) -> str:
    """The origins of a tie, as scripts read them."""
    if isinstance(fact.value, Actor):
        return tokens_of(site, fact.value, "part_of")
    return tokens_of(site, fact.value.statement if isinstance(fact.value, Said) else fact.value)


def gather_sentence(scope: Scope, fact: Fact) -> TieSentence:
    """A tie in words."""
    site, source = scope.site, scope.link(fact.source)
    if isinstance(fact.value, Event):
        event = fact.value
        words = [site.term("kind", event.kind, "event")]
        words += [site.dossier.name_of(event.place)] if event.place else []
        return TieSentence(
            fact.sort,
            source,
            target=scope.link(event.id),
            kind=" · ".join(words),
            other=scope.link(fact.target),
        )
    how = say_tie_label(site, fact)
    if isinstance(fact.value, Office):
        body, named = gather_body(scope, fact.value), is_named(site, fact.value)
        derived = site.texts("views.facts.derived")
        return TieSentence(fact.sort, source, how, named=named, target=body, kind=derived)
    arrow = "→" if fact.directed else "↔"
    target = scope.link(fact.target)
    if isinstance(fact.value, Said):
        said = scope.link(fact.value.reference, fact.value.statement.text)
        quoted = Link(said.words, said.address)
        act = how if fact.value.statement.act else ""
        return TieSentence(fact.sort, source, act, arrow, target=quoted, other=target)
    derived = site.texts("views.facts.derived") if fact.sort == "part" else ""
    return TieSentence(fact.sort, source, how, arrow, target=target, kind=derived)


def say_tie_label(site: Site, fact: Fact) -> str:
    """What ties its two actors: « alliance », an office's title, « rattachement »."""
    if isinstance(fact.value, Relation):
        measured = say_extras(fact.value, site.texts)
        noun = tie_noun(site, fact.value.type)
        return f"{noun}, {measured}" if measured else noun
    if isinstance(fact.value, Office):
        return fact.value.title
    if isinstance(fact.value, Said):
        return site.term("act", fact.value.statement.act or "say")
    return site.texts(f"views.facts.label.{fact.sort}")


def say_tie_type(site: Site, type_: str) -> str:
    """What a type of tie is called in a legend: « alliances », « fonctions »."""
    known = site.dossier.vocabulary.relation_types.get(type_)
    if known is None:
        return site.texts(f"views.facts.{type_}")
    return site.say_labels(known.plural)


def address_of_pair(site: Site, pair: Pair) -> str:
    """The page of two actors; where they have none, their place in the table of all ties."""
    if pair in site.pairs:
        return site.addresses.dyad(*pair)
    return f"{site.addresses.index('relations')}#{'--'.join(pair)}"


def _gather_trust(site: Site, fact: Fact) -> TrustLine | None:
    value = fact.value.statement if isinstance(fact.value, Said) else fact.value
    return gather_trust(site, value) if isinstance(value, Sourced | Event) else None


def _shorten(scope: Scope, source: Source) -> Iterator[ShortSource]:
    if source.article:
        article = scope.site.dossier.name_of(source.article)
        link = Link(source.quote or article, passage_of(scope, source))
        yield ShortSource(link, bool(source.quote), article if source.quote else "")
    elif source.document:
        yield ShortSource(document=gather_document(scope, source.document))
    elif source.statement:
        words = scope.site.texts("views.facts.label.statement")
        yield ShortSource(scope.link(source.statement, words))
