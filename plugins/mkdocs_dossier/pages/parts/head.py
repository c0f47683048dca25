"""The top of a record's page, and the key facts that all kinds of record share."""

from collections.abc import Iterable

from mkdocs_dossier.index.disputes import is_disputed
from mkdocs_dossier.languages.spelling import initials
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.dates import day
from mkdocs_dossier.model.records import Event, Identified, Record, Topic
from mkdocs_dossier.model.slug import slugify_tag
from mkdocs_dossier.model.web import is_web_address, is_wikipedia, read_wikidata
from mkdocs_dossier.pages.assets import picture_address
from mkdocs_dossier.pages.lens import tokens_of
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.values.records import (
    DatedFact,
    Elsewhere,
    Existence,
    Head,
    Name,
    Portrait,
)
from mkdocs_dossier.pages.values.text import Link

WORDED = ("person", "organisation", "state", "media")
"""Kinds of actor whose beginning and end have words of their own: born, founded …"""


def gather_head(scope: Scope, record: Identified, kicker: str, anchors: Iterable[str] = ()) -> Head:
    """Name, summary, other names, picture; `anchors` besides those of the record's statements."""
    site = scope.site
    names: tuple[Name, ...] = ()
    portrait = None
    if isinstance(record, Record):
        names = tuple(Name(each.name, each.language or "") for each in record.aliases)
        portrait = gather_portrait(scope, record)
    fields = (field for field in ("kind", "name") if is_disputed(record, field))
    return Head(
        record.section,
        kicker,
        record.title_text,
        scope.text(record.summary),
        names,
        portrait,
        tuple(site.texts(f"provenance.disputed-field.{field}") for field in fields),
        tuple(sorted({*anchors, *(each.id for each in record.statements if each.id)})),
    )


def gather_portrait(scope: Scope, record: Record) -> Portrait | None:
    """The record's picture; for a person without one, initials."""
    address = picture_of(scope.site, record)
    if address and record.image:
        image, title = record.image, record.title_text
        credit = " · ".join(filter(None, (image.credit, image.licence)))
        alt = image.alt or scope.site.texts("record.portrait", name=title)
        return Portrait(initials(record), scope.url(address), alt, credit)
    if record.section == "actor" and record.kind == "person":
        return Portrait(initials(record))
    return None


def picture_of(site: Site, record: Record) -> str | None:
    """The address of a record's picture from the site's root."""
    file = record.image.file if record.image else None
    return picture_address(file) if file and file in site.dossier.images else None


def gather_existence(scope: Scope, record: Record) -> Existence:
    """Since when and until when it exists, and what it is part of."""
    worded = record.section == "actor" and record.kind in WORDED
    end = record.end if record.end and record.end.form != "open" else None
    return Existence(
        str(record.kind) if worded else "other",
        scope.site.when(record.start) if record.start else None,
        scope.site.when(end) if end else None,
        scope.link(record.part_of) if record.part_of else None,
        (
            tokens_of(scope.site, record, "start"),
            tokens_of(scope.site, record, "end"),
            tokens_of(scope.site, record, "part_of"),
        ),
    )


def gather_date(site: Site, record: Event | Article | Topic) -> DatedFact:
    """The date of a record in full."""
    date, basis, disputed = record.date, record.date_basis or "", is_disputed(record, "date")
    origins = tokens_of(site, record, "date")
    bounded = date is not None and not date.exact and date.earliest != date.latest
    if date is None or not bounded:
        return DatedFact(site.when(date), basis=basis, disputed=disputed, origins=origins)
    return DatedFact(
        site.when(date),
        site.say(day(date.earliest)) if date.earliest else "",
        site.say(day(date.latest)) if date.latest else "",
        date.precision,
        basis,
        disputed,
        origins,
    )


def gather_tags(scope: Scope, record: Identified) -> tuple[Link, ...]:
    """The tags of a record, each leading to its page."""
    tags = scope.site.addresses.index("tags")
    return tuple(Link(tag, scope.url(f"{tags}{slugify_tag(tag)}/")) for tag in record.tags)


def gather_elsewhere(record: Record) -> Elsewhere:
    """The same thing on other sites."""
    outside = record.external
    if outside is None:
        return Elsewhere()
    item = read_wikidata(outside.wikidata) if outside.wikidata else None
    article, website = outside.wikipedia, outside.website
    return Elsewhere(
        f"https://www.wikidata.org/wiki/{item}" if item else None,
        article if article and is_wikipedia(article) else None,
        website if website and is_web_address(website) else None,
    )
