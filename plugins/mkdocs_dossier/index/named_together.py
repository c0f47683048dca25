"""Who is named with whom."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set

from mkdocs_dossier.index.mentions import Named

Together = tuple[str, int, int]
"""Another record named with one, and in how many of the same paragraphs and articles: plain, as
there are more of them than of anything else.
"""


def count_together(
    record: str, texts: Iterable[Named], named_in: Mapping[str, Set[str]]
) -> list[Together]:
    """Those named with a record, the most often first.

    `texts`: the paragraphs of articles that name it; `named_in`: all that the paragraphs of each
    article name.
    """
    in_paragraphs = Counter[str]()
    articles = dict.fromkeys(named.holder.id for named in texts)
    for named in texts:
        in_paragraphs.update({mention.record for mention in named.mentions})
    in_articles = Counter(other for article in articles for other in named_in[article])
    found = (
        (other, in_paragraphs[other], count)
        for other, count in in_articles.items()
        if other != record
    )
    return sorted(found, key=lambda each: (-each[1], -each[2], each[0]))
