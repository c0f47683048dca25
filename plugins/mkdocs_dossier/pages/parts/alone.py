"""What one origin alone tells, as lines."""

from mkdocs_dossier.model.provenance import Statement
from mkdocs_dossier.model.records import Actor, Office, Relation
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.parts.facts import say_tie
from mkdocs_dossier.pages.scope import Scope
from mkdocs_dossier.pages.sentences import name_in_sentence, office_words
from mkdocs_dossier.pages.values.impact import AloneLine
from mkdocs_dossier.trust.resting import Resting


def gather_alone(scope: Scope, resting: Resting) -> AloneLine:
    """A fact with what tells it apart: a statement's record, a relation, an office, its kind."""
    site, fact, holder = scope.site, resting.fact, resting.holder
    origins = tokens_of(site, fact)
    if isinstance(fact, Statement):
        names = ", ".join(name_in_sentence(site, who) for who in fact.speakers)
        told = " · ".join(filter(None, (names[:1].upper() + names[1:], holder.title_text)))
        return AloneLine(scope.link(resting.reference, fact.text), told, origins)
    if isinstance(fact, Office):
        country = holder.country if isinstance(holder, Actor) else None
        return AloneLine(scope.link(holder.id), office_words(site, fact, country), origins)
    if isinstance(fact, Relation):
        return AloneLine(scope.link(holder.id), say_tie(site, fact), origins)
    words = site.texts(f"record.resting.{resting.group}")
    return AloneLine(scope.link(holder.id), words, origins)
