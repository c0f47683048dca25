"""What is new, as Atom (RFC 4287) and JSON Feed (1.1): of the whole, and of pages that have news.

Ids are made from the content and stay the same wherever the site moves. Links are absolute where
the site's address is known, else relative to the feed.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

import orjson

from mkdocs_dossier.exports.atom import make_corrections
from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.news import NEWEST, Item, News
from mkdocs_dossier.exports.publication import DATA, Publication
from mkdocs_dossier.index.addresses import relative
from mkdocs_dossier.languages.one_line import drop_unfit, one_line
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.reads import made_once

ATOM, JSON = "feed.xml", "feed.json"
"""The files beside a page."""


@dataclass(frozen=True)
class Feed:
    """A feed of the page at an address; it stands in that folder."""

    address: str
    title: str
    items: list[Item]


def make_feeds(publication: Publication) -> Iterator[File]:
    """Nothing where nothing has a day: a feed must have one, and none would be true."""
    news, say, writer = News(publication), publication.texts, Writer(publication)
    name = publication.dossier.settings.title
    if news.items:
        whole = Feed(publication.addresses.index(DATA), name, news.items[:NEWEST])
        title = say("data.feed.whole")
        yield File(ATOM, writer.write_atom(whole), main=True, rows=len(whole.items), title=title)
        yield File(JSON, writer.write_json(whole), rows=len(whole.items), title=title)
    yield from make_corrections(publication)
    for address, of, items in news.feeds():
        if items:
            feed = Feed(address, say("data.feed.of", name=of, title=name), items)
            yield File(f"{address}{ATOM}", writer.write_atom(feed), beside=True, rows=len(items))
            yield File(f"{address}{JSON}", writer.write_json(feed), beside=True, rows=len(items))


@dataclass(frozen=True)
class Writer:
    """Writes feeds; an item that stands in many of them is made ready once."""

    publication: Publication
    _made: dict[tuple[str, str], tuple[str, bytes]] = field(default_factory=dict)

    def link(self, feed: Feed, target: str) -> str:
        """An address from the site's root as a link in a feed."""
        site = self.publication.site
        return f"{site}{target}" if site else relative(target, feed.address)

    def write_atom(self, feed: Feed) -> bytes:
        """The feed as Atom."""
        updated = _moment(max(item.changed for item in feed.items))
        home = quoteattr(self.link(feed, feed.address))
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(self._language)}>',
            f"<id>{_urn('feed', feed.address, self._title)}</id>",
            f"<title>{escape(one_line(feed.title))}</title>",
            f"<updated>{updated}</updated>",
            f"<author><name>{escape(self._author)}</name></author>",
            "<generator>mkdocs-dossier</generator>",
            f'<link rel="self" href={quoteattr(self.link(feed, feed.address + ATOM))}/>',
            f'<link rel="alternate" type="text/html" href={home}/>',
        ]
        lines += [self._ready(feed, item)[0] for item in feed.items]
        return "\n".join([*lines, "</feed>", ""]).encode()

    def write_json(self, feed: Feed) -> bytes:
        """The feed as JSON Feed."""
        items = [orjson.Fragment(self._ready(feed, item)[1]) for item in feed.items]
        content = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": one_line(feed.title),
            "home_page_url": self.link(feed, feed.address),
            "feed_url": self.link(feed, f"{feed.address}{JSON}"),
            "language": self._language,
            "authors": [{"name": self._author}],
            "items": items,
        }
        return orjson.dumps(content) + b"\n"

    @made_once
    def _language(self) -> str:
        return self.publication.dossier.language

    @made_once
    def _title(self) -> str:
        return one_line(self.publication.dossier.settings.title)

    @made_once
    def _author(self) -> str:
        return one_line(self.publication.dossier.settings.publisher or "") or self._title

    def _ready(self, feed: Feed, item: Item) -> tuple[str, bytes]:
        """An item as it stands in a feed, in Atom and in JSON: the same in all feeds, where its
        link is absolute.
        """
        place = (item.key, "" if self.publication.site else feed.address)
        if place not in self._made:
            self._made[place] = _write_item(item, self.link(feed, item.address))
        return self._made[place]


def _write_item(item: Item, link: str) -> tuple[str, bytes]:
    id, title, text = _urn(item.key), one_line(item.title), drop_unfit(item.text)
    created, changed = _moment(item.created), _moment(item.changed)
    entry = (
        f"<entry><id>{id}</id><title>{escape(title)}</title>"
        f'<link rel="alternate" href={quoteattr(link)}/>'
        f"<published>{created}</published><updated>{changed}</updated>"
        f'<category term="{item.kind}"/>'
        f'<content type="text">{escape(text)}</content></entry>'
    )
    fields = {
        "id": id,
        "title": title,
        "content_text": text,
        "date_published": created,
        "date_modified": changed,
        "tags": [item.kind],
        "url": link,
    }
    return entry, orjson.dumps(fields)


def _urn(*parts: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, "\n".join(parts)).urn


def _moment(day: Day) -> str:
    """The moment at which a day begins; a feed knows none before our era."""
    return f"{Day(1, 1, 1) if day.year < 1 else day}T00:00:00Z"


FORMAT = Format(
    "feeds", make_feeds, 'import feedparser\nfeed = feedparser.parse("{file}")', order=40
)
