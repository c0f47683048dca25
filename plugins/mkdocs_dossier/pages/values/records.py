"""What the pages of records show besides provenance: head, events, ties, mentions, notes."""

from dataclasses import dataclass

from mkdocs_dossier.pages.values.provenance import Evidence, HeldThen, TrustLine
from mkdocs_dossier.pages.values.text import Link, Place, Prose, Text, When


@dataclass(frozen=True, slots=True)
class Name:
    """A name in another language or script."""

    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Portrait:
    """A picture with its credit; without `address`, the initials that stand for one."""

    initials: str
    address: str | None = None
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The top of a record's page: what it is, its names, its summary, its picture.

    `kicker` is what stands above the name; `disputed` are the words of its disputed values.
    `anchors` are those that readers may have kept; the page's sections give way to them.
    """

    section: str
    kicker: str
    title: str
    summary: Text
    names: tuple[Name, ...] = ()
    portrait: Portrait | None = None
    disputed: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A date as a key fact: words, bounds, how it was established."""

    when: When
    earliest: str = ""
    latest: str = ""
    precision: str = ""
    basis: str = ""
    disputed: bool = False
    origins: str = ""


@dataclass(frozen=True, slots=True)
class Existence:
    """Since when, until when, and as part of what a record exists; `kind` words the labels.

    `origins` are those of the three.
    """

    kind: str
    start: When | None = None
    end: When | None = None
    part_of: Link | None = None
    origins: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same thing on other sites: addresses that are safe to link to."""

    wikidata: str | None = None
    wikipedia: str | None = None
    website: str | None = None

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return bool(self.wikidata or self.wikipedia or self.website)


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office: its title, the body that it is in, and when.

    `named`: the title names the body, under some name.
    """

    title: str
    body: Link | None
    named: bool
    when: str
    evidence: Evidence
    place: Place
    origins: str = ""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list. `dispute` leads to the other versions of what is disputed in it.

    `how` is what it is, or its number in a series; `current`: the page is its own;
    `origins`: where it comes from, as scripts read it.
    """

    link: Link
    when: When
    how: str = ""
    place: str = ""
    dispute: str = ""
    disputed: tuple[str, ...] = ()
    current: bool = False
    origins: str = ""


@dataclass(frozen=True, slots=True)
class Doer:
    """Somebody in whose person a state or a body took part."""

    who: Link
    then: HeldThen | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """An event in an actor's life: its role there, or the persons through whom it took part."""

    event: EventLine
    role: str = ""
    group: str = ""
    doers: tuple[Doer, ...] = ()
    within: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Successive moments under the same offices; `then` is None for actors that hold none."""

    then: HeldThen | None
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class TieLine:
    """A relation read from one end. `place`: on the page that holds it, else None.

    `measured`: the share or the sum of money that it stands for, in words.
    """

    other: Link
    measured: str
    when: str
    trust: TrustLine
    evidence: Evidence
    decision: str = ""
    note: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class TieGroup:
    """The relations of one type and direction."""

    label: str
    ties: tuple[TieLine, ...]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """An event at which two met; `then` only where it differs from the meeting before."""

    event: Link
    when: When
    trust: TrustLine
    then: HeldThen | None = None


@dataclass(frozen=True, slots=True)
class EncounterLine:
    """Somebody whom an actor met, and each time, the last one first."""

    other: Link
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that names the record: its pieces, each with whether it is the name."""

    address: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class MentionLine:
    """An article or record that names this one: a date or a kind, an outlet, its sentences."""

    holder: Link
    when: When | None
    kind: str = ""
    outlet: str = ""
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class TogetherLine:
    """A record named with this one, in so many paragraphs and articles."""

    other: Link
    paragraphs: int
    articles: int


@dataclass(frozen=True, slots=True)
class MentionLists:
    """Where a record is named: in articles, in records, together with others.

    `in_context`: names in texts are recognised, so that sentences can be shown.
    """

    articles: tuple[MentionLine, ...] = ()
    records: tuple[MentionLine, ...] = ()
    together: tuple[TogetherLine, ...] = ()
    count: int = 0
    in_context: bool = True


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """A curator's note."""

    prose: Prose | None
    evidence: Evidence
    place: Place


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """What was wrong on this page, and what it is now."""

    when: When
    was: str
    now: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class SearchLine:
    """What was looked for and not found."""

    sought: str
    where: str
    date: str


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands at the end of every record's page."""

    notes: tuple[NoteBlock, ...] = ()
    searches: tuple[SearchLine, ...] = ()
    corrections: tuple[CorrectionLine, ...] = ()
    sources: Evidence | None = None
