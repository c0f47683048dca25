"""Every place in a dossier's texts where a record is named."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.index.paragraphs import Paragraph, list_paragraphs
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.reads import Service, made_once
from mkdocs_dossier.model.records import Identified, Record
from mkdocs_dossier.names.bearer import Mention
from mkdocs_dossier.names.reader import Reader


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions in one paragraph of an article, or in one prose field of a record."""

    holder: Identified
    text: str
    paragraph: Paragraph
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Mentions(Service):
    """All mentions of a dossier, read once; those in articles as `dossier mentions` prints them.

    Without `automatic`, only those that the curator has written as `[[id]]`.
    """

    dossier: Dossier
    automatic: bool = True

    @made_once
    def reader(self) -> Reader:
        """What finds names in a text of this dossier."""
        return Reader(self.dossier)

    @made_once
    def in_articles(self) -> dict[str, list[Mention]]:
        """For each article, the mentions in its body."""
        return {
            article.id: self._keep(self.reader.read_article(article).mentions)
            for article in self.dossier.articles.values()
        }

    @made_once
    def named_in(self) -> dict[str, list[str]]:
        """For each article, the records that its body names, in order of first mention."""
        return {
            id: list(dict.fromkeys(mention.record for mention in found))
            for id, found in self.in_articles.items()
        }

    @made_once
    def paragraphs(self) -> list[Named]:
        """The paragraphs of all articles that name somebody, by article, in order."""
        return [
            named for article in self.dossier.articles.values() for named in self._split(article)
        ]

    @made_once
    def fields(self) -> list[Named]:
        """The prose fields of all records that name another record, by record."""
        found: list[Named] = []
        for record in self.dossier.records():
            for anchor, text in list_prose(record):
                mentions = self._keep(self.reader.read_prose(text, record.id).mentions)
                if mentions:
                    whole = Paragraph(anchor, 0, text, 0, len(text))
                    found.append(Named(record, text, whole, tuple(mentions)))
        return found

    def _split(self, article: Article) -> Iterator[Named]:
        mentions = self.in_articles[article.id]
        for paragraph in list_paragraphs(article, self.dossier.name_of):
            inside = tuple(
                each for each in mentions if paragraph.start <= each.start < paragraph.end
            )
            if inside:
                yield Named(article, article.text, paragraph, inside)

    def _keep(self, mentions: list[Mention]) -> list[Mention]:
        return [each for each in mentions if self.automatic or each.how == "explicit"]


def list_prose(record: Record) -> Iterator[tuple[str, str]]:
    """The prose fields of a record, each with the anchor on its page that leads there."""
    yield "", record.summary
    if record.description:
        yield "", record.description
    for statement in record.statements:
        yield statement.id or "", statement.text
    for note in record.notes:
        yield "notes", note.text
