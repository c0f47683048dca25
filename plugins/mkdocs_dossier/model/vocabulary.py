"""The words of a dossier: kinds, roles, acts, statuses, relation types, with their labels."""

from dataclasses import dataclass, field

Labels = dict[str, str]

GROUPS = {
    "role": "roles",
    "act": "acts",
    "status": "statuses",
    "control": "controls",
    "relation_type": "relation_types",
}
"""Where the vocabulary holds each sort of term, besides kinds."""
TERMS = ("kind", *GROUPS)
"""What a word of the vocabulary can be."""


@dataclass(frozen=True)
class Role:
    """What a participant did; participants of one `side` stand together on the page."""

    labels: Labels
    side: str | None = None


@dataclass(frozen=True)
class RelationType:
    """A type of relation, readable from both ends.

    `forward` is read from the record that holds it, `backward` from the other end; a symmetric
    type has one reading. `from_kinds` and `to_kinds` are the kinds of actor each end admits.
    `mutual`: may hold in both directions at once, each with its own sources (A supports B, and B
    supports A). `office`: says no more than an office in that body does.
    """

    forward: Labels
    backward: Labels
    plural: Labels
    from_kinds: tuple[str, ...] = ()
    to_kinds: tuple[str, ...] = ()
    symmetric: bool = False
    mutual: bool = False
    office: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """All terms by id. `kinds` is by section: actor, event, place, topic."""

    kinds: dict[str, dict[str, Labels]] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    acts: dict[str, Labels] = field(default_factory=dict)
    statuses: dict[str, Labels] = field(default_factory=dict)
    controls: dict[str, Labels] = field(default_factory=dict)
    relation_types: dict[str, RelationType] = field(default_factory=dict)

    def terms(self, of: str, section: str = "") -> list[str]:
        """The known ids of what a `Term` refers to (its `to`), kinds by section."""
        if of == "kind":
            return list(self.kinds.get(section, {}))
        return list(getattr(self, GROUPS[of]))

    def labels(self, of: str, section: str = "") -> dict[str, list[str]]:
        """What each of these terms is called, in all languages that there are labels in.

        A relation type is called by its reading from the record that holds it, and its plural.
        """
        found: dict[str, list[str]] = {}
        for id in self.terms(of, section):
            term = self._term(of, id, section)
            plural = term.plural.values() if isinstance(term, RelationType) else ()
            found[id] = [*_labels(term).values(), *plural]
        return found

    def label(self, of: str, id: str, language: str, section: str = "") -> str:
        """What a term is called in a language."""
        return say(_labels(self._term(of, id, section)), language)

    def _term(self, of: str, id: str, section: str) -> "Labels | Role | RelationType":
        group = self.kinds[section] if of == "kind" else getattr(self, GROUPS[of])
        return group[id]


def _labels(term: Labels | Role | RelationType) -> Labels:
    if isinstance(term, RelationType):
        return term.forward
    return term.labels if isinstance(term, Role) else term


def say(labels: Labels, language: str) -> str:
    """The label in a language, else in English, else in whatever language there is."""
    return labels.get(language) or labels.get("en") or next(iter(labels.values()), "")
