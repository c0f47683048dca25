"""What a fact is, in a few words."""

from mkdocs_dossier.index.passages import Use
from mkdocs_dossier.model.provenance import NoteValue, Version
from mkdocs_dossier.model.records import Office, Participant, Relation
from mkdocs_dossier.pages.parts.sources import say_field
from mkdocs_dossier.pages.scope import Site
from mkdocs_dossier.pages.sentences import office_words, tie_noun


def say_fact(site: Site, use: Use) -> str:
    """« fonction : président »; of a record's own source, the fields that it supports."""
    words, fact, name_of = site.texts, use.fact, site.dossier.name_of
    if isinstance(fact, Office | Relation):
        return say_tie(site, fact)
    if isinstance(fact, Participant):
        who = fact.name or name_of(fact.actor or "")
        return words("provenance.what.participant", who=who)
    if isinstance(fact, Version):
        return words("provenance.what.version")
    if isinstance(fact, NoteValue):
        return words("provenance.what.note")
    fields = ", ".join(say_field(site, field) for field in use.source.supports)
    return fields or words("provenance.what.record")


def say_tie(site: Site, fact: Office | Relation) -> str:
    """« fonction : président », « relation : allié de Corée du Nord »."""
    if isinstance(fact, Office):
        return site.texts("provenance.what.office", title=office_words(site, fact))
    label = tie_noun(site, fact.type)
    other = site.dossier.name_of(fact.with_)
    return site.texts("provenance.what.relation", label=label, other=other)
