"""Where a record is named, with the sentences around its name."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from mkdocs_dossier.index.indexes import Indexes
from mkdocs_dossier.index.mentions import Mentions, Named
from mkdocs_dossier.languages.collation import Key, order
from mkdocs_dossier.languages.sentences import find_sentence
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.prose import read_plain
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
class Backlinks:
    """The backlinks of all records of a dossier."""

    indexes: Indexes
    mentions: Mentions

    @cached_property
    def from_articles(self) -> dict[str, list[Backlink]]:
        """For each record, the articles that name it, the newest first."""
        return {
            record: sorted(links, key=_newest_first)
            for record, links in self._gather(self.mentions.paragraphs).items()
        }

    @cached_property
    def articles_on(self) -> dict[str, list[Backlink]]:
        """For each record, the articles that name it or support its file, the newest first.

        Those that do not name it have no places.
        """
        found = {record: list(links) for record, links in self.from_articles.items()}
        for record, articles in self.indexes.articles_citing.items():
            links = found.setdefault(record, [])
            known = {link.holder.id for link in links}
            links += [Backlink(each, (), 0) for each in articles if each.id not in known]
            links.sort(key=_newest_first)
        return found

    @cached_property
    def from_records(self) -> dict[str, list[Backlink]]:
        """For each record, the other records whose prose names it, by name."""
        return {
            record: sorted(links, key=self._by_name)
            for record, links in self._gather(self.mentions.fields).items()
        }

    def _by_name(self, link: Backlink) -> tuple[Key, str]:
        return order(link.holder.title_text, self.indexes.dossier.language), link.holder.id

    def _gather(self, texts: Iterable[Named]) -> dict[str, list[Backlink]]:
        found: dict[str, list[Backlink]] = defaultdict(list)
        for _, group in groupby(texts, key=lambda named: named.holder.id):
            places: dict[str, list[Place]] = defaultdict(list)
            counts: dict[str, int] = defaultdict(int)
            paragraphs = list(group)
            for named in paragraphs:
                for record in dict.fromkeys(mention.record for mention in named.mentions):
                    own = [mention for mention in named.mentions if mention.record == record]
                    counts[record] += len(own)
                    places[record] += quote_sentences(named, own, self.indexes.dossier.name_of)
            for record, each in places.items():
                link = Backlink(paragraphs[0].holder, tuple(each), counts[record])
                found[record].append(link)
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
        Place(named.paragraph.anchor, _cut(named.text, start, end, inside, name_of))
        for (start, end), inside in sentences.items()
    ]


def _cut(
    text: str, start: int, end: int, mentions: list[Mention], name_of: Callable[[str], str]
) -> tuple[tuple[str, bool], ...]:
    """The pieces of a sentence without the marks of Markdown."""
    marked, last = "", start
    for mention in mentions:
        name = text[mention.start : mention.end]
        marked += f"{text[last : mention.start]}{_OPEN}{name}{_CLOSE}"
        last = mention.end
    marked += text[last:end]

    def show(id: str) -> str:
        name = name_of(id.replace(_OPEN, "").replace(_CLOSE, ""))
        return f"{_OPEN}{name}{_CLOSE}" if id.startswith(_OPEN) else name

    plain = " ".join(read_plain(marked, show).split())
    pieces: list[tuple[str, bool]] = []
    for index, part in enumerate(plain.split(_OPEN)):
        name, closed, rest = part.partition(_CLOSE)
        pieces += [(name, bool(closed and index)), (rest, False)]
    return tuple(piece for piece in pieces if piece[0])


def _newest_first(link: Backlink) -> tuple[float, str]:
    date = link.holder.date if isinstance(link.holder, Article) else None
    day = (date.earliest or date.latest) if date else None
    return (-day.toordinal() if day else 0, link.holder.id)
