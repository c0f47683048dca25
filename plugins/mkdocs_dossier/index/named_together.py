"""Who is named with whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from mkdocs_dossier.index.mentions import Named


@dataclass(frozen=True)
class Together:
    """Another record named with one: in how many of the same paragraphs and articles."""

    other: str
    paragraphs: int
    articles: int


def count_together(paragraphs: Iterable[Named]) -> dict[str, list[Together]]:
    """For each record, those named with it, the most often first; from the articles' mentions."""
    by_paragraph: dict[str, Counter[str]] = defaultdict(Counter)
    by_article: dict[str, Counter[str]] = defaultdict(Counter)
    for _, group in groupby(paragraphs, key=lambda named: named.holder.id):
        everybody: set[str] = set()
        for named in group:
            records = {mention.record for mention in named.mentions}
            everybody |= records
            _count(records, by_paragraph)
        _count(everybody, by_article)
    return {
        record: sorted(
            (
                Together(other, by_paragraph[record][other], articles)
                for other, articles in by_article[record].items()
            ),
            key=lambda each: (-each.paragraphs, -each.articles, each.other),
        )
        for record in sorted(by_article)
    }


def _count(records: set[str], into: dict[str, Counter[str]]) -> None:
    for record in records:
        into[record].update(records - {record})
