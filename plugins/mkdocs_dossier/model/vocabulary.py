"""The words of a dossier: kinds, roles, acts, statuses, relation types, with labels per language."""

from dataclasses import dataclass, field

Labels = dict[str, str]


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
    """

    forward: Labels
    backward: Labels
    plural: Labels
    from_kinds: tuple[str, ...] = ()
    to_kinds: tuple[str, ...] = ()
    symmetric: bool = False


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
        """The known ids of a `Term`'s `to`: kind (of a section), role, act, status, control, relation_type."""
        if of == "kind":
            return list(self.kinds.get(section, {}))
        return list(getattr(self, _HOLDERS[of]))


_HOLDERS = {
    "role": "roles",
    "act": "acts",
    "status": "statuses",
    "control": "controls",
    "relation_type": "relation_types",
}


def say(labels: Labels, language: str) -> str:
    """The label in a language, else in English, else in whatever language there is."""
    return labels.get(language) or labels.get("en") or next(iter(labels.values()), "")
