"""What templates can ask about where things come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.model.dates import Date, InvalidDate, day, parse
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.provenance import NoteValue, Source, Sourced, Statement, Version
from mkdocs_dossier.model.records import Event, Identified, Office, Participant, Relation
from mkdocs_dossier.pages.citing import Cited, cite_statement
from mkdocs_dossier.pages.sentences import office_words, tie_noun
from mkdocs_dossier.views.chain import Chain, trace
from mkdocs_dossier.views.disputed import is_disputed, list_versions
from mkdocs_dossier.views.items import Said
from mkdocs_dossier.views.origins import Origins
from mkdocs_dossier.views.passages import Use
from mkdocs_dossier.views.resting import Resting
from mkdocs_dossier.views.spelling import fold
from mkdocs_dossier.views.trust import Trust, weigh

if TYPE_CHECKING:
    from mkdocs_dossier.pages.templating import Press


def provenance_helpers(press: Press) -> dict[str, Callable[..., Any]]:
    """The functions for the template environment, by name."""

    def chain(source: Source, statement: Statement | None = None) -> Chain:
        return trace(source, press.dossier, statement)

    def citation(said: Said) -> Cited:
        return cite_statement(press, said)

    def cited(source: Source) -> Statement | None:
        """The statement that a source refers to."""
        ref = source.statement
        return press.dossier.statement(ref.record, ref.statement) if ref else None

    def passage(source: Source) -> str | None:
        """The address of the quoted passage; of the article where nothing is quoted."""
        anchor = press.passages.anchor(source)
        return press.addresses.of(f"{source.article}#{anchor}" if anchor else source.article or "")

    def verified(source: Source) -> Date | None:
        """When the quote was found in the full text of its article."""
        article = press.dossier.articles.get(source.article or "")
        return press.dossier.verified.date_of(source, article)

    def field_label(field: str) -> str:
        key = f"provenance.field.{field}"
        return press.texts(key) if key in press.texts else field

    def value_words(record: Identified, field: str, value: str) -> str:
        """A disputed value as readers know it: a kind by its label, an id by its name."""
        if field == "kind":
            return press.term("kind", value, record.section)
        return press.dossier.name_of(value)

    def day_words(value: Day) -> str:
        return press.date(day(value))

    def name_origins(origins: Origins) -> list[tuple[str, bool]]:
        """Each origin by name, in order, and whether it is a state-controlled medium."""
        pairs = [(press.dossier.name_of(id), id in origins.state_media) for id in origins.all]
        return sorted(pairs, key=lambda pair: (fold(pair[0]), pair[0]))

    def what(use: Use | Resting) -> str:
        """What a fact is, in a few words."""
        say, fact, name_of = press.texts, use.fact, press.dossier.name_of
        if isinstance(fact, Office):
            return say("provenance.what.office", title=office_words(press, fact))
        if isinstance(fact, Relation):
            label = tie_noun(press, fact.type)
            return say("provenance.what.relation", label=label, other=name_of(fact.with_))
        if isinstance(fact, Participant):
            return say(
                "provenance.what.participant",
                who=fact.name or name_of(fact.actor or ""),
            )
        if isinstance(fact, Version):
            return say("provenance.what.version")
        if isinstance(fact, NoteValue):
            return say("provenance.what.note")
        if isinstance(use, Resting):
            return say("provenance.what.record")
        fields = ", ".join(field_label(field) for field in use.source.supports)
        return fields or say("provenance.what.record")

    def told(uses: list[Use]) -> list[Use]:
        """The statements among the uses."""
        return [use for use in uses if isinstance(use.fact, Statement)]

    def others(uses: list[Use]) -> list[tuple[str, list[str]]]:
        """The other facts, by the record that holds them."""
        found: dict[str, list[str]] = {}
        for use in uses:
            if not isinstance(use.fact, Statement):
                found.setdefault(use.holder.id, []).append(what(use))
        return [(id, list(dict.fromkeys(facts))) for id, facts in found.items()]

    def trust(fact: Sourced | Event) -> Trust:
        return weigh(fact, press.dossier)

    return {
        "as_date": as_date,
        "chain": chain,
        "citation": citation,
        "cited": cited,
        "day_words": day_words,
        "field_label": field_label,
        "is_disputed": is_disputed,
        "list_versions": list_versions,
        "page_of": press.addresses.of,
        "others": others,
        "name_origins": name_origins,
        "what": what,
        "passage": passage,
        "told": told,
        "trust": trust,
        "verified": verified,
        "value_words": value_words,
    }


def as_date(value: str | None) -> Date | None:
    """The value of a disputed field as a date, None when it is something else."""
    try:
        return parse(value) if value else None
    except InvalidDate:
        return None
