"""Where a fact is written, through whom it came, and how far to trust it."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.text import Link, Place, Text, When


@frozen
class Held:
    """An office at a date, in words; `certain` is False where only its beginning is known.

    `origins`: where it comes from, as scripts read it; so in other values.
    """

    title: str
    certain: bool = True
    origins: str = ""


@frozen
class HeldThen:
    """The offices that a person held at a date; none known: `dated` tells if there is a date."""

    offices: tuple[Held, ...] = ()
    dated: bool = True


@frozen
class Company:
    """For whom a party acts, who leads it (words before the link with it), whom it includes."""

    on_behalf_of: tuple[str, Link] | None = None
    led_by: tuple[str, Link] | None = None
    including: tuple[Link, ...] = ()


@frozen
class Party:
    """Somebody who speaks, relays or takes part. `outlet`: the article's own voice.

    `named`: the words stand for somebody without a record.
    """

    who: Link
    outlet: bool = False
    named: bool = False
    company: Company | None = None


@frozen
class SpokenParty:
    """A party in a sentence: the preposition before it, an apposition and what parts it after.

    `apposition` is the office held then; `doubtful`: it is not certain; `stop` ends the apposition.
    """

    before: str
    party: Party
    apposition: str = ""
    doubtful: bool = False
    stop: str = ""
    after: str = ""


@frozen
class Announcement:
    """Who says it to whom: speakers, verb, hearers, and what follows them."""

    speakers: tuple[SpokenParty, ...]
    verb: str
    hearers: tuple[SpokenParty, ...]
    rest: str


@frozen
class Outside:
    """A link out of the site, and what stands for it when that is gone (Robust Links).

    `kept`: an archived copy; `read_on`: the day on which it was read, where that is one sure day;
    `words`: where its quoted words are, if the link leads to them.
    """

    address: str
    kept: str | None = None
    read_on: str | None = None
    words: str = ""


@frozen
class DocumentLine:
    """An outside document: whose text it is, where and when it was read, its title and date."""

    title: str
    link: Outside | None = None
    publisher: Party | None = None
    republisher: Party | None = None
    date: str = ""
    retrieved: str = ""


@frozen
class Step:
    """One hand through which words passed: parties, an article with its outlet, or a document.

    `role`: speaker, relay, original, outlet, document. `own_voice`: the outlet speaks for itself.
    """

    role: str
    parties: tuple[Party, ...] = ()
    article: Link | None = None
    outlet: Link | None = None
    document: DocumentLine | None = None
    own_voice: bool = False


@frozen
class Chain:
    """The steps from the speaker to print, and the keys of what a reader should know of them."""

    steps: tuple[Step, ...]
    remarks: tuple[str, ...] = ()


@frozen
class SourceLine:
    """One source of a fact: its place as chains, a document or a link; its quote; what it supports.

    `statement` is the statement that it refers to; `passage` leads to the quoted words, `original`
    to those of the article on the web; `verified` is the day on which they were found in the full
    text, in words. `retracted`: what to know where the article was.
    """

    statement: Link | None = None
    chains: tuple[Chain, ...] = ()
    article: Link | None = None
    document: DocumentLine | None = None
    quote: str = ""
    passage: str | None = None
    original: Outside | None = None
    verified: str = ""
    supports: tuple[str, ...] = ()
    fit: str = ""
    retracted: str = ""
    note: str = ""
    against: bool = False


@frozen
class Evidence:
    """The sources of a fact, and how it is known where nothing is written.

    `unsourced`: the page must say that it has neither. `date_basis`: how its date was established.
    """

    sources: tuple[SourceLine, ...] = ()
    basis: str = ""
    unsourced: bool = False
    date_basis: str = ""


@frozen
class OriginName:
    """An origin by name; a medium under the control of a state says so in `control`."""

    name: str
    control: str = ""


@frozen
class TrustLine:
    """How far a fact can be trusted, in one line. `keys` are the filters that find it.

    `status` is its label where the curator has weighed it, `certainty` how a page colours it;
    `against`: how many sources contradict it; `sourced`, `by_basis`: a source supports it, or only
    words; `tokens`: its origins as scripts read them.
    """

    origins: tuple[OriginName, ...] = ()
    state_only: bool = False
    sourced: bool = True
    by_basis: bool = False
    status: str = ""
    certainty: str = ""
    against: int = 0
    disputed: bool = False
    keys: tuple[str, ...] = ()
    tokens: str = ""


@frozen
class Citation:
    """What a ready citation is made of: a CSL item as JSON, and its absolute address if known."""

    id: str
    address: str
    item: str


@frozen
class CitedPage:
    """How to cite a page, and the article that it is about."""

    page: Citation
    article: Citation | None = None


@frozen
class StatementBlock:
    """One statement: who says what to whom, how sure it is, and each chain that leads to it.

    `anchor` is its id on its home page, and there alone, as `report`, where an error in it is
    reported; `home` links the record that holds it.
    """

    text: Text
    announced: Announcement | None
    when: When
    trust: TrustLine
    evidence: Evidence
    anchor: str = ""
    permalink: str | None = None
    home: Link | None = None
    form: str = ""
    decision: Text = ()
    note: str = ""
    citation: Citation | None = None
    report: str | None = None


@frozen
class StatementList:
    """Statements in order. `filters` are the statuses among them, by id and label."""

    blocks: tuple[StatementBlock, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()


@frozen
class VersionBlock:
    """One version of a disputed value. `kept`: the record holds it."""

    value: str
    when: When | None
    text: str
    kept: bool
    trust: TrustLine | None
    evidence: Evidence
    note: str = ""


@frozen
class DisputeBlock:
    """Conflicting values of a field, side by side, and the decision."""

    about: str
    place: Place
    versions: tuple[VersionBlock, ...]
    decision: Text = ()
    note: str = ""
