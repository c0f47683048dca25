"""An article of which the dossier quotes more than a quarter.

The length of the original is unknown to the dossier, which only publishes an account or an excerpt:
the published text stands for it. Words quoted twice count once. An article published in full under
a licence may be quoted at will.
"""

from collections import defaultdict
from collections.abc import Iterator

from mkdocs_dossier.model.problem import Level
from mkdocs_dossier.model.provenance import Source
from mkdocs_dossier.model.quotes import count_words
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "quoted-share"
LEVEL: Level = "warning"
MOST = 0.25


def check(context: Context) -> Iterator[Finding]:
    """The words of each article's text that some quote covers, against all of its words."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for _, _, source in context.all_of(Source):
        body = context.bodies.get(source.article)
        if body and source.quote:
            spans[source.article] += body.find(source.quote)
    for id, found in spans.items():
        article, text = context.dossier.articles[id], context.bodies[id].folded
        quoted = sum(count_words(text[start:end]) for start, end in _merge(found))
        total = count_words(text)
        if article.body != "full" and quoted > MOST * total:
            values = {"quoted": str(quoted), "total": str(total)}
            start = (article.body_line, 1)
            yield Finding(RULE, id, (), values, level=LEVEL, position=start)


def _merge(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans without overlaps."""
    last = 0
    for start, end in sorted(spans):
        if end > last:
            yield max(start, last), end
            last = end
