"""How the formats that are read as prose word a fact, its time, and a text of the curators."""

from dataclasses import dataclass

from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.languages.amounts import say_extras
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.languages.one_line import one_line
from mkdocs_dossier.model.dates import STILL, Date
from mkdocs_dossier.model.prose import is_plain, read_plain
from mkdocs_dossier.model.provenance import Judged, Sourced
from mkdocs_dossier.model.records import Office, Relation


@dataclass(frozen=True)
class Wording:
    """Words in the language of the dossier, each on one line."""

    publication: Publication

    def told(self, value: Sourced) -> str:
        """Status and origins of a fact, in brackets."""
        told = self.publication.tell_origins(value)
        if isinstance(value, Judged):
            dossier = self.publication.dossier
            status = dossier.vocabulary.label("status", value.status, dossier.language)
            return f"({status}. {told})"
        return f"({told})"

    def period(self, value: Office | Relation) -> str:
        """When something held, after a comma; nothing where no date is given."""
        say = self.publication.texts

        def bound(date: Date | None) -> str:
            return say("data.prose.still") if date == STILL else say_date(date, say)

        if value.date:
            return f", {say_date(value.date, say)}"
        if value.start or value.end:
            return f", {bound(value.start)} – {bound(value.end)}"
        return ""

    def extras(self, relation: Relation) -> str:
        """The share and the sum of money of a tie, in brackets; nothing where there are none."""
        said = say_extras(relation, self.publication.texts)
        return f" ({said})" if said else ""

    def name(self, id: str) -> str:
        """What an id is called."""
        return one_line(self.publication.dossier.name_of(id))

    def plain(self, text: str) -> str:
        """A text without its marks."""
        return one_line(text if is_plain(text) else read_plain(text, self.name))
