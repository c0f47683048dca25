"""What the pages of records show besides provenance: head, events, ties, mentions, notes."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.provenance import Evidence, HeldThen, TrustLine
from mkdocs_dossier.pages.values.text import Link, Place, Prose, Text, When


@frozen
class Name:
    """A name in another language or script."""

    name: str
    language: str = ""


@frozen
class Portrait:
    """A picture with its credit; without `address`, the initials that stand for one."""

    initials: str
    address: str | None = None
    alt: str = ""
    credit: str = ""


@frozen
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


@frozen
class DatedFact:
    """A date as a key fact: words, bounds, how it was established."""

    when: When
    earliest: str = ""
    latest: str = ""
    precision: str = ""
    basis: str = ""
    disputed: bool = False
    origins: str = ""


@frozen
class Existence:
    """Since when, until when, and as part of what a record exists; `kind` words the labels.

    `origins` are those of the three.
    """

    kind: str
    start: When | None = None
    end: When | None = None
    part_of: Link | None = None
    origins: tuple[str, str, str] = ("", "", "")


@frozen
class Elsewhere:
    """The same thing on other sites: addresses that are safe to link to."""

    wikidata: str | None = None
    wikipedia: str | None = None
    website: str | None = None

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return bool(self.wikidata or self.wikipedia or self.website)


@frozen
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


@frozen
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


@frozen
class Doer:
    """Somebody in whose person a state or a body took part."""

    who: Link
    then: HeldThen | None = None


@frozen
class Moment:
    """An event in an actor's life: its role there, or the persons through whom it took part."""

    event: EventLine
    role: str = ""
    group: str = ""
    doers: tuple[Doer, ...] = ()
    within: bool = False


@frozen
class Stretch:
    """Successive moments under the same offices; `then` is None for actors that hold none."""

    then: HeldThen | None
    moments: tuple[Moment, ...]


@frozen
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


@frozen
class TieGroup:
    """The relations of one type and direction."""

    label: str
    ties: tuple[TieLine, ...]


@frozen
class MeetingLine:
    """An event at which two met; `then` only where it differs from the meeting before."""

    event: Link
    when: When
    trust: TrustLine
    then: HeldThen | None = None


@frozen
class EncounterLine:
    """Somebody whom an actor met, and each time, the last one first."""

    other: Link
    meetings: tuple[MeetingLine, ...]


@frozen
class Sentence:
    """A sentence that names the record: its pieces, each with whether it is the name."""

    address: str
    pieces: tuple[tuple[str, bool], ...]


@frozen
class MentionLine:
    """An article or record that names this one: a date or a kind, an outlet, its sentences."""

    holder: Link
    when: When | None
    kind: str = ""
    outlet: str = ""
    sentences: tuple[Sentence, ...] = ()


@frozen
class TogetherLine:
    """A record named with this one, in so many paragraphs and articles."""

    other: Link
    paragraphs: int
    articles: int


@frozen
class MentionLists:
    """Where a record is named: in articles, in records, together with others.

    `in_context`: names in texts are recognised, so that sentences can be shown.
    """

    articles: tuple[MentionLine, ...] = ()
    records: tuple[MentionLine, ...] = ()
    together: tuple[TogetherLine, ...] = ()
    count: int = 0
    in_context: bool = True


@frozen
class NoteBlock:
    """A curator's note."""

    prose: Prose | None
    evidence: Evidence
    place: Place


@frozen
class CorrectionLine:
    """What was wrong on this page, and what it is now."""

    when: When
    was: str
    now: str
    about: str = ""


@frozen
class SearchLine:
    """What was looked for and not found."""

    sought: str
    where: str
    date: str


@frozen
class Closing:
    """What stands at the end of every record's page."""

    notes: tuple[NoteBlock, ...] = ()
    searches: tuple[SearchLine, ...] = ()
    corrections: tuple[CorrectionLine, ...] = ()
    sources: Evidence | None = None
