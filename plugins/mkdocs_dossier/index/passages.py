"""The quoted passages of articles, and everything that rests on each."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from mkdocs_dossier.index.items import Said
from mkdocs_dossier.index.paragraphs import Paragraph, list_paragraphs
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.base import Path, Value
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.provenance import Source, Statement
from mkdocs_dossier.model.quotes import FoldedText, fold_quote
from mkdocs_dossier.model.reads import Lookup, Memo, Service, made_once
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.slug import slugify

PREFIX = "q-"
_WORDS = 6


@dataclass(frozen=True)
class Use:
    """A source where it stands: the file that holds it, the path there, and the fact it is for."""

    holder: Identified
    path: Path
    fact: Value
    source: Source

    @property
    def reference(self) -> str:
        """What the fact is called: `record#statement`, else the record's id."""
        if isinstance(self.fact, Statement):
            return Said(self.holder, self.fact).reference
        return self.holder.id


@dataclass(frozen=True)
class Passage:
    """A quote in an article. `anchor` leads to it, `paragraph` to what is around it, if found."""

    quote: str
    anchor: str
    paragraph: str | None
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class Passages(Service):
    """All quoted passages of a dossier."""

    dossier: Dossier

    @made_once
    def uses(self) -> list[Use]:
        """Every source of the dossier, by file and in the file's order."""
        return [use for holder in self.dossier.everything() for use in list_uses(holder)]

    @made_once
    def uses_of(self) -> dict[str, list[Use]]:
        """For each article by its id, the sources that refer to it."""
        found: dict[str, list[Use]] = defaultdict(list)
        for use in self.uses:
            if use.source.article:
                found[use.source.article].append(use)
        return dict(found)

    @made_once
    def _known(self) -> Memo[dict[str, Passage]]:
        return Memo()

    @made_once
    def _paragraphs(self) -> Memo[list[Paragraph]]:
        return Memo()

    @made_once
    def _anchors(self) -> Lookup[tuple[str, str], str | None]:
        return Lookup("Passages._anchors", self._find_anchor)

    def paragraphs(self, article: Article) -> list[Paragraph]:
        """The paragraphs of an article."""
        make = partial(list_paragraphs, article, self.dossier.name_of)
        return self._paragraphs.get(article.id, make)

    def of(self, article: Article) -> list[Passage]:
        """The passages quoted from an article, each once, in the order of their first use."""
        return list(self._by_quote(article).values())

    def anchor(self, source: Source) -> str | None:
        """The anchor of a source's quote on its article's page; None without a quote there."""
        if not source.article or not source.quote:
            return None
        return self._anchors[source.article, fold_quote(source.quote)]

    def _find_anchor(self, of: tuple[str, str]) -> str | None:
        article = self.dossier.articles.get(of[0])
        passage = self._by_quote(article).get(of[1]) if article else None
        return passage.anchor if passage and passage.paragraph else None

    def at(self, article: Article) -> dict[str, list[Use]]:
        """For each paragraph of an article by its anchor, the facts that rest on it, each once."""
        found: dict[str, list[Use]] = {each.anchor: [] for each in self.paragraphs(article)}
        for passage in self.of(article):
            for use in passage.uses if passage.paragraph else ():
                if not any(_same_fact(use, other) for other in found[passage.paragraph or ""]):
                    found[passage.paragraph or ""].append(use)
        return found

    def elsewhere(self, article: Article) -> list[Use]:
        """The facts that rest on the article as a whole: their source quotes nothing."""
        return [use for use in self.uses_of.get(article.id, []) if not use.source.quote]

    def _by_quote(self, article: Article) -> dict[str, Passage]:
        """The passages of an article by their folded quote."""
        return self._known.get(article.id, lambda: dict(self._find(article)))

    def _find(self, article: Article) -> Iterator[tuple[str, Passage]]:
        by_quote: dict[str, list[Use]] = defaultdict(list)
        for use in self.uses_of.get(article.id, []):
            if use.source.quote:
                by_quote[fold_quote(use.source.quote)].append(use)
        paragraphs = self.paragraphs(article)
        text = FoldedText("\n\n".join(each.plain for each in paragraphs))
        taken = {each.anchor for each in paragraphs}
        for folded, uses in by_quote.items():
            quote = uses[0].source.quote or ""
            anchor = PREFIX + slugify(quote, _WORDS)
            if anchor in taken:
                anchor += "-" + hashlib.sha256(folded.encode()).hexdigest()[:6]
            taken.add(anchor)
            spans = text.find_original(quote)
            where = _paragraph_at(spans[0][0], paragraphs) if spans else None
            yield folded, Passage(quote, anchor, where, tuple(uses))


def list_uses(holder: Identified) -> Iterator[Use]:
    """Every source in a file with the fact that it stands under."""
    around: dict[Path, Value] = {(): holder}
    for path, value in holder.find(Value):
        if isinstance(value, Source):
            yield Use(holder, path, around[path[:-2]], value)
        else:
            around[path] = value


def _same_fact(one: Use, other: Use) -> bool:
    return one.holder is other.holder and one.path[:-2] == other.path[:-2]


def _paragraph_at(offset: int, paragraphs: list[Paragraph]) -> str | None:
    end = 0
    for each in paragraphs:
        end += len(each.plain) + 2
        if offset < end:
            return each.anchor
    return None
