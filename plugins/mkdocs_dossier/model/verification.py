"""Which quotes were found in the full text of their article, and when (`verified.yml`)."""

import hashlib
from functools import cached_property
from typing import Annotated

from pydantic import Field

from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.base import Value
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.provenance import Source

VERIFIED_FILE = "verified.yml"
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Found(Value):
    """A quote that stands in a full text: the SHA-256 of both, and the day it was looked up."""

    quote: Sha256
    text: Sha256
    date: Date


class Verified(Value):
    """`verified.yml`, written by `dossier verify`."""

    quotes: list[Found] = []

    def date_of(self, source: Source, article: Article | None) -> Date | None:
        """When the source's quote was found; None if it was not, or was edited since."""
        if not source.quote or article is None or not article.full_text_sha256:
            return None
        return self._dates.get((hash_quote(source.quote), article.full_text_sha256))

    @cached_property
    def _dates(self) -> dict[tuple[str, str], Date]:
        return {(each.quote, each.text): each.date for each in self.quotes}


def hash_quote(quote: str) -> str:
    """What stands for a quote: the SHA-256 of its words as written."""
    return hashlib.sha256(quote.encode()).hexdigest()
