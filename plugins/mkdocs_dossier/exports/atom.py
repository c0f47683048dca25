"""The corrections as an Atom feed (RFC 4287)."""

import datetime as dt
import uuid
from collections.abc import Iterator

from feedgen.feed import FeedGenerator

from mkdocs_dossier.exports.format import File
from mkdocs_dossier.exports.publication import Publication
from mkdocs_dossier.index.addresses import Addresses, relative
from mkdocs_dossier.index.corrections import FEED, Corrected, date_feed, list_corrections
from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.languages.one_line import drop_unfit, one_line
from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.dossier import Dossier


def make_corrections(publication: Publication) -> Iterator[File]:
    """Without any date there is no feed: it must have one, and none would be true."""
    dossier, addresses = publication.dossier, publication.addresses
    updated = date_feed(dossier, publication.now)
    if updated:
        feed = make_feed(dossier, addresses, publication.site, updated)
        page = addresses.index("corrections")
        title = publication.texts("corrections.title")
        count = len(list_corrections(dossier))
        yield File(f"{page}{FEED}", feed, beside=True, rows=count, title=title)


def make_feed(dossier: Dossier, addresses: Addresses, site: str, updated: Day) -> bytes:
    """One entry a correction, the latest first; the feed is as old as `updated` says.

    Ids are made from the content and stay the same wherever the site moves. Links are absolute
    where the site's address is known, else relative to the feed.
    """
    say, title = texts(dossier.language), one_line(dossier.settings.title)
    page = addresses.index("corrections")
    found = list_corrections(dossier)
    feed = FeedGenerator()
    feed.generator("mkdocs-dossier")
    feed.id(_urn("corrections", title))
    feed.title(say("corrections.feed-title", title=title))
    feed.subtitle(say("corrections.description"))
    feed.author({"name": one_line(dossier.settings.publisher or "") or title})
    feed.language(dossier.language)
    feed.link(href=f"{site}{page}atom.xml" if site else "atom.xml", rel="self")
    feed.link(href=f"{site}{page}" if site else "./", rel="alternate")
    feed.updated(_midnight(updated))
    for each in found:
        target = addresses.of(each.holder.id) or page
        link = f"{site}{target}" if site else relative(target, page)
        _add_entry(feed, each, link, updated, say)
    return bytes(feed.atom_str(pretty=True))


def _add_entry(feed: FeedGenerator, each: Corrected, link: str, updated: Day, say: Texts) -> None:
    correction = each.correction
    entry = feed.add_entry(order="append")
    entry.id(_urn(each.holder.id, str(correction.date), correction.about or "", correction.was))
    entry.title(one_line(each.holder.title_text))
    entry.link(href=link, rel="alternate")
    entry.updated(_midnight(correction.date.latest or correction.date.earliest or updated))
    change = say("corrections.feed-change", was=correction.was, now=correction.now)
    entry.content(drop_unfit(change), type="text")


def _urn(*parts: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, "\n".join(parts)).urn


def _midnight(day: Day) -> dt.datetime:
    """The moment at which a day begins; a feed knows none before our era."""
    if day.year < 1:
        return dt.datetime.min.replace(tzinfo=dt.UTC)
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
