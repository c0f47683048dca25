"""All pages of a site, as values."""

from collections.abc import Callable, Iterator
from typing import Any

from mkdocs_dossier.index.dyads import list_naming, make_dyads
from mkdocs_dossier.model.article import Article
from mkdocs_dossier.model.records import Actor, Event, Identified, Place, Topic
from mkdocs_dossier.model.sections import SECTIONS
from mkdocs_dossier.pages.actor.gather import gather_actor
from mkdocs_dossier.pages.article.gather import gather_article
from mkdocs_dossier.pages.chronology.gather import gather_chronology
from mkdocs_dossier.pages.corrections.gather import gather_corrections
from mkdocs_dossier.pages.coverage.gather import gather_coverage
from mkdocs_dossier.pages.data.gather import find_database, gather_data
from mkdocs_dossier.pages.dyad.gather import gather_dyad
from mkdocs_dossier.pages.event.gather import gather_event
from mkdocs_dossier.pages.home.gather import gather_home
from mkdocs_dossier.pages.origin.gather import gather_origin, gather_origins, list_origins
from mkdocs_dossier.pages.parts.citations import cite_account
from mkdocs_dossier.pages.parts.linked import write_linked
from mkdocs_dossier.pages.place.gather import gather_place
from mkdocs_dossier.pages.query.gather import gather_query
from mkdocs_dossier.pages.relations.gather import gather_relations
from mkdocs_dossier.pages.scope import Scope, Site
from mkdocs_dossier.pages.section.gather import gather_section
from mkdocs_dossier.pages.tag.gather import gather_tag, gather_tags, list_tags
from mkdocs_dossier.pages.topic.gather import gather_topic
from mkdocs_dossier.pages.values.page import PageValue

GATHER: dict[type[Identified], Callable[[Scope, Any], Any]] = {
    Actor: gather_actor,
    Event: gather_event,
    Place: gather_place,
    Topic: gather_topic,
    Article: gather_article,
}


def plan_pages(site: Site) -> Iterator[PageValue]:
    """Every page that the dossier gives, in order of kind and id."""
    for record in site.dossier.everything():
        yield plan_record(site, record)
    yield _plan_home(site)
    yield from _plan_sections(site)
    yield _plan_view(site, "relations", gather_relations)
    yield from _plan_dyads(site)
    yield _plan_view(site, "chronology", gather_chronology)
    yield from _plan_tags(site)
    yield from _plan_origins(site)
    views: dict[str, Callable[[Scope], Any]] = {"data": gather_data} if site.downloads else {}
    views |= {"query": gather_query} if find_database(site) else {}
    views |= {"corrections": gather_corrections, "coverage": gather_coverage}
    for view, gather in views.items():
        title, description = site.texts(f"{view}.title"), site.texts(f"{view}.description")
        yield _plan(site, site.addresses.index(view), view, title, description, gather)


def plan_record(site: Site, record: Identified) -> PageValue:
    """The page of one record or article."""
    address = site.addresses.of(record.id)
    assert address is not None
    kind = record.section
    return PageValue(
        address,
        kind,
        f"{kind}/{kind}.html",
        record.title_text,
        record.summary,
        GATHER[type(record)](Scope(site, address, record.id), record),
        site.dossier.origins[record.id].path,
        record.id,
        cite_account(site, record)
        if site.features.exports and isinstance(record, Article)
        else None,
        many=True,
        linked=write_linked(site, record) if site.features.exports else "",
    )


def _plan(
    site: Site,
    address: str,
    kind: str,
    title: str,
    description: str,
    gather: Callable[[Scope], Any],
) -> PageValue:
    shown = gather(Scope(site, address))
    return PageValue(address, kind, f"{kind}/{kind}.html", title, description, shown)


def _plan_home(site: Site) -> PageValue:
    settings, title = site.dossier.settings, site.texts("views.home.title")
    return _plan(site, "", "home", title, settings.summary or settings.title, gather_home)


def _plan_view(site: Site, view: str, gather: Callable[[Scope], Any]) -> PageValue:
    title, about = site.texts(f"views.{view}.title"), site.texts(f"views.{view}.about")
    return _plan(site, site.addresses.index(view), view, title, about, gather)


def _plan_sections(site: Site) -> Iterator[PageValue]:
    for section in SECTIONS:
        address = site.addresses.index(section.folder)
        shown = gather_section(Scope(site, address), section)
        template = "section/section.html"
        yield PageValue(address, "index", template, shown.title, shown.about, shown)


def _plan_dyads(site: Site) -> Iterator[PageValue]:
    articles = list_naming(site.mentions.named_in)
    for dyad in make_dyads(site.indexes, site.facts.all, articles):
        address = site.addresses.dyad(*dyad.pair)
        shown = gather_dyad(Scope(site, address), dyad)
        template = "dyad/dyad.html"
        yield PageValue(address, "dyad", template, shown.title, shown.about, shown, many=True)


def _plan_tags(site: Site) -> Iterator[PageValue]:
    """Nothing where nothing is tagged."""
    tags = list_tags(site)
    if not tags:
        return
    index = site.addresses.index("tags")
    shown = gather_tags(Scope(site, index), tags)
    yield PageValue(index, "tags", "tag/tags.html", shown.title, shown.about, shown)
    for word, (tag, entries) in tags.items():
        address = f"{index}{word}/"
        one = gather_tag(Scope(site, address), tag, entries)
        yield PageValue(address, "tag", "tag/tag.html", one.title, one.about, one, many=True)


def _plan_origins(site: Site) -> Iterator[PageValue]:
    """Nothing where no fact rests on one origin alone."""
    origins = list_origins(site)
    if not origins:
        return
    index = site.addresses.index("origins")
    shown = gather_origins(Scope(site, index), origins)
    yield PageValue(index, "origins", "origin/origins.html", shown.title, shown.about, shown)
    for word, (origin, facts) in origins.items():
        address = f"{index}{word}/"
        one = gather_origin(Scope(site, address), origin, facts)
        template = "origin/origin.html"
        yield PageValue(address, "origin", template, one.title, one.about, one, many=True)
