"""What ties two actors, as a line of a table or of a page of two."""

from mkdocs_dossier.model.frozen import frozen
from mkdocs_dossier.pages.values.provenance import DocumentLine, TrustLine
from mkdocs_dossier.pages.values.text import Link, When


@frozen
class ShortSource:
    """A passage, a document or a statement as a short link.

    `quoted`: the link's words are a quote; `article` then names where they stand.
    """

    link: Link | None = None
    quoted: bool = False
    article: str = ""
    document: DocumentLine | None = None


@frozen
class TieSentence:
    """A tie in words: « Chine ↔ Corée du Nord : alliance »; an event or a statement as a link.

    `arrow` stands between the two, `named`: an office's title names its body, under some name.
    `sort` is relation, office, part, event or statement. `other`: whom an event ties to `source`.
    """

    sort: str
    source: Link
    how: str = ""
    arrow: str = ""
    named: bool = False
    target: Link | None = None
    kind: str = ""
    other: Link | None = None


@frozen
class TieRow:
    """A tie: its words, when, how sure, and where it is written.

    `period` says when in words where it lasts; `more` leads to sources beyond the first ones.
    """

    sentence: TieSentence
    tone: str
    dash: int
    when: When | None
    period: str
    trust: TrustLine | None
    sources: tuple[ShortSource, ...] = ()
    more: Link | None = None
    basis: str = ""
    origins: str = ""
