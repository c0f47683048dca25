"""All that an article's page shows."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.impact import ImpactSection
from mkdocs_dossier.pages.values.provenance import Citation, DisputeBlock, Outside, StatementList
from mkdocs_dossier.pages.values.records import Closing, DatedFact, Head
from mkdocs_dossier.pages.values.text import Link, Prose


@frozen
class DerivedFact:
    """What the article was made from: an article, an outlet or nobody knows what, and how."""

    source: Link | None
    language: str = ""
    method: str = ""


@frozen
class OtherFacts:
    """The facts of one record that rest on a paragraph, each in a few words, with its origins."""

    record: Link
    facts: tuple[tuple[str, str], ...]

    @property
    def origins(self) -> str:
        """The origins of all of them: without these, none of the facts stands."""
        return " ".join(sorted({each for _, tokens in self.facts for each in tokens.split()}))


@frozen
class Resting:
    """What rests on a paragraph: statements with their origins, and other facts by record."""

    paragraph: str
    statements: tuple[tuple[Link, str], ...]
    others: tuple[OtherFacts, ...]


@frozen
class Account:
    """The article's body: its prose, the quotes marked in it by anchor, what rests on paragraphs.

    `language` is set where the words are the article's own.
    """

    prose: Prose | None
    quotes: tuple[tuple[str, str], ...] = ()
    resting: tuple[Resting, ...] = ()
    language: str = ""


@frozen
class ErrorLine:
    """A reservation about the article: who makes it, about which words, and why."""

    reference: Link
    quote: str
    text: Prose | None


@frozen
class NamedGroup:
    """The records of one kind that the article names."""

    label: str
    records: tuple[Link, ...]


@frozen
class ArticlePage:
    """An article: where it comes from, its account, what rests on it, what is held against it."""

    head: Head
    outlet: Link | None
    sought: bool
    date: DatedFact
    author: str
    language: str
    derived: DerivedFact | None
    revises: Link | None
    body: str
    licence: str
    original: Outside | None
    retrieved: str
    tags: tuple[Link, ...]
    full_text: str
    account: Account
    closing: Closing
    disputes: tuple[DisputeBlock, ...]
    errors: tuple[ErrorLine, ...]
    said_here: StatementList
    whole: tuple[tuple[Link, str], ...]
    named: tuple[NamedGroup, ...]
    citation: Citation
    impact: ImpactSection
    retracted: bool

    @property
    def named_count(self) -> int:
        """How many records it names."""
        return sum(len(group.records) for group in self.named)
