"""Which articles a record's page should point to, and whom an article names."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.views.book import Book
from mkdocs_dossier.views.mentions import Mentions


@dataclass(frozen=True)
class Naming:
    """The names in articles, read from both sides."""

    book: Book
    mentions: Mentions

    @cached_property
    def named_in(self) -> dict[str, list[str]]:
        """For each article, the records that its body names, in order of first mention."""
        return {
            id: list(dict.fromkeys(mention.record for mention in found))
            for id, found in self.mentions.in_articles.items()
        }

    @cached_property
    def articles_on(self) -> dict[str, list[Article]]:
        """For each record, the articles that name it or support its file, the newest first."""
        found: dict[str, list[Article]] = defaultdict(list)
        for article in reversed(self.book.articles):
            citing = {
                id for id, articles in self.book.articles_citing.items() if article in articles
            }
            for id in dict.fromkeys([*self.named_in[article.id], *sorted(citing)]):
                found[id].append(article)
        return dict(found)
