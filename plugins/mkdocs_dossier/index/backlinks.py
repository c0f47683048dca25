"""Where a record is named, with the sentences around its name."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.mentions import Mentions, Named
from mkdocs_dossier.index.named_together import Together, count_together
from mkdocs_dossier.languages.collation import Key, order
from mkdocs_dossier.languages.sentences import find_sentence
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.prose import read_plain
from mkdocs_dossier.model.reads import Lookup, Service, made_once
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.names.bearer import Mention

_OPEN, _CLOSE = "\ufdd3", "\ufdd4"


@dataclass(frozen=True)
class Place:
    """A sentence that names the record: its pieces, each with whether it is the name.

    `anchor` leads to the paragraph on the page of whoever holds the text; empty: to the page.
    """

    anchor: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Backlink:
    """An article or a record, with the places in it that name the record; `count` mentions."""

    holder: Identified
    places: tuple[Place, ...]
    count: int


@dataclass(frozen=True)
class Backlinks(Service):
    """The backlinks of all records of a dossier."""

    indexes: Indexes
    mentions: Mentions

    def from_articles(self, record: str) -> list[Backlink]:
        """The articles that name a record, the newest first."""
        return sorted(self._quote(record, self._in_articles), key=_newest_first)

    def articles_on(self, record: str) -> list[Backlink]:
        """The articles that name a record or support its file, the newest first.

        Those that do not name it have no places.
        """
        links = self.from_articles(record)
        known = {link.holder.id for link in links}
        citing = self.indexes.articles_citing.get(record, ())
        links += [Backlink(each, (), 0) for each in citing if each.id not in known]
        return sorted(links, key=_newest_first)

    def from_records(self, record: str) -> list[Backlink]:
        """The other records whose prose names a record, by name."""
        return sorted(self._quote(record, self._in_records), key=self._by_name)

    @made_once
    def together(self) -> Lookup[str, list[Together]]:
        """For each record, those named with it in articles, the most often first."""
        return Lookup("Backlinks.together", self._count_together)

    def _count_together(self, record: str) -> list[Together]:
        return count_together(record, self._in_articles.get(record, ()), self._named_in)

    @made_once
    def _named_in(self) -> dict[str, set[str]]:
        """For each article, all that its paragraphs name."""
        found: dict[str, set[str]] = defaultdict(set)
        for named in self.mentions.paragraphs:
            found[named.holder.id].update(mention.record for mention in named.mentions)
        return dict(found)

    @made_once
    def _in_articles(self) -> dict[str, list[Named]]:
        return _by_record(self.mentions.paragraphs)

    @made_once
    def _in_records(self) -> dict[str, list[Named]]:
        return _by_record(self.mentions.fields)

    def _by_name(self, link: Backlink) -> tuple[Key, str]:
        return order(link.holder.title_text, self.indexes.dossier.language), link.holder.id

    def _quote(self, record: str, texts: dict[str, list[Named]]) -> list[Backlink]:
        """A backlink for each holder of the texts that name a record."""
        links = []
        for _, group in groupby(texts.get(record, ()), key=lambda named: named.holder.id):
            places: list[Place] = []
            count = 0
            for named in group:
                own = [mention for mention in named.mentions if mention.record == record]
                places += quote_sentences(named, own, self.indexes.dossier.name_of)
                count += len(own)
            links.append(Backlink(named.holder, tuple(places), count))
        return links


def _by_record(texts: Iterable[Named]) -> dict[str, list[Named]]:
    """The texts that name each record, those of one holder together."""
    found: dict[str, list[Named]] = defaultdict(list)
    for named in texts:
        for record in dict.fromkeys(mention.record for mention in named.mentions):
            found[record].append(named)
    return dict(found)


def quote_sentences(
    named: Named, mentions: Iterable[Mention], name_of: Callable[[str], str]
) -> list[Place]:
    """The sentences of a paragraph around the mentions, as readers see them; each once."""
    low, high = named.paragraph.start, named.paragraph.end
    sentences: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in mentions:
        span = find_sentence(named.text, mention.start, mention.end, low, high)
        sentences[span].append(mention)
    return [
        Place(named.paragraph.anchor, _cut(named.text, start, end, inside, name_of, low))
        for (start, end), inside in sentences.items()
    ]


def _cut(
    text: str,
    start: int,
    end: int,
    mentions: list[Mention],
    name_of: Callable[[str], str],
    paragraph: int,
) -> tuple[tuple[str, bool], ...]:
    """The pieces of a sentence without the marks of Markdown; `paragraph`: where its own begins."""
    marked, last = "", start
    for mention in mentions:
        name = text[mention.start : mention.end]
        marked += f"{text[last : mention.start]}{_OPEN}{name}{_CLOSE}"
        last = mention.end
    marked += text[last:end]

    def show(id: str) -> str:
        name = name_of(id.replace(_OPEN, "").replace(_CLOSE, ""))
        return f"{_OPEN}{name}{_CLOSE}" if id.startswith(_OPEN) else name

    plain = " ".join(read_plain(marked, show, text[paragraph:start]).split())
    pieces: list[tuple[str, bool]] = []
    for index, part in enumerate(plain.split(_OPEN)):
        name, closed, rest = part.partition(_CLOSE)
        pieces += [(name, bool(closed and index)), (rest, False)]
    return tuple(piece for piece in pieces if piece[0])


def _newest_first(link: Backlink) -> tuple[float, str]:
    date = link.holder.date if isinstance(link.holder, Article) else None
    day = (date.earliest or date.latest) if date else None
    return (-day.toordinal() if day else 0, link.holder.id)
