"""Where a fact is written: its chains, its quote, what it supports."""

from collections.abc import Iterable

from mkdocs_dossier.model.provenance import Document, PartyValue, Source, Sourced, Statement
from mkdocs_dossier.pages.parts.outside import gather_outside
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.sentences import contract, name_in_sentence
from mkdocs_dossier.pages.values.provenance import (
    Chain,
    Company,
    DocumentLine,
    Evidence,
    Party,
    SourceLine,
    Step,
)
from mkdocs_dossier.pages.values.text import Link
from mkdocs_dossier.trust import chain as chains


def gather_evidence(
    scope: Scope, fact: Sourced, *, traced: bool = False, ask: bool = False
) -> Evidence:
    """All sources of a fact. `traced`: with each chain, even where nobody passes anything on.

    `ask`: the page must say where neither a source nor a basis is given.
    """
    statement = fact if isinstance(fact, Statement) else None
    return Evidence(
        tuple(gather_source(scope, each, statement, traced) for each in fact.sources),
        fact.basis or "",
        ask and not fact.sources and not fact.basis,
        getattr(fact, "date_basis", None) or "",
    )


def gather_source(
    scope: Scope, source: Source, statement: Statement | None = None, traced: bool = False
) -> SourceLine:
    """One source. With a statement its chain starts from the speakers."""
    site = scope.site
    article = site.dossier.articles.get(source.article or "")
    reference = source.statement
    verified = site.dossier.verified.date_of(source, article)
    cited = site.dossier.statement(reference.record, reference.statement) if reference else None
    found: tuple[Chain, ...] = ()
    if cited:
        found = tuple(trace(scope, each, cited) for each in cited.sources)
    elif reference is None and (statement or source.relays or traced):
        found = (trace(scope, source, statement),)
    alone = not found and reference is None
    return SourceLine(
        statement=scope.link(reference, cited.text if cited else None) if reference else None,
        chains=found,
        article=scope.link(source.article) if alone and source.article else None,
        document=gather_document(scope, source.document) if alone and source.document else None,
        quote=source.quote or "",
        passage=passage_of(scope, source) if source.quote else None,
        original=(  # of a quote that was found there, and no other
            gather_outside(site, article, source.quote)
            if verified and article and source.quote
            else None
        ),
        verified=site.say(verified) if verified else "",
        supports=tuple(say_field(site, field) for field in source.supports),
        fit=source.fit or "",
        retracted=_say_retracted(site, source),
        note=source.note or "",
        against=source.against,
    )


def _say_retracted(site: Site, source: Source) -> str:
    article = site.dossier.articles.get(source.article or "")
    if article is None or article.status != "retracted":
        return ""
    if source.confirmed:
        return site.texts("impact.confirmed", date=site.say(source.confirmed))
    return site.texts("impact.retracted-source")


def trace(scope: Scope, source: Source, statement: Statement | None = None) -> Chain:
    """The speech chain of a source, speaker to print."""
    found = chains.trace(source, scope.site.dossier, statement)
    return Chain(tuple(_gather_step(scope, step) for step in found.steps), found.remarks)


def _gather_step(scope: Scope, step: chains.Step) -> Step:
    article = step.article
    return Step(
        step.role,
        gather_parties(scope, step.parties),
        scope.link(article.id) if article else None,
        scope.link(article.outlet) if article and article.outlet else None,
        gather_document(scope, step.document) if step.document else None,
        step.own_voice,
    )


def gather_document(scope: Scope, document: Document) -> DocumentLine:
    """An outside document."""
    publisher, republisher = document.publisher, document.republisher
    return DocumentLine(
        document.title_text,
        gather_outside(scope.site, document),
        gather_party(scope, publisher) if publisher else None,
        gather_party(scope, republisher) if republisher else None,
        scope.site.say(document.date) if document.date else "",
        scope.site.say(document.retrieved) if document.retrieved else "",
    )


def gather_parties(scope: Scope, parties: Iterable[PartyValue]) -> tuple[Party, ...]:
    """Several parties."""
    return tuple(gather_party(scope, each) for each in parties)


def gather_party(scope: Scope, party: PartyValue, words: str | None = None) -> Party:
    """One party: an actor, or a name for somebody without a record; `words`: as it is called."""
    who = Link(words or party.name or "")
    if party.actor and not party.is_outlet:
        who = scope.link(party.actor, words)
    return Party(who, party.is_outlet, party.actor is None, gather_company(scope, party))


def gather_company(scope: Scope, party: PartyValue) -> Company | None:
    """For whom a party acts, who leads it, whom it includes; None where nobody."""
    if not (party.on_behalf_of or party.led_by or party.including):
        return None
    say, site = scope.site.texts, scope.site

    def after(word: str, id: str) -> tuple[str, Link]:
        before, name = contract(say, word, name_in_sentence(site, PartyValue(actor=id)))
        return before, scope.link(id, name)

    return Company(
        after(say("provenance.party.for"), party.on_behalf_of) if party.on_behalf_of else None,
        after(say("provenance.party.led-by"), party.led_by) if party.led_by else None,
        tuple(
            scope.link(id, name_in_sentence(site, PartyValue(actor=id))) for id in party.including
        ),
    )


def passage_of(scope: Scope, source: Source) -> str | None:
    """The address of the quoted passage; of the article where it has none."""
    anchor = scope.site.passages.anchor(source)
    target = f"{source.article}#{anchor}" if anchor else source.article or ""
    address = scope.site.addresses.of(target)
    return scope.url(address) if address else None


def say_field(site: Site, field: str) -> str:
    """What a field of a record is called."""
    key = f"provenance.field.{field}"
    return site.texts(key) if key in site.texts else field
