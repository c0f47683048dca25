"""Values of a dossier in the words of its pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.languages.periods import say_period
from mkdocs_dossier.model.base import Value, keys
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import PartyValue, Source, Statement
from mkdocs_dossier.model.records import Office, Participant, Relation
from mkdocs_dossier.model.references import KindId, Reference, Term


@dataclass(frozen=True)
class Words:
    """What things of one dossier are called."""

    dossier: Dossier

    @property
    def texts(self) -> Texts:
        """The words of its language."""
        return texts(self.dossier.language)

    def field(self, key: str) -> str:
        """What a field is called."""
        name = f"fields.{key}.label"
        return self.texts(name) if name in self.texts else key

    def term(self, of: str, id: str, section: str = "") -> str:
        """What a word of the vocabulary is called."""
        return self.dossier.vocabulary.label(of, id, self.texts.language, section)

    def value(self, value: Any, section: str = "") -> str:
        """Any value of a field; empty for none. `section`: of the record that holds a kind."""
        if value is None:
            return ""
        if isinstance(value, Date):
            return say_date(value, self.texts)
        if isinstance(value, Term):
            return self.term(value.to, value, section if isinstance(value, KindId) else "")
        if isinstance(value, Reference):
            return self.dossier.name_of(value)
        if isinstance(value, list):
            return "; ".join(self.value(each, section) for each in value)
        if isinstance(value, dict):
            return "; ".join(f"{key} = {self.value(each)}" for key, each in value.items())
        if isinstance(value, Value):
            return self._mapping(value)
        if isinstance(value, bool):
            return self.texts("diff.yes" if value else "diff.no")
        return str(value)

    def _mapping(self, value: Value) -> str:
        for type_, say in self._sayings().items():
            if isinstance(value, type_):
                return say(value)
        said = {
            self.field(key): self.value(getattr(value, name))
            for key, name in keys(type(value)).items()
            if name in value.model_fields_set
        }
        if len(said) == 1:
            return next(iter(said.values()))
        colon = self.texts("grammar.colon")
        return ", ".join(f"{label}{colon} {words}" for label, words in said.items() if words)

    def _sayings(self) -> dict[type[Value], Callable[[Any], str]]:
        return {
            Statement: lambda each: str(each.text),
            Relation: self.relation,
            Office: self.office,
            Participant: self.participant,
            PartyValue: self.party,
            Source: self.source,
        }

    def party(self, party: PartyValue) -> str:
        """An actor by its name, else the name that stands for it."""
        name = self.dossier.name_of(party.actor) if party.actor else party.name or ""
        return f"{name} ({party.count})" if party.count else name

    def participant(self, each: Participant) -> str:
        """« Chine (veto) »"""
        return self._with(self.party(each), self.value(each.role))

    def relation(self, each: Relation) -> str:
        """« membre de Politburo (depuis octobre 2017) »"""
        label = self.term("relation_type", each.type)
        when = say_period(each.start, each.end, each.date, self.texts)
        return self._with(f"{label} {self.dossier.name_of(each.with_)}", when)

    def office(self, each: Office) -> str:
        """« ministre (depuis mars 2023) »"""
        return self._with(each.title, say_period(each.start, each.end, each.date, self.texts))

    def source(self, each: Source) -> str:
        """« Kim Song-nam à Pékin : “resterait forte” »"""
        document = each.document.title_text if each.document else ""
        title = document or self.dossier.name_of(each.article or each.statement or "")
        if not each.quote:
            return title
        quote = self.texts("diff.quote", quote=each.quote.replace("{", "{{").replace("}", "}}"))
        return f"{title}{self.texts('grammar.colon')} {quote}"

    def fact(self, fact: Value) -> str:
        """Which fact it is, for a reader who knows its record."""
        return self.value(fact)

    def _with(self, words: str, more: str) -> str:
        return f"{words} ({more})" if more else words
