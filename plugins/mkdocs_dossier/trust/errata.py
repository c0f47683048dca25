"""What other files hold against an article: wrong values, refuted statements, notes on a source."""

from dataclasses import dataclass

from mkdocs_dossier.index.disputes import is_kept
from mkdocs_dossier.index.passages import Passages, Use
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.provenance import NoteValue, Statement, Version
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class Erratum:
    """One reservation. `reference` is the record or statement that makes it."""

    reference: str
    quote: str | None
    text: str


def find_errata(passages: Passages, article: Article) -> list[Erratum]:
    """All reservations about an article outside its own file, each once, in the order of files."""
    found: dict[Erratum, None] = {}
    for use in passages.uses_of.get(article.id, []):
        if use.holder is article:
            continue
        for text in (_judgement(use, passages.dossier.vocabulary), use.source.note):
            if text:
                found[Erratum(use.reference, use.source.quote, text)] = None
    return list(found)


def _judgement(use: Use, words: Vocabulary) -> str | None:
    """Why the fact that rests on the article does not hold."""
    fact = use.fact
    if isinstance(fact, Version):
        return _rejection(use.holder, fact)
    if isinstance(fact, Statement) and words.is_doubtful(fact.status):
        return fact.decision
    return fact.text if isinstance(fact, NoteValue) else None


def _rejection(holder: Identified, version: Version) -> str | None:
    for dispute in holder.disputes:
        if any(each is version for each in dispute.versions):
            return None if is_kept(holder, dispute, version) else dispute.decision
    return None
