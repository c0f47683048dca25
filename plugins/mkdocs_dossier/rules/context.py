"""What rules are given: the dossier, and what many of them need of it, gathered once."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model.base import Path, Value
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.prose import read_plain
from mkdocs_dossier.model.quotes import FoldedText
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.references import Reference
from mkdocs_dossier.source.recalled import OwnStore


class Placed(NamedTuple):
    """A value, with the id of the file that holds it (empty: dossier.yml) and its path there."""

    id: str
    path: Path
    value: Any


@dataclass(frozen=True)
class Context:
    """What rules may look at. `store`: where an earlier run may have left what one found."""

    dossier: Dossier
    store: OwnStore | None = None

    @cached_property
    def texts(self) -> Texts:
        """The messages in the dossier's language."""
        return texts(self.dossier.language)

    @cached_property
    def by_type(self) -> dict[type, list[Placed]]:
        """Every mapping and reference of all files by class; a file's own value has no path."""
        found: dict[type, list[Placed]] = defaultdict(list)
        for holder in (self.dossier.settings, *self.dossier.everything()):
            id = getattr(holder, "id", "")
            found[type(holder)].append(Placed(id, (), holder))
            for path, value in holder.find(Value, Reference):
                found[type(value)].append(Placed(id, path, value))
        return found

    def all_of(self, *types: type) -> list[Placed]:
        """Every value that is an instance of one of the types, by type, then by file."""
        return [
            placed
            for type_, group in self.by_type.items()
            if issubclass(type_, types)
            for placed in group
        ]

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """Ids of which nobody can say what they are: unreadable, or of a kind that is none."""
        unsure = {
            record.id
            for record in self.dossier.records()
            if record.kind not in self.dossier.vocabulary.kinds[record.section]
        }
        return self.dossier.unreadable | unsure

    def kind(self, id: str) -> str:
        """The kind of an actor; empty where there is none or it is in doubt."""
        actor = self.dossier.actors.get(id)
        return actor.kind if isinstance(actor, Actor) and id not in self.doubtful else ""

    @cached_property
    def bodies(self) -> dict[str, FoldedText]:
        """The published text of each article, as readers see it, ready to be searched."""
        return {
            id: FoldedText(read_plain(article.text, self.dossier.name_of))
            for id, article in self.dossier.articles.items()
        }
