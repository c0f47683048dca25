"""The words of a dossier: kinds, roles, acts, statuses, relation types, and what each implies.

Code and style sheets name no word: they ask what it implies (its tone, shape, rank, side).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from mkdocs_dossier.model.fallback import FALLBACK

Labels = dict[str, str]

Tone = Literal["friend", "foe", "body", "money", "said", "event", "other"]
"""A colour, the same in every view: closeness, hostility, belonging, money, speech, events."""
TONES: tuple[str, ...] = get_args(Tone)
Shape = Literal["ring", "square", "diamond", "circle", "triangle", "hexagon"]
"""How an actor is drawn."""
DASHES = 4
"""How many lines of one tone can be told apart."""

GROUPS = {
    "role": "roles",
    "side": "sides",
    "act": "acts",
    "status": "statuses",
    "control": "controls",
    "relation_type": "relation_types",
}
"""Where the vocabulary holds each sort of term, besides kinds."""
TERMS = ("kind", *GROUPS)
"""What a word of the vocabulary can be."""


@dataclass(frozen=True)
class Entry:
    """A word with its labels by language; `plural` is what several are called, where it is said."""

    labels: Labels
    plural: Labels = field(default_factory=dict, kw_only=True)


@dataclass(frozen=True)
class Kind(Entry):
    """A kind of record.

    `shape` is that of an actor in the graph; relation types that admit the kind of actor that it is
    `like` admit it too. For an event: its `tone`; `met`: its participants met in person; `present`:
    they were where it took place; `commemorates`: an event that it is about is what it recalls.
    """

    shape: Shape = "hexagon"
    like: str | None = None
    tone: Tone = "event"
    met: bool = False
    present: bool = False
    commemorates: bool = False


@dataclass(frozen=True)
class Role(Entry):
    """What a participant did; participants of one `side` stand together on the page."""

    side: str | None = None


@dataclass(frozen=True)
class Sentence:
    """How an act is announced in one language.

    `one` and `several` are the verb, with its complement, for one speaker and for more; `{to}` in
    it is where the addressee stands, else at the end; `to` is the preposition that he takes.
    """

    one: str
    several: str
    to: str = ""


@dataclass(frozen=True)
class Act(Entry):
    """What a speaker does with a statement; `sentence` announces it, by language.

    `mutual`: its speakers do it with each other, so that nothing says that they did it jointly.
    """

    tone: Tone = "said"
    sentence: Mapping[str, Sentence] = field(default_factory=dict)
    mutual: bool = False


@dataclass(frozen=True)
class Status(Entry):
    """How far a content is established: above 0 it is, below 0 it is in doubt, 0 says nothing."""

    rank: int = 0

    @property
    def doubtful(self) -> bool:
        """Whether what it is said of may be wrong."""
        return self.rank < 0

    @property
    def certainty(self) -> str:
        """'sure', 'open', 'doubt' or 'wrong': how a page colours it."""
        if self.rank == 0:
            return "open"
        return "sure" if self.rank > 0 else "wrong" if self.rank <= -3 else "doubt"


@dataclass(frozen=True)
class RelationType:
    """A type of relation, readable from both ends.

    `forward` is read from the record that holds it, `backward` from the other end; a symmetric
    type has one reading. `from_kinds` and `to_kinds` are the kinds of actor each end admits.
    `mutual`: may hold in both directions at once, each with its own sources (A supports B, and B
    supports A). `office`: says no more than an office in that body does. `tone` is its colour,
    `dash` (from 0) the pattern that parts it from the others of its tone. `noun` names one tie.
    """

    forward: Labels
    backward: Labels
    plural: Labels
    from_kinds: tuple[str, ...] = ()
    to_kinds: tuple[str, ...] = ()
    symmetric: bool = False
    mutual: bool = False
    office: bool = False
    tone: Tone = "other"
    dash: int = 0
    noun: Labels = field(default_factory=dict)

    @property
    def labels(self) -> Labels:
        """Its reading from the record that holds it."""
        return self.forward


@dataclass(frozen=True)
class Vocabulary:
    """All terms by id, in their order. `kinds` is by section: actor, event, place, topic."""

    kinds: dict[str, dict[str, Kind]] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    sides: dict[str, Entry] = field(default_factory=dict)
    acts: dict[str, Act] = field(default_factory=dict)
    statuses: dict[str, Status] = field(default_factory=dict)
    controls: dict[str, Entry] = field(default_factory=dict)
    relation_types: dict[str, RelationType] = field(default_factory=dict)

    def terms(self, of: str, section: str = "") -> list[str]:
        """The known ids of what a `Term` refers to (its `to`), kinds by section."""
        return list(self.entries(of, section))

    def entries(self, of: str, section: str = "") -> Mapping[str, Entry | RelationType]:
        """The words of a sort (one of TERMS) by id; kinds are those of a section."""
        if of == "kind":
            return self.kinds.get(section, {})
        found: Mapping[str, Entry | RelationType] = getattr(self, GROUPS[of])
        return found

    def label(self, of: str, id: str, language: str, section: str = "") -> str:
        """What a word is called in a language; the id itself where there is no such word."""
        entry = self.entries(of, section).get(id)
        return say(entry.labels, language) if entry else id

    def plural(self, kind: str, language: str, section: str) -> str:
        """What several records of a kind are called, as a heading."""
        known = self.kinds.get(section, {}).get(kind)
        words = say(known.plural or known.labels, language) if known else kind
        return words[:1].upper() + words[1:]

    def actor_kind(self, id: str) -> Kind:
        """A kind of actor; one that is not in the vocabulary implies nothing."""
        return self.kinds.get("actor", {}).get(id) or Kind({})

    def event_kind(self, id: str) -> Kind:
        """A kind of event; one that is not in the vocabulary implies nothing."""
        return self.kinds.get("event", {}).get(id) or Kind({})

    @cached_property
    def actor_order(self) -> dict[str, int]:
        """The place of each kind of actor among all: lists and clusters keep to it."""
        return {id: place for place, id in enumerate(self.kinds.get("actor", {}))}

    @cached_property
    def by_rank(self) -> list[str]:
        """The statuses, from the best established to the refuted."""
        return sorted(self.statuses, key=lambda id: -self.statuses[id].rank)

    def is_doubtful(self, status: str) -> bool:
        """Whether a status puts what it is said of in doubt."""
        known = self.statuses.get(status)
        return known is not None and known.doubtful

    def labels(self, of: str, section: str = "") -> dict[str, list[str]]:
        """What each of these terms is called, one or several, in all languages with labels.

        A relation type is called by its reading from the record that holds it, and its plural.
        """
        return {
            id: [*entry.labels.values(), *entry.plural.values()]
            for id, entry in self.entries(of, section).items()
        }


def say(labels: Labels, language: str) -> str:
    """The label in a language, else in English, else in whatever language there is."""
    return labels.get(language) or labels.get(FALLBACK) or next(iter(labels.values()), "")
