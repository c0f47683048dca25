"""What a statement is held against: its quotes where they stand, and what is noted beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from mkdocs_dossier.index.paragraphs import Paragraph
from mkdocs_dossier.index.passages import Passages
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.provenance import Source, Statement
from mkdocs_dossier.model.quotes import fold_text
from mkdocs_dossier.model.records import Event, Identified
from mkdocs_dossier.trust.fit.grammar import Grammar, grammar_of
from mkdocs_dossier.trust.fit.words import Words, straighten, words_of

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SENTENCE = re.compile(r"[.!?…]+[»”\"')]*\s+(?=[^\W\d_]*[A-ZÀ-ÞΑ-ЯЁ«“\"(\d])|\n\n")
_CLAUSE = re.compile(r"[,;:—–()]")


@dataclass(frozen=True)
class Passage:
    """A quote where it stands: `index` counts the sources of the statement.

    `sentence` and `clause` are around the quote, without what stands in brackets: there a curator
    comments. `before` and `after` are the paragraphs beside. Apostrophes and spaces are of one
    sort.
    """

    index: int
    quote: str
    sentence: str
    clause: str
    paragraph: str
    before: str = ""
    after: str = ""
    article: Article | None = None
    at: Paragraph | None = None

    @property
    def in_our_words(self) -> bool:
        """Whether what is around the quote was written for the dossier."""
        return self.article is not None and self.article.body == "account"


@dataclass(frozen=True)
class Evidence:
    """All that a statement can be held against.

    `asides`: how its date is known, what is noted of its sources, titles of documents. `dates` are
    those of its articles, documents and event.
    """

    passages: tuple[Passage, ...]
    asides: tuple[str, ...]
    dates: tuple[Date, ...]
    grammars: tuple[Grammar, ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Each paragraph once, then what is said beside."""
        return (*dict.fromkeys(each.paragraph for each in self.passages), *self.asides)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The words of each text."""
        return tuple(map(words_of, self.texts))


def gather_evidence(holder: Identified, statement: Statement, passages: Passages) -> Evidence:
    """What a statement rests on, as far as it can be read; no passages: nothing can be."""
    dossier = passages.dossier
    found: list[Passage] = []
    asides = [statement.date_basis or ""]
    dates: list[Date | None] = [holder.date if isinstance(holder, Event) else None]
    articles = [dossier.articles.get(each.article or "") for each in statement.sources]
    languages = [each.language for each in articles if each and each.language]
    grammars = [grammar_of(each) for each in dict.fromkeys([dossier.language, *languages])]
    for index, source in enumerate(statement.sources):
        if source.against:
            continue
        found += read_source(index, source, passages, grammars)
        asides.append(source.note or "")
        if document := source.document:
            asides.append(document.title)
            dates.append(document.date)
        if article := dossier.articles.get(source.article or ""):
            dates.append(article.date)
    if isinstance(holder, Event) and holder.date_basis:
        asides.append(holder.date_basis)
    return Evidence(
        tuple(found),
        tuple(straighten(each) for each in asides if each),
        tuple(each for each in dates if each),
        tuple(grammars),
    )


def read_source(
    index: int, source: Source, passages: Passages, grammars: Sequence[Grammar]
) -> Iterator[Passage]:
    """The passage that a source quotes, if it can be read; it is source number `index`."""
    dossier = passages.dossier
    quote = straighten(source.quote or "")
    article = dossier.articles.get(source.article or "")
    if article and quote:
        around = passages.paragraphs(article)
        for number, paragraph in enumerate(around):
            spans = fold_text(paragraph.plain).find_original(quote)
            if spans:
                before = around[number - 1].plain if number else ""
                after = around[number + 1].plain if number + 1 < len(around) else ""
                cut = _cut(paragraph.plain, spans, grammars)
                beside = (straighten(before), straighten(after))
                yield Passage(index, *cut, *beside, article, paragraph)
                return
    elif source.document and quote:
        yield Passage(index, quote, quote, quote, quote)
    elif source.statement:
        cited = dossier.statement(source.statement.record, source.statement.statement)
        if cited:
            text = straighten(cited.text)
            yield Passage(index, text, text, text, text)


@lru_cache(maxsize=4096)
def split_sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    edges = [0, *(each.end() for each in _SENTENCE.finditer(text)), len(text)]
    return [text[one:other].strip() for one, other in pairwise(edges) if text[one:other].strip()]


def _cut(
    text: str, spans: list[tuple[int, int]], grammars: Sequence[Grammar]
) -> tuple[str, str, str, str]:
    """What stands at the spans of a paragraph, its sentence, its clause, and all of it."""
    start, end = spans[0][0], spans[-1][1]
    plain = straighten(text)
    bare = _without_brackets(plain, start, end)
    first = max((each.end() for each in _SENTENCE.finditer(bare, 0, start)), default=0)
    last = next((each.start() + 1 for each in _SENTENCE.finditer(bare, end)), len(bare))
    marks = [_CLAUSE, *(each.clause for each in grammars)]
    before = [each.end() for mark in marks for each in mark.finditer(bare, first, start)]
    after = [each.start() for mark in marks for each in mark.finditer(bare, end, last)]
    clause = bare[max(before, default=first) : min(after, default=last)]
    sentence = " ".join(bare[first:last].split())
    return plain[start:end], sentence, " ".join(clause.split()), plain


def _without_brackets(text: str, start: int, end: int) -> str:
    """The text with spaces in place of brackets, except around the quote; same length."""

    def blank(found: re.Match[str]) -> str:
        inside = found.start() < end and start < found.end()
        return found.group() if inside else " " * len(found.group())

    return _ASIDE.sub(blank, text)
