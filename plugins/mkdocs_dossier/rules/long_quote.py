"""A quote of more words than fair use of a press article allows."""

from collections.abc import Iterator

from mkdocs_dossier.model.provenance import MAX_QUOTE_WORDS, Source
from mkdocs_dossier.model.quotes import count_words
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding

RULE = "long-quote"


def check(context: Context) -> Iterator[Finding]:
    """Each quote's words; what `[…]` cuts out does not count."""
    for id, path, source in context.all_of(Source):
        count = count_words(source.quote or "")
        if count > MAX_QUOTE_WORDS:
            values = {"count": str(count), "most": str(MAX_QUOTE_WORDS)}
            yield Finding(RULE, id, (*path, "quote"), values)
