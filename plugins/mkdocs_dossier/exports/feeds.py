"""What is new, as Atom (RFC 4287) and JSON Feed (1.1): of the whole, and of pages that have news.

Ids are made from the content and stay the same wherever the site moves. Links are absolute where
the site's address is known, else relative to the feed.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.etree
import orjson

from mkdocs_dossier.exports.atom import make_corrections
from mkdocs_dossier.exports.format import File, Format
from mkdocs_dossier.exports.news import NEWEST, Item, News
from mkdocs_dossier.exports.publication import DATA, Publication
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.views.addresses import relative
from mkdocs_dossier.views.one_line import drop_unfit, one_line

ATOM, JSON = "feed.xml", "feed.json"
"""The files beside a page."""
_NAMESPACE = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True)
class Feed:
    """A feed of the page at an address; it stands in that folder."""

    publication: Publication
    address: str
    title: str
    items: list[Item]

    def link(self, target: str) -> str:
        """An address from the site's root as a link in the feed."""
        site = self.publication.site
        return f"{site}{target}" if site else relative(target, self.address)

    @property
    def author(self) -> str:
        """Whose dossier it is."""
        settings = self.publication.dossier.settings
        return one_line(settings.publisher or "") or one_line(settings.title)


def make_feeds(publication: Publication) -> Iterator[File]:
    """Nothing where nothing has a day: a feed must have one, and none would be true."""
    news, say = News(publication), publication.texts
    name = publication.dossier.settings.title
    if news.items:
        whole = Feed(publication, publication.addresses.index(DATA), name, news.items[:NEWEST])
        title = say("data.feed.whole")
        yield File(ATOM, write_atom(whole), main=True, rows=len(whole.items), title=title)
        yield File(JSON, write_json(whole), rows=len(whole.items), title=title)
    yield from make_corrections(publication)
    for address, of, items in news.feeds():
        if items:
            feed = Feed(publication, address, say("data.feed.of", name=of, title=name), items)
            yield File(f"{address}{ATOM}", write_atom(feed), beside=True, rows=len(items))
            yield File(f"{address}{JSON}", write_json(feed), beside=True, rows=len(items))


def write_atom(feed: Feed) -> bytes:
    """The feed as Atom."""
    root = lxml.etree.Element("feed", nsmap={None: _NAMESPACE})
    root.set(f"{{{_XML}}}lang", feed.publication.dossier.language)
    title = one_line(feed.title)
    _add(root, "id", _urn("feed", feed.address, one_line(feed.publication.dossier.settings.title)))
    _add(root, "title", title)
    _add(root, "updated", _moment(max(item.changed for item in feed.items)))
    _add(_add(root, "author"), "name", feed.author)
    _add(root, "generator", "mkdocs-dossier")
    _add(root, "link", rel="self", href=feed.link(f"{feed.address}{ATOM}"))
    _add(root, "link", rel="alternate", type="text/html", href=feed.link(feed.address))
    for item in feed.items:
        entry = _add(root, "entry")
        _add(entry, "id", _urn(item.key))
        _add(entry, "title", one_line(item.title))
        _add(entry, "link", rel="alternate", href=feed.link(item.address))
        _add(entry, "published", _moment(item.created))
        _add(entry, "updated", _moment(item.changed))
        _add(entry, "category", term=item.kind)
        _add(entry, "content", drop_unfit(item.text), type="text")
    return bytes(lxml.etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def write_json(feed: Feed) -> bytes:
    """The feed as JSON Feed."""
    items = [
        {
            "id": _urn(item.key),
            "url": feed.link(item.address),
            "title": one_line(item.title),
            "content_text": drop_unfit(item.text),
            "date_published": _moment(item.created),
            "date_modified": _moment(item.changed),
            "tags": [item.kind],
        }
        for item in feed.items
    ]
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(feed.title),
        "home_page_url": feed.link(feed.address),
        "feed_url": feed.link(f"{feed.address}{JSON}"),
        "language": feed.publication.dossier.language,
        "authors": [{"name": feed.author}],
        "items": items,
    }
    return orjson.dumps(content) + b"\n"


def _add(
    parent: lxml.etree._Element, name: str, text: str | None = None, **attributes: str
) -> lxml.etree._Element:
    element = lxml.etree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _urn(*parts: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, "\n".join(parts)).urn


def _moment(day: Day) -> str:
    """The moment at which a day begins; a feed knows none before our era."""
    return f"{Day(1, 1, 1) if day.year < 1 else day}T00:00:00Z"


FORMAT = Format(
    "feeds", make_feeds, 'import feedparser\nfeed = feedparser.parse("{file}")', order=40
)
